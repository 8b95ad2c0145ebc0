// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.core.change.ClusterId;
import podium.core.failure.FailureText;
import podium.core.fleet.DomainTree;
import podium.core.fleet.FleetView;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.MetricSource;
import podium.core.metrics.MetricSources;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.telemetry.TelemetryStore;
import podium.telemetry.mismatch.AllocationComparison;
import podium.telemetry.mismatch.Mismatch;
import podium.telemetry.mismatch.Mismatch.Kind;
import podium.telemetry.mismatch.MismatchFinder;
import podium.telemetry.mismatch.ReleasedDevices;
import podium.telemetry.mismatch.ReportedAllocation;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.selection.FleetSelection;
import podium.ui.selection.KeyTarget;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.WholeRow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** What the API says is held against what the devices say is used: the devices where the two do not fit. */
public final class AllocationMismatchPage implements DetailsPage {
    static final String ID = "mismatches";

    private static final Duration TICK = Duration.ofSeconds(10);

    private final MismatchFinder truth;
    private final ReleasedDevices released;
    private final MetricSources sources;
    private final UiServices services;
    private final Composite box;
    private final PartToolbar toolbar;
    private final Label said;
    private final EmptyState empty;
    private final WholeRow<MismatchLine> whole;
    private final RowTable<MismatchLine> table;
    private @Nullable EObject shown;
    /** Those on the nodes of what is shown. */
    private Map<DeviceKey, Accelerator> devices = new HashMap<>();

    private CompletableFuture<?> running = CompletableFuture.completedFuture("");

    public AllocationMismatchPage(
            Composite parent,
            UiServices services,
            TelemetryStore telemetry,
            MetricSources sources,
            FleetView fleet,
            FleetSelection selection) {
        this.released = new ReleasedDevices(fleet.fleet(), services.clock());
        this.sources = sources;
        this.truth = new MismatchFinder(telemetry);
        this.services = services;
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        said = toolbar.label("", true);
        empty = new EmptyState(box, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        whole = new WholeRow<>(
                empty.stack(),
                services.theme(),
                MismatchLine.columns(services.clock()),
                MismatchLine.WIDE,
                Texts.of("AllocationMismatchPage.heldAgainstUsed"));
        table = whole.table();
        table.onOpen(line ->
                selection.set(this, line.job().map(job -> List.<EObject>of(job)).orElseGet(() -> device(line))));
        KeyTarget.rows(table.control(), this::jobs);
        table.tip(MismatchLine::tip);
        Repaint.every(box, TICK, this::refresh);
        new Subscriptions(box).add(fleet.listen(released));
        box.addDisposeListener(event -> running.cancel(true));
    }

    /** The list. */
    public Control rows() {
        return table.control();
    }

    /** The jobs whose GPUs are marked, as far as they are known. */
    public List<EObject> jobs() {
        return table.marked().stream()
                .flatMap(line -> line.job().stream())
                .<EObject>map(job -> job)
                .distinct()
                .toList();
    }

    /** The GPUs that are marked. */
    public List<EObject> gpus() {
        return table.marked().stream().flatMap(line -> device(line).stream()).toList();
    }

    @Override
    public String title() {
        return Texts.of("AllocationMismatchPage.heldUsed");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return thing instanceof Cluster || thing instanceof Domain;
    }

    @Override
    public void show(EObject thing) {
        if (thing != shown) {
            shown = thing;
            table.show(Rows.none());
            why(Texts.of("AllocationMismatchPage.comparing"), "");
            refresh();
        }
    }

    private void refresh() {
        EObject thing = shown;
        if (thing == null || box.isDisposed() || !box.isVisible()) {
            return;
        }
        if (FleetLabels.cluster(thing).filter(Snapshots::is).isPresent()) {
            why(Texts.of("AllocationMismatchPage.aSnapshotHas"), "");
            return;
        }
        List<ReportedAllocation> allocations = DomainTree.within(thing).stream()
                .flatMap(node -> ReportedAllocation.of(node, released::at).stream())
                .toList();
        Instant now = services.clock().instant();
        running.cancel(true);
        running = services.background()
                .run(
                        () -> truth.compare(allocations, now),
                        found -> show(thing, found, allocations.size()),
                        problem -> why(
                                Texts.of("AllocationMismatchPage.heldAndUsedCould", FailureText.sentence(problem)),
                                ""));
    }

    private void show(EObject thing, AllocationComparison compared, int all) {
        if (box.isDisposed()) {
            return;
        }
        List<Mismatch> found = compared.mismatches();
        devices = devices(thing, found);
        List<MismatchLine> lines =
                found.stream().map(one -> new MismatchLine(one, job(one))).toList();
        table.reveal(MismatchLine.OWNER, lines.stream().anyMatch(line -> !line.owner()
                .isEmpty()));
        table.reveal(
                MismatchLine.WHAT, found.stream().map(Mismatch::kind).distinct().count() > 1);
        table.show(Rows.of(lines, MismatchLine::device));
        Instant now = services.clock().instant();
        if (!found.isEmpty()) {
            say(counts(found, compared.watched()), more(compared, now));
            empty.content(whole.control());
        } else if (compared.measured() == 0) {
            noneMeasured(thing);
        } else {
            noneFound(thing, compared, all, now);
        }
    }

    private void noneFound(EObject thing, AllocationComparison compared, int all, Instant now) {
        String watched = watched(compared, now);
        String idle = Texts.of("AllocationMismatchPage.noneIsIdle", Formats.counted(compared.measured(), "GPU"));
        String unmeasured = unmeasured(all - compared.measured(), all);
        why(
                watched.isEmpty() ? idle : watched,
                unmeasured.isEmpty() || !isFirstRead(thing)
                        ? unmeasured
                        : Texts.of("AllocationMismatchPage.notAllAreRead", unmeasured));
    }

    private void noneMeasured(EObject thing) {
        String yet = Texts.of("AllocationMismatchPage.noneIsMeasuredYet");
        if (sources(thing).isEmpty()) {
            why(yet, Texts.of("AllocationMismatchPage.noSourceYet"));
        } else if (isFirstRead(thing)) {
            why(yet, Texts.of("AllocationMismatchPage.exportersAreRead"));
        } else {
            why(
                    Texts.of("AllocationMismatchPage.noneOfTheseGpus"),
                    Texts.of("AllocationMismatchPage.theSourcesPageSays"));
        }
    }

    private static String unmeasured(int some, int all) {
        return switch (some) {
            case 0 -> "";
            case 1 -> Texts.of("AllocationMismatchPage.oneIsNotMeasured", Formats.count(all));
            default -> Texts.of("AllocationMismatchPage.ofAreNotMeasured", Formats.count(some), Formats.count(all));
        };
    }

    private List<MetricSource> sources(EObject thing) {
        return FleetLabels.cluster(thing).map(ClusterId::of).map(sources::of).orElse(List.of());
    }

    /** Whether a source of its cluster is asked for the first time. */
    private boolean isFirstRead(EObject thing) {
        return sources(thing).stream()
                .anyMatch(source -> source.on()
                        && source.lastGood().isEmpty()
                        && source.problem().isEmpty());
    }

    /** Those on the nodes of what was found. */
    private static Map<DeviceKey, Accelerator> devices(EObject thing, List<Mismatch> found) {
        Set<String> names =
                found.stream().map(one -> one.allocation().device().node()).collect(Collectors.toSet());
        Map<DeviceKey, Accelerator> devices = new HashMap<>();
        DomainTree.within(thing).stream()
                .filter(node -> names.contains(node.getName()))
                .forEach(node -> node.getAccelerators().forEach(device -> devices.put(DeviceKey.of(device), device)));
        return devices;
    }

    /** How many may become a finding, and when the first does; empty: none. */
    static String watched(AllocationComparison compared, Instant now) {
        String watched = Formats.counted(compared.watched(), "GPU");
        long needed = MismatchFinder.IDLE_AFTER.toMinutes();
        return compared.next()
                .map(next -> soon(next, now)
                        ? Texts.of("AllocationMismatchPage.watchingAnyMoment", watched, needed)
                        : Texts.of(
                                "AllocationMismatchPage.watchingNeedsMinThe",
                                watched,
                                needed,
                                Formats.span(Duration.between(now, next))))
                .orElse("");
    }

    /** Before it is looked at again, or hardly after. */
    private static boolean soon(Instant next, Instant now) {
        return next.isBefore(now.plus(TICK.multipliedBy(2)));
    }

    /** What is listed, and how many are idle now beside them: all of these have the colour of idle. */
    static String counts(List<Mismatch> found, int watched) {
        long idle =
                found.stream().filter(one -> one.kind() == Kind.IDLE_BUT_HELD).count();
        long used = found.size() - idle;
        return Stream.of(
                        idle == 0 ? "" : Texts.of("AllocationMismatchPage.idleButHeld", Formats.count(idle)),
                        watched == 0
                                ? ""
                                : Texts.of(
                                        "AllocationMismatchPage.idleForLess",
                                        Formats.count(watched),
                                        MismatchFinder.IDLE_AFTER.toMinutes()),
                        used == 0 ? "" : Texts.of("AllocationMismatchPage.usedButNotHeld", Formats.count(used)))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** When one more may become a finding beside those that are listed; empty: none. */
    private static String more(AllocationComparison compared, Instant now) {
        return compared.next()
                .map(next -> soon(next, now)
                        ? Texts.of("AllocationMismatchPage.moreAnyMoment")
                        : Texts.of("AllocationMismatchPage.moreMayFollow", Formats.span(Duration.between(now, next))))
                .orElse("");
    }

    private Optional<Job> job(Mismatch found) {
        return Optional.ofNullable(devices.get(found.allocation().device()))
                .filter(device -> device.getNode() != null)
                .flatMap(device -> TasksPage.tasks(device)
                        .map(Task::getJob)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private List<EObject> device(MismatchLine line) {
        return Optional.<EObject>ofNullable(
                        devices.get(line.mismatch().allocation().device()))
                .stream()
                .toList();
    }

    private void why(String reason, String next) {
        if (!box.isDisposed()) {
            say("", "");
            empty.why(reason, next);
        }
    }

    /** @param more said in the tip only: there is room for the counts alone */
    private void say(String words, String more) {
        if (!box.isDisposed()) {
            WidgetText.wholeTip(said, more.isEmpty() ? words : words + ". " + more);
            if (!WidgetText.shows(said, words)) {
                WidgetText.set(said, words);
                toolbar.control().layout(true);
            }
        }
    }
}
