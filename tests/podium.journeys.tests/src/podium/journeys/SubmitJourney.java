// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AllKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.internal.submit.Submissions;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.submit.Manifest;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.Submission;
import podium.placement.Target;
import podium.testkit.ServerMatrix;

/** A manifest on a cluster: read, checked by the server, run, seen there, taken back. */
@ExtendWith(ServerMatrix.class)
abstract class SubmitJourney {
    private static final ObjectRef JOB = AllKinds.job("team", "fresh");
    private static final ObjectRef CONFIG = new ObjectRef("", "v1", "configmaps", "ConfigMap", "team", "settings");
    static final String MANIFEST = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {mode: "0644"}
        ---
        apiVersion: batch/v1
        kind: Job
        metadata: {name: fresh}
        spec:
          parallelism: 2
          completions: 2
          completionMode: Indexed
          template:
            metadata:
              annotations: {simulator.podium/duration: 24h}
            spec:
              restartPolicy: Never
              terminationGracePeriodSeconds: 1
              containers:
              - name: main
                image: example/train:1
                resources: {requests: {cpu: 0.5}}
        """;

    final Lab lab;
    private final Submissions submissions;
    private final Cluster cluster;

    SubmitJourney(Ground.Kind ground, Path directory) throws Exception {
        lab = new Lab(ground.open(directory), directory);
        submissions = new Submissions(lab.placement, lab);
        cluster = lab.inRealm(() -> lab.fleet.fleet().getClusters().getFirst());
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private Manifest read(String text) throws Exception {
        Manifest manifest = asRead(text);
        assertEquals(List.of(), manifest.flaws());
        return manifest;
    }

    private Manifest asRead(String text) throws Exception {
        return lab.inRealm(() -> submissions.read(cluster, List.of(new Source("", text)), "team"))
                .get(60, TimeUnit.SECONDS);
    }

    final Plan plan(String text, Submission how) throws Exception {
        Manifest manifest = read(text);
        Result result =
                lab.inRealm(() -> submissions.plan(cluster, manifest, how)).get(60, TimeUnit.SECONDS);
        return assertInstanceOf(Result.Compiled.class, result, result::toString).plan();
    }

    private Operation run(String text, Submission how) throws Exception {
        Plan plan = plan(text, how);
        assertEquals(List.of(), lab.engine.check(plan).problems(), "a plan that would be refused");
        return lab.done(plan);
    }

    private void undo(Operation done) throws Exception {
        lab.undo(done);
        assertTrue(lab.read(JOB).isEmpty() && lab.read(CONFIG).isEmpty(), "something of it is still there");
    }

    private static boolean runs(Task task) {
        return task.getPhase() == TaskPhase.RUNNING;
    }

    private Submission on(String node) throws Exception {
        return new Submission.On(new Target.OnNode(lab.node(node)));
    }

    @Test
    void freeItRunsAndIsGoneWhenTakenBack() throws Exception {
        Operation done = run(MANIFEST, new Submission.Free());
        lab.tasks("fresh", 2, SubmitJourney::runs);
        assertEquals("0644", Trees.text(lab.read(CONFIG), "/data/mode"));
        undo(done);
    }

    @Test
    void placedItRunsOnTheNode() throws Exception {
        Operation done = run(MANIFEST, on("n3"));
        lab.tasks("fresh", 2, task -> runs(task) && task.getNode().getName().equals("n3"));
        undo(done);
    }

    @Test
    void heldItsPodsWaitAtTheGateUntilTheyArePlaced() throws Exception {
        Operation done = run(MANIFEST, new Submission.Held());
        lab.tasks("fresh", 2, task -> task.getPhase() == TaskPhase.GATED);
        undo(done);
    }

    @Test
    void whatBeginsToRunAfterTheUndoWasPlannedIsNotDeletedByIt() throws Exception {
        Operation done = run(MANIFEST, new Submission.Held());
        List<Task> held = lab.tasks("fresh", 2, task -> task.getPhase() == TaskPhase.GATED);
        Plan undo = assertInstanceOf(UndoProposal.Ready.class, lab.engine.undoPlan(done.id()))
                .plan();
        assertTrue(undo.effects().toString().contains("none of its pods runs"), undo.effects()::toString);
        for (String name : lab.inRealm(() -> held.stream().map(Task::getName).toList())) {
            lab.merge(ObjectRef.pod("team", name), "{\"spec\":{\"schedulingGates\":null}}");
        }
        lab.tasks("fresh", 2, SubmitJourney::runs);
        assertEquals(
                List.of("2 pods have begun to run since this was planned, and would end."),
                lab.engine.check(undo).problems());
        lab.engine.undo(done.id(), undo, "");
        lab.await("the refused undo", () -> lab.engine.operations().stream()
                .anyMatch(operation -> operation.state() == OperationState.FAILED));
        assertEquals("", Trees.text(lab.read(JOB), "/metadata/deletionTimestamp"));
        lab.tasks("fresh", 2, SubmitJourney::runs);
        undo(done);
    }

    @Test
    void aNewNamespaceAndWhatLiesInItAreOneSubmission() throws Exception {
        String text = "apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh-team}\n---\n"
                + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: fresh-team}\n";
        Operation done = run(text, new Submission.Free());
        ObjectRef there = new ObjectRef("", "v1", "configmaps", "ConfigMap", "fresh-team", "settings");
        assertEquals("settings", Trees.text(lab.read(there), "/metadata/name"));
        lab.create(
                new ObjectRef("", "v1", "configmaps", "ConfigMap", "fresh-team", "theirs"),
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"namespace\":\"fresh-team\",\"name\":\"theirs\"}}");
        UndoProposal.Changed changed = assertInstanceOf(UndoProposal.Changed.class, lab.engine.undoPlan(done.id()));
        assertTrue(
                changed.changes().getFirst().words().contains("ConfigMap fresh-team/theirs"),
                changed.changes()::toString);
        lab.engine.undo(done.id(), changed.merge().orElseThrow(), "");
        lab.await("ours to go", () -> lab.read(there).isEmpty());
        ObjectRef space = new ObjectRef("", "v1", "namespaces", "Namespace", "", "fresh-team");
        assertEquals("", Trees.text(lab.read(space), "/metadata/deletionTimestamp"));
    }

    @Test
    void whoMovesIntoANewNamespaceBeforeItsUndoRunsKeepsIt() throws Exception {
        String text = "apiVersion: v1\nkind: Namespace\nmetadata: {name: fresh-team}\n---\n"
                + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: fresh-team}\n";
        ObjectRef space = new ObjectRef("", "v1", "namespaces", "Namespace", "", "fresh-team");
        lab.undo(run(text.replace("fresh-team", "fresh-crew"), new Submission.Free()));
        JsonNode crew = lab.read(new ObjectRef("", "v1", "namespaces", "Namespace", "", "fresh-crew"));
        assertTrue(
                crew.isEmpty()
                        || !Trees.text(crew, "/metadata/deletionTimestamp").isEmpty(),
                crew::toString);
        Operation done = run(text, new Submission.Free());
        Plan undo = assertInstanceOf(UndoProposal.Ready.class, lab.engine.undoPlan(done.id()))
                .plan();
        lab.create(
                new ObjectRef("", "v1", "secrets", "Secret", "fresh-team", "pull"),
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"namespace\":\"fresh-team\","
                        + "\"name\":\"pull\"},\"stringData\":{\"canary\":\"never-asked-for\"}}");
        lab.engine.undo(done.id(), undo, "");
        lab.await("the undo to end", () -> lab.engine.operations().stream()
                .anyMatch(one -> one.state() == OperationState.FAILED
                        && one.toString().contains("it holds what others put there: Secret fresh-team/pull")));
        assertEquals("", Trees.text(lab.read(space), "/metadata/deletionTimestamp"));
    }

    @Test
    void whatTheServerDoesNotTakeIsSaidBeforeAnythingIsSent() throws Exception {
        Plan plan = plan(MANIFEST.replace("image: example/train:1", ""), new Submission.Free());
        List<String> problems = lab.engine.check(plan).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().contains("image"), problems::toString);
        assertTrue(lab.read(CONFIG).isEmpty(), "a dry run changes nothing");
    }

    @Test
    void aMisspeltFieldIsNamedBeforeThePlan() throws Exception {
        assertEquals(
                List.of("Job has no field spec.template.spec.containers[0].imagine in this cluster. Did you mean"
                        + " image?"),
                asRead(MANIFEST.replace("image:", "imagine:")).flaws().stream()
                        .map(flaw -> flaw.problem())
                        .toList());
    }

    @Test
    void whatIsThereAlreadyIsRefusedWithItsLine() throws Exception {
        run(MANIFEST, new Submission.Held());
        Manifest again = asRead(MANIFEST);
        assertEquals(
                List.of("Job team/fresh exists already."),
                again.flaws().stream().map(flaw -> flaw.problem()).toList(),
                "before it is planned");
        Result result = lab.inRealm(() -> submissions.plan(cluster, again, new Submission.Free()))
                .get(60, TimeUnit.SECONDS);
        assertEquals(
                "line 8: Job team/fresh exists already.",
                assertInstanceOf(Result.Refused.class, result).reason());
    }
}
