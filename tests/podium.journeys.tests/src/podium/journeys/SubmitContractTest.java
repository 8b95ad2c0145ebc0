// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ObjectRef;
import podium.kubernetes.testkit.OwnerFixtures;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.TaskPhase;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.submit.Submissions;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.submit.Manifest;
import podium.operation.submit.ManifestCompiler.Source;
import podium.operation.submit.Submission;
import podium.placement.Subject;
import podium.placement.Target;

/**
 * What holds for a manifest of every kind of owner: its pods are known before it exists; submitted free it runs, placed it runs on
 * the node, held nothing of it runs; a plan passes its dry run; killed after any step it is there as a whole or not at all; taken
 * back it is gone.
 */
@Execution(ExecutionMode.CONCURRENT)
class SubmitContractTest {
    private static final ObjectRef CONFIG = new ObjectRef("", "v1", "configmaps", "ConfigMap", "team", "settings");
    private static final String COMPANION =
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\"},\"data\":{\"a\":\"1\"}}\n";

    static List<OwnerCase> owners() {
        return OwnerContractTest.owners();
    }

    private static final class Desk implements AutoCloseable {
        final OwnerBench bench;
        final OwnerCase owner;
        final Submissions submissions;
        final Cluster cluster;
        final Manifest manifest;

        Desk(OwnerCase owner, Path directory) throws Exception {
            this.owner = owner;
            bench = new OwnerBench(owner, directory);
            submissions = new Submissions(bench.lab.placement, bench.lab);
            cluster = bench.lab.node("n1").getCluster();
            String text = COMPANION + OwnerFixtures.text(owner.fixture());
            List<Source> sources = List.of(new Source("it.json", text));
            manifest = bench.lab
                    .inRealm(() -> submissions.read(cluster, sources, "team"))
                    .get(60, TimeUnit.SECONDS);
            assertEquals(List.of(), manifest.flaws());
        }

        Plan plan(Submission how) throws Exception {
            Result result = bench.lab
                    .inRealm(() -> submissions.plan(cluster, manifest, how))
                    .get(60, TimeUnit.SECONDS);
            return bench.lab.checked(result);
        }

        Operation run(Submission how) throws Exception {
            return bench.lab.done(plan(how));
        }

        Submission on(String node) throws Exception {
            return new Submission.On(new Target.OnNode(bench.lab.node(node)));
        }

        void gone() throws Exception {
            assertTrue(bench.lab.read(bench.ref).isEmpty(), "it is still there");
            assertTrue(bench.lab.read(CONFIG).isEmpty(), "its companion is still there");
            bench.lab.awaitModel("none of it", all -> all.getJobs().stream()
                    .noneMatch(job -> job.getName().startsWith(OwnerBench.NAME)
                            && !job.getTasks().isEmpty()));
        }

        /** All its pods wait at the gate, or it is suspended and has none. */
        void held() throws Exception {
            bench.lab.awaitModel("all of it held", all -> all.getJobs().stream()
                    .filter(job -> job.getName().equals(OwnerBench.NAME))
                    .anyMatch(this::isHeld));
        }

        private boolean isHeld(Job job) {
            boolean gated = job.getTasks().size() == owner.tasks()
                    && job.getTasks().stream().allMatch(task -> task.getPhase() == TaskPhase.GATED);
            return gated || job.isSuspended() && job.getTasks().isEmpty();
        }

        @Override
        public void close() throws Exception {
            bench.close();
        }
    }

    @ParameterizedTest
    @MethodSource("owners")
    void itsPodsAreKnownBeforeItExists(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (Desk desk = new Desk(owner, directory)) {
            Manifest.Item item = desk.manifest.jobs().getFirst();
            assertEquals(desk.bench.ref, item.ref());
            assertEquals(owner.tasks(), item.work().orElseThrow().tasks());
            String words = desk.bench.lab.inRealm(() -> {
                Subject subject = desk.submissions.supposed(desk.cluster, item).orElseThrow();
                assertEquals(4, desk.bench.lab.placement.verdicts(subject).size());
                return desk.submissions.fit(subject);
            });
            assertTrue(words.matches("fits [1-4] of 4 nodes.*"), words);
            desk.gone();
        }
    }

    @ParameterizedTest
    @MethodSource("owners")
    void runsFreeOrPlacedOrIsHeldAndIsGoneWhenTakenBack(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (Desk desk = new Desk(owner, directory)) {
            Operation free = desk.run(new Submission.Free());
            desk.bench.running("");
            desk.bench.lab.undo(free);
            desk.gone();
            String to = desk.bench.lab.emptiest();
            Operation placed = desk.run(desk.on(to));
            desk.bench.running(to);
            desk.bench.lab.undo(placed);
            desk.gone();
            Operation held = desk.run(new Submission.Held());
            desk.held();
            desk.bench.lab.undo(held);
            desk.gone();
        }
    }

    @ParameterizedTest
    @MethodSource("owners")
    void killedAfterAnyStepItIsThereAsAWholeOrNotAtAll(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (Desk desk = new Desk(owner, directory)) {
            String to = desk.bench.lab.emptiest();
            int steps = desk.plan(desk.on(to)).steps().size();
            assertEquals(2, steps, "the companion and the owner");
            for (int after = 0; after < steps; after++) {
                Operation found = desk.bench.killedAfter(after, desk.plan(desk.on(to)));
                if (!found.state().ended()) {
                    desk.bench.lab.engine.resume(found.id());
                }
                Operation done = desk.bench.lab.until(
                        found.id(), operation -> operation.state().ended());
                assertEquals(OperationState.DONE, done.state(), done::toString);
                desk.bench.running(to);
                desk.bench.lab.undo(done);
                desk.gone();
                Operation again = desk.bench.killedAfter(after, desk.plan(desk.on(to)));
                if (again.state() == OperationState.DONE) {
                    desk.bench.lab.undo(again);
                } else {
                    desk.bench.lab.engine.abort(again.id());
                    Operation back = desk.bench.lab.until(
                            again.id(), operation -> operation.state().ended());
                    assertEquals(OperationState.ABORTED, back.state(), back::toString);
                }
                desk.bench.lab.await(
                        "nothing of it",
                        () -> desk.bench.lab.read(desk.bench.ref).isEmpty());
                desk.gone();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("owners")
    void whatIsThereAlreadyIsNotSubmittedAgain(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (Desk desk = new Desk(owner, directory)) {
            desk.run(new Submission.Held());
            Result again = desk.bench
                    .lab
                    .inRealm(() -> desk.submissions.plan(desk.cluster, desk.manifest, new Submission.Free()))
                    .get(60, TimeUnit.SECONDS);
            String reason = assertInstanceOf(Result.Refused.class, again).reason();
            assertTrue(reason.startsWith("it.json, line 2: ") && reason.endsWith("exists already."), reason);
            assertFalse(desk.bench.lab.read(CONFIG).isEmpty());
        }
    }
}
