// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.layout.FillLayout;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.operation.OperationState;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.FleetAction;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Examples;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.PartScreen;
import podium.ui.fake.UiFixture;
import podium.ui.fake.Unsafe;
import podium.ui.flow.ContinuationFlow;
import podium.ui.part.FleetPart;
import podium.ui.part.JobsPart;
import podium.ui.part.OperationsPart;
import podium.ui.trim.CommandBar;
import podium.ui.trim.CommandBarSlot;
import podium.ui.trim.StartupNotice;
import podium.ui.trim.StatusLine;

/**
 * Whatever a cluster, a server or a webhook calls a thing, no widget of any part or dialog hides, turns or shortens it (R10):
 * {@link Unsafe} looks through all widgets, also at the end of every other test of a part or dialog.
 */
class HostileTextTest {
    private static final String EVIL = "R&D \u202eevil\u202c \u200bzero\u0007\u001b[31m &";
    private static final String SHOWN = "R&D evil zero[31m &";

    private static Cluster hostile(UiFixture stage) {
        Cluster cluster = stage.made.cluster("prod" + EVIL, 2);
        cluster.setServer("https://" + EVIL);
        cluster.setContext(EVIL);
        cluster.setVersion(EVIL);
        cluster.setConnection(ConnectionState.STALE);
        cluster.setConnectionMessage("admission webhook " + EVIL + "\ndenied");
        cluster.setConnectionAdvice(EVIL);
        Node node = cluster.getNodes().getFirst();
        node.setName(EVIL);
        node.setKubeletVersion(EVIL);
        node.getAccelerators().forEach(gpu -> gpu.setModel(EVIL));
        Job job = stage.made.job(cluster, EVIL, "Job", JobState.RUNNING, 1, 1);
        job.setNamespace(EVIL);
        job.setReason(EVIL);
        job.setQueueName(EVIL);
        job.setPriorityClass(EVIL);
        stage.made.task(job, 0, TaskPhase.RUNNING, List.of(node)).setName(EVIL);
        Job waiting = stage.made.job(cluster, "w" + EVIL, "Job", JobState.WAITING, 1, 1);
        waiting.setReason(EVIL);
        return cluster;
    }

    @Test
    void theFleetTreeAndItsNotes() {
        try (PartScreen seen = new PartScreen()) {
            Cluster cluster = hostile(seen.stage);
            seen.stage.connections.open(cluster.getName(), Optional.of("run " + EVIL + "\n" + EVIL));
            seen.stage.part(FleetPart.class, seen.shell);
            seen.show();
            Unsafe.none(seen.shell);
            assertTrue(seen.words().contains("R&&D evil"), seen::words);
        }
    }

    @Test
    void jobs() {
        try (PartScreen seen = new PartScreen()) {
            hostile(seen.stage);
            seen.stage.part(JobsPart.class, seen.shell);
            seen.show();
            seen.until("rows are there", () -> seen.cells().contains(SHOWN));
            Unsafe.none(seen.shell);
        }
    }

    @Test
    void detailsOfEachThing() {
        try (PartScreen seen = new PartScreen()) {
            Cluster cluster = hostile(seen.stage);
            seen.stage.details(seen.shell);
            seen.show();
            Node node = cluster.getNodes().getFirst();
            Job job = cluster.getJobs().getFirst();
            for (EObject thing : List.of(
                    cluster,
                    node,
                    node.getAccelerators().getFirst(),
                    job,
                    job.getTasks().getFirst(),
                    cluster.getJobs().getLast(),
                    cluster.getDomains().getFirst())) {
                seen.stage.selection.set(this, List.of(thing));
                seen.settle();
                Unsafe.none(seen.shell);
            }
        }
    }

    @Test
    void theBarsAboveAndBelow() {
        try (PartScreen seen = new PartScreen()) {
            UiFixture stage = seen.stage;
            hostile(stage);
            stage.made.cluster("b" + EVIL, 1);
            stage.operations.publish(Examples.operation(
                    "1",
                    plan(stage.made.fleet().getClusters().getFirst().getJobs().getFirst()),
                    OperationState.RUNNING,
                    0,
                    1,
                    Optional.of(EVIL)));
            seen.shell.setLayout(new FillLayout());
            new CommandBar(
                            stage.fleet,
                            stage.selection,
                            stage.operations,
                            stage.actions,
                            stage.locks,
                            stage.rules,
                            stage.clusters,
                            stage.services,
                            stage.finder,
                            new CommandBarSlot())
                    .create(seen.shell);
            new StatusLine(
                            stage.fleet,
                            stage.selection,
                            stage.operations,
                            new StatusMessage(stage.services.clock()),
                            stage.services,
                            StartupNotice.NONE)
                    .create(seen.shell);
            seen.show();
            seen.until("it is shown", () -> seen.words().contains("R&&D evil"));
            Unsafe.none(seen.shell);
        }
    }

    @Test
    void operations() {
        try (PartScreen seen = new PartScreen()) {
            UiFixture stage = seen.stage;
            Job job = hostile(stage).getJobs().getFirst();
            stage.operations.findings = List.of(EVIL);
            stage.operations.publish(
                    Examples.operation("1", plan(job), OperationState.FAILED, 0, 1, Optional.of(EVIL + "\n" + EVIL)));
            new OperationsPart(
                    seen.shell,
                    stage.operations,
                    file -> List.of(),
                    stage.undo,
                    new ContinuationFlow(
                            stage.operations, seen.dialogs, stage.services.background(), stage.fleet, stage.drains),
                    seen.dialogs,
                    stage.services);
            seen.show();
            Unsafe.none(seen.shell);
        }
    }

    private static Plan plan(Job job) {
        return FakePlacement.example(job);
    }

    @Test
    void theDialogsOfPlansRefusalsAndDrains() {
        try (DialogScreen seen = new DialogScreen(ShellDialogs::new)) {
            Cluster cluster = hostile(seen.stage);
            Job job = cluster.getJobs().getFirst();
            seen.in(
                    () -> seen.dialogs()
                            .review(plan(job), () -> new Checked(List.of(EVIL + "\n" + EVIL), List.of(EVIL)), () -> {}),
                    () -> {
                        seen.until("it was checked", () -> seen.words().contains("R&&D evil"));
                        Unsafe.none(seen.dialog());
                    });
            seen.in(
                    () -> seen.dialogs().review(plan(job), Optional.of(EVIL), Checked::clean, () -> {}),
                    () -> Unsafe.none(seen.dialog()));
            seen.in(() -> seen.dialogs().refuse(EVIL, EVIL, EVIL), () -> Unsafe.none(seen.dialog()));
            seen.in(
                    () -> seen.stage.actions.run(
                            FleetAction.DRAIN, List.of(cluster.getNodes().getFirst())),
                    () -> Unsafe.none(seen.dialog()));
            seen.in(() -> seen.dialogs().type(plan(job), EVIL, () -> {}), () -> Unsafe.none(seen.dialog()));
        }
    }

    @Test
    void anAmpersandIsOneAndNoKey() {
        assertEquals("R&&D evil zero[31m &&", WidgetText.escaped(EVIL));
        assertEquals(SHOWN, WidgetText.read(WidgetText.escaped(EVIL)));
    }
}
