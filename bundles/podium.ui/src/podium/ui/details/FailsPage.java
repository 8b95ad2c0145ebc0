// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.api.PodDescriber;
import podium.core.api.PodDescription;
import podium.core.api.PodDescription.Tone;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.job.FailingReason;
import podium.core.job.PastFailures;
import podium.core.log.PodLogReader;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;

/** Why a job fails: its pods that do, how their containers ended, and the ways on from there. Read anew while it is in front. */
public final class FailsPage implements DetailsPage {
    static final String ID = "fails";

    private static final Duration AGAIN = Duration.ofSeconds(5);
    /** Pods that are listed, and of which the server is asked how their containers ended: those of a job mostly fail alike. */
    private static final int SHOWN = 8;

    private static final int READ = 3;

    private final Connections connections;
    private final UiServices services;
    private final Composite box;
    private final RowTable<Line> table;
    private final Map<String, PodDescription> described = new HashMap<>();
    /** The last lines of the logs of pods, by their uid: what they are asked for once, as soon as they are shown. */
    private final Map<String, List<String>> ends = new HashMap<>();

    private CompletableFuture<?> running = CompletableFuture.completedFuture("");
    private Optional<EObject> shown = Optional.empty();

    private record Line(String words, Optional<StateIcon> mark) {}

    /**
     * A page of nothing yet.
     *
     * @param logs opens the logs of what ended of a job or task
     * @param events brings the events to the front
     */
    public FailsPage(
            Composite parent,
            UiServices services,
            Connections connections,
            Consumer<List<EObject>> logs,
            Runnable events) {
        this.connections = connections;
        this.services = services;
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        PartToolbar toolbar = PartToolbar.above(box, services.theme());
        toolbar.button(
                Icon.LOGS,
                Texts.of("FailsPage.logs"),
                Texts.of("FailsPage.ofTheRunThatEnded"),
                () -> shown.ifPresent(
                        thing -> logs.accept(past(thing).isEmpty() ? List.of(thing) : List.copyOf(failing(thing)))));
        toolbar.button(Icon.EVENT, Texts.of("FailsPage.events"), Texts.of("FailsPage.whatTheClusterTells"), events);
        table = RowTable.table(
                box,
                services.theme(),
                List.of(Column.<Line>text("words", Texts.of("FailsPage.whyItFails"), 200, Form.PARAGRAPH, Line::words)
                        .marked(Line::mark)),
                Texts.of("FailsPage.whyItFails"));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.control().addListener(SWT.Resize, event -> fill());
        Repaint.every(box, AGAIN, () -> {
            if (box.isVisible() && running.isDone()) {
                read();
            }
        });
        box.addDisposeListener(event -> running.cancel(true));
    }

    @Override
    public String title() {
        return Texts.of("FailsPage.fails");
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
        return thing instanceof Job job
                ? job.getState() == JobState.FAILING
                        || job.getState() == JobState.FAILED
                        || !past(job).isEmpty()
                : thing instanceof Task task
                        && (fails(task) || past(task.getJob()).contains(task));
    }

    /** Tasks that failed of a job that goes on. */
    private static List<Task> past(@Nullable EObject thing) {
        return thing instanceof Job job
                ? PastFailures.of(job).map(PastFailures::tasks).orElse(List.of())
                : List.of();
    }

    private static boolean fails(Task task) {
        return FailingReason.of(task) || task.getPhase() == TaskPhase.FAILED;
    }

    /** Those of a job that fail; between two crashes of a loop, those that were restarted. */
    private static List<Task> failing(EObject thing) {
        if (!(thing instanceof Job job)) {
            return thing instanceof Task task ? List.of(task) : List.of();
        }
        List<Task> now = Stream.concat(job.getTasks().stream().filter(FailsPage::fails), past(job).stream())
                .distinct()
                .toList();
        return now.isEmpty()
                ? job.getTasks().stream().filter(task -> task.getRestarts() > 0).toList()
                : now;
    }

    @Override
    public void show(EObject thing) {
        boolean same = shown.filter(it -> it == thing).isPresent();
        shown = Optional.of(thing);
        if (same) {
            fill();
        } else {
            running.cancel(true);
            described.clear();
            ends.clear();
            read();
            fill();
        }
    }

    private void read() {
        Optional<PodDescriber> describer = shown.flatMap(FleetLabels::cluster)
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), PodDescriber.class));
        if (describer.isEmpty()) {
            return;
        }
        Optional<PodLogReader> logs = shown.flatMap(FleetLabels::cluster)
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), PodLogReader.class));
        Set<String> known = Set.copyOf(ends.keySet());
        List<Pod> pods = shown.map(FailsPage::failing).orElse(List.of()).stream()
                .limit(READ)
                .map(task -> new Pod(task.getUid(), task.getNamespace(), task.getName()))
                .toList();
        running = services.background()
                .run(
                        () -> {
                            Map<String, PodDescription> found = new HashMap<>();
                            Map<String, List<String>> read = new HashMap<>();
                            for (Pod pod : pods) {
                                describer
                                        .get()
                                        .describe(pod.namespace(), pod.name())
                                        .ifPresent(it -> found.put(pod.uid(), it));
                                if (!known.contains(pod.uid())) {
                                    read.put(
                                            pod.uid(),
                                            logs.map(it -> LogEnd.of(it, pod.namespace(), pod.name()))
                                                    .orElse(List.of()));
                                }
                            }
                            return new Found(found, read);
                        },
                        found -> {
                            described.putAll(found.described());
                            ends.putAll(found.ends());
                            fill();
                        },
                        problem -> {
                            pods.forEach(pod -> ends.putIfAbsent(pod.uid(), List.of()));
                            fill();
                        });
    }

    private record Pod(String uid, String namespace, String name) {}

    private record Found(Map<String, PodDescription> described, Map<String, List<String>> ends) {}

    private void fill() {
        if (box.isDisposed()) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        shown.ifPresent(thing -> {
            List<Task> failing = failing(thing);
            if (thing instanceof Job job && failing.stream().noneMatch(task -> isOf(job.getReason(), task))) {
                add(Optional.of(StateLabels.of(job).mark()), job.getReason(), lines);
            }
            Set<String> told = new HashSet<>();
            for (int i = 0; i < Math.min(SHOWN, failing.size()); i++) {
                pod(failing.get(i), i < READ && isAsked(), told, lines);
            }
            if (failing.size() > SHOWN) {
                add(Optional.empty(), Texts.of("FailsPage.andMore", Formats.count(failing.size() - SHOWN)), lines);
            }
        });
        table.show(Rows.numbered(lines));
    }

    private boolean isAsked() {
        return shown.flatMap(FleetLabels::cluster)
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), PodDescriber.class))
                .isPresent();
    }

    /**
     * Tells of a pod.
     *
     * @param asked whether the server is asked how it ended
     * @param told messages of the pods before, which mostly fail alike
     */
    private void pod(Task task, boolean asked, Set<String> told, List<Line> lines) {
        String state = StateLabels.of(task).word();
        String reason = task.getReason() == null || task.getReason().isEmpty() ? state : task.getReason();
        String restarts = Formats.counted(task.getRestarts(), "restart");
        add(
                Optional.of(
                        task.getPhase() == TaskPhase.RUNNING && task.isReady()
                                ? new StateIcon(Icon.WARNING, Name.WARNING)
                                : new StateIcon(Icon.FAILED, Name.CRITICAL)),
                task.getNode() == null
                        ? Texts.of("FailsPage.pod", FleetLabels.name(task), reason, restarts)
                        : Texts.of(
                                "FailsPage.podOnNode",
                                FleetLabels.name(task),
                                reason,
                                restarts,
                                task.getNode().getName()),
                lines);
        Optional.ofNullable(described.get(task.getUid()))
                .ifPresent(description -> description.sections().forEach(section -> section.lines().stream()
                        .filter(line ->
                                line.tone() == Tone.BAD && !line.value().equals(String.valueOf(task.getRestarts())))
                        .forEach(line -> add(
                                Optional.empty(),
                                Texts.of("FailsPage.fact", section.title(), line.label(), line.value()),
                                lines))));
        List<String> end = ends.getOrDefault(task.getUid(), List.of());
        if (asked && !ends.containsKey(task.getUid())) {
            add(Optional.empty(), Texts.of("FailsPage.readingHowItEnded"), lines);
        } else if (!end.isEmpty()) {
            add(Optional.empty(), Texts.of("FailsPage.endOfItsLog"), lines);
            end.forEach(line -> add(Optional.empty(), line, lines));
        }
        if (told.add(Objects.requireNonNullElse(task.getMessage(), ""))) {
            add(Optional.empty(), task.getMessage(), lines);
        }
        if (task.getFailed() != null) {
            add(
                    Optional.empty(),
                    Texts.of(
                            "FailsPage.lastEnded",
                            Snapshots.at(task, task.getFailed())
                                    .orElseGet(() -> Formats.timeAndAge(task.getFailed(), now(task)))),
                    lines);
        }
    }

    private Instant now(Task task) {
        return Snapshots.until(task, services.clock().instant());
    }

    /** Whether the reason of a job is what one of its pods says. */
    private static boolean isOf(@Nullable String reason, Task task) {
        @Nullable String message = task.getMessage();
        return reason != null && message != null && !message.isEmpty() && reason.contains(message);
    }

    /** Whole, over as many rows as it needs. */
    private void add(Optional<StateIcon> mark, @Nullable String words, List<Line> lines) {
        String safe = SafeText.line(words);
        if (!safe.isEmpty()) {
            List<String> pieces = LineWrap.lines(table.control(), safe, LineWrap.roomInRow(table.control()));
            for (int i = 0; i < pieces.size(); i++) {
                lines.add(new Line(pieces.get(i), i == 0 ? mark : Optional.empty()));
            }
        }
    }
}
