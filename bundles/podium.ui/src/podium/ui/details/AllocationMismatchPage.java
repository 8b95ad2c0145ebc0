// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.core.failure.FailureText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.telemetry.TelemetryStore;
import podium.telemetry.mismatch.Mismatch;
import podium.telemetry.mismatch.Mismatch.Kind;
import podium.telemetry.mismatch.MismatchFinder;
import podium.telemetry.mismatch.ReportedAllocation;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** What the API says is held against what the devices say is used: the devices where the two do not fit. */
public final class AllocationMismatchPage implements DetailsPage {
    private static final Duration TICK = Duration.ofSeconds(10);

    private final MismatchFinder truth;
    private final UiServices services;
    private final Composite box;
    private final PartToolbar toolbar;
    private final Label said;
    private final EmptyState empty;
    private final RowTable<MismatchLine> table;
    private @Nullable EObject shown;
    private CompletableFuture<List<Mismatch>> running = CompletableFuture.completedFuture(List.of());

    public AllocationMismatchPage(Composite parent, UiServices services, TelemetryStore telemetry) {
        this.truth = new MismatchFinder(telemetry);
        this.services = services;
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        said = toolbar.label("", true);
        empty = new EmptyState(box, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = RowTable.table(
                empty.stack(), services.theme(), MismatchLine.columns(services.clock()), "Held against used");
        Repaint.every(box, TICK, this::refresh);
        box.addDisposeListener(event -> running.cancel(true));
    }

    @Override
    public String title() {
        return "Held / used";
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
            why("Comparing \u2026", "");
            refresh();
        }
    }

    private void refresh() {
        EObject thing = shown;
        if (thing == null || box.isDisposed() || !box.isVisible()) {
            return;
        }
        List<ReportedAllocation> allocations = nodes(thing)
                .flatMap(node -> ReportedAllocation.of(node).stream())
                .toList();
        Instant now = services.clock().instant();
        running.cancel(true);
        running = services.background()
                .run(
                        () -> truth.compare(allocations, now),
                        found -> show(found, allocations.size()),
                        problem -> why("It could not be compared: " + FailureText.sentence(problem), ""));
    }

    private void show(List<Mismatch> found, int devices) {
        if (box.isDisposed()) {
            return;
        }
        table.show(new Rows<>(found.stream()
                .map(MismatchLine::new)
                .map(line -> new Row<>(line.device(), line, 0, Fold.NONE))
                .toList()));
        long idle = found.stream().filter(m -> m.kind() == Kind.IDLE_BUT_HELD).count();
        if (found.isEmpty()) {
            why(
                    "No idle-but-held GPUs among " + Formats.count(devices) + ".",
                    "Judged by the readings of the last 10 min.");
        } else {
            say(Formats.count(idle) + " idle but held, " + Formats.count(found.size() - idle) + " used but not held");
            empty.content(table.control());
        }
    }

    private static Stream<Node> nodes(EObject thing) {
        return switch (thing) {
            case Domain domain ->
                Stream.concat(
                        domain.getNodes().stream(),
                        domain.getDomains().stream().flatMap(AllocationMismatchPage::nodes));
            case Cluster cluster -> cluster.getNodes().stream();
            default -> Stream.empty();
        };
    }

    private void why(String reason, String next) {
        if (!box.isDisposed()) {
            say("");
            empty.why(reason, next);
        }
    }

    private void say(String words) {
        if (!box.isDisposed() && !WidgetText.shows(said, words)) {
            WidgetText.set(said, words);
            WidgetText.tip(said, words);
            toolbar.control().layout(true);
        }
    }
}
