// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.OwnerFixtures;
import podium.model.fleet.Job;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/**
 * What holds for every kind that can be suspended, for every kind that starts jobs by itself, and for every kind whose pods are not
 * placed through it: the act passes its dry run, comes about, is taken back, and never writes over what somebody else set meanwhile.
 */
@Execution(ExecutionMode.CONCURRENT)
class ActContractTest {
    /** One of each way of being suspended. */
    private static final Set<String> SUSPENDED = Set.of("job", "jobset", "raycluster");

    static List<OwnerCase> suspended() {
        return OwnerCase.and(OwnerCase.fixed(), owner -> SUSPENDED.contains(owner.fixture()));
    }

    static List<OwnerCase> fixed() {
        return OwnerCase.fixed();
    }

    static List<OwnerCase> triggered() {
        return OwnerCase.fixed().stream().filter(owner -> owner.tasks() == 0).toList();
    }

    private static Result compile(OwnerBench bench, JobAction act) throws IOException {
        return bench.lab
                .connection
                .capability(JobActionCompiler.class)
                .orElseThrow()
                .compile(bench.ref, "", act);
    }

    private static Operation done(OwnerBench bench, JobAction act) throws Exception {
        return bench.lab.done(bench.lab.checked(compile(bench, act)));
    }

    private static void isSuspended(OwnerBench bench) throws Exception {
        bench.lab.awaitModel("nothing of it but that it is suspended", cluster -> cluster.getJobs().stream()
                .filter(job -> job.getName().equals(OwnerBench.NAME))
                .anyMatch(job -> job.isSuspended() && job.getTasks().isEmpty()));
    }

    private static void suspendedBySomebodyElse(OwnerBench bench) {
        bench.lab.merge(bench.ref, "{\"spec\":{\"suspend\":true}}");
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void suspendedNothingOfItRunsAndResumedOrTakenBackItRunsAgain(OwnerCase owner, @TempDir Path directory)
            throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            String before = bench.spec();
            Operation suspended = done(bench, new JobAction.Suspend());
            isSuspended(bench);
            bench.lab.undo(suspended);
            bench.running("");
            assertEquals(before, bench.spec());
            done(bench, new JobAction.Suspend());
            isSuspended(bench);
            Operation resumed = done(bench, new JobAction.Resume());
            bench.running("");
            bench.lab.undo(resumed);
            isSuspended(bench);
        }
    }

    @ParameterizedTest
    @MethodSource("suspended")
    void whatSomebodyElseSetMeanwhileStays(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            Plan plan = bench.lab.checked(compile(bench, new JobAction.Suspend()));
            bench.lab.merge(bench.ref, "{\"metadata\":{\"labels\":{\"theirs\":\"yes\"}}}");
            Operation suspended = bench.lab.done(plan);
            isSuspended(bench);
            bench.lab.undo(suspended);
            bench.running("");
            assertEquals("yes", Trees.text(bench.lab.read(bench.ref), "/metadata/labels/theirs"));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("fixed")
    void placedItIsRefusedWithWhatToDoInstead(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            Result.Refused refused =
                    assertInstanceOf(Result.Refused.class, bench.compile(bench.lab.elsewhere(OwnerBench.NAME)));
            assertFalse(refused.advice().isEmpty());
        }
    }

    private static List<String> jobs(OwnerBench bench) throws IOException {
        return bench
                .lab
                .connection
                .capability(ObjectReader.class)
                .orElseThrow()
                .list(AllKinds.job("team", ""), "", "")
                .stream()
                .map(ActContractTest::name)
                .filter(name -> name.startsWith(OwnerBench.NAME + "-"))
                .toList();
    }

    private static String name(String object) {
        try {
            return Trees.text(Trees.read(object), "/metadata/name");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The one that it has made; its pods are its own. */
    private static String made(OwnerBench bench) throws Exception {
        List<String> jobs = jobs(bench);
        assertEquals(1, jobs.size(), jobs::toString);
        Job job = bench.lab.job(jobs.getFirst());
        bench.lab.awaitModel("a task of the job itself", _ -> !job.getTasks().isEmpty());
        Job maker = bench.lab.job(OwnerBench.NAME);
        assertTrue(bench.lab.inRealm(() -> maker.getTasks().isEmpty()));
        return jobs.getFirst();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("triggered")
    void aJobIsStartedNowAsKubectlWouldAndGoneWhenThatIsTakenBack(OwnerCase owner, @TempDir Path directory)
            throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            String before = bench.lab.read(bench.ref).toString();
            Operation started = done(bench, new JobAction.Trigger());
            String name = made(bench);
            JsonNode job = bench.lab.read(AllKinds.job("team", name));
            JsonNode reference = job.at("/metadata/ownerReferences/0");
            assertEquals(
                    "manual",
                    job.at("/metadata/annotations")
                            .path("cronjob.kubernetes.io/instantiate")
                            .asText());
            assertEquals(
                    Trees.text(bench.lab.read(bench.ref), "/metadata/uid"),
                    reference.path("uid").asText());
            assertTrue(reference.path("controller").asBoolean());
            assertTrue(reference.path("blockOwnerDeletion").isMissingNode());
            bench.lab.undo(started);
            assertEquals(List.of(), jobs(bench));
            assertEquals(before, bench.lab.read(bench.ref).toString(), "it was written to");
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("triggered")
    void killedAfterAnyStepOneJobIsStartedOrNone(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            int steps = bench.lab
                    .checked(compile(bench, new JobAction.Trigger()))
                    .steps()
                    .size();
            for (int after = 0; after < steps; after++) {
                Operation found = bench.killedAfter(after, bench.lab.checked(compile(bench, new JobAction.Trigger())));
                if (!found.state().ended()) {
                    bench.lab.engine.resume(found.id());
                }
                Operation done = bench.lab.until(
                        found.id(), operation -> operation.state().ended());
                assertEquals(OperationState.DONE, done.state(), done::toString);
                made(bench);
                bench.lab.undo(done);
                assertEquals(List.of(), jobs(bench));
            }
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("triggered")
    void whatSomebodyElseChangedMeanwhileStartsNothing(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            Plan plan = bench.lab.checked(compile(bench, new JobAction.Trigger()));
            suspendedBySomebodyElse(bench);
            Operation failed = bench.lab.run(plan);
            assertNotEquals(OperationState.DONE, failed.state(), failed::toString);
            assertEquals(List.of(), jobs(bench));
        }
    }

    /** A job of the same name that is there since is another one: taking back does not touch it. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("triggered")
    void takenBackItDeletesNoOtherJobOfThatName(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            Operation started = done(bench, new JobAction.Trigger());
            ObjectRef job = AllKinds.job("team", made(bench));
            JsonNode ours = bench.lab.read(job);
            ObjectWriter writer =
                    bench.lab.connection.capability(ObjectWriter.class).orElseThrow();
            ApiWrite delete = new ApiWrite(
                    ApiWrite.Verb.DELETE,
                    job,
                    "",
                    "{}",
                    Optional.of(Trees.text(ours, "/metadata/uid")),
                    Optional.empty(),
                    "theirs");
            assertInstanceOf(WriteResult.Accepted.class, writer.send(delete, false));
            bench.lab.await("that it is gone", () -> bench.lab.read(job).isEmpty());
            bench.lab.create(job, OwnerFixtures.text("job").replace("\"it\"", "\"" + job.name() + "\""));
            bench.lab.engine.undo(started.id());
            bench.lab.await("the end of the undo", () -> bench.lab.engine.operations().stream()
                    .anyMatch(one ->
                            one.plan().kind().equals("undo") && one.state().ended()));
            assertFalse(bench.lab.read(job).isEmpty(), "the job of somebody else was deleted");
        }
    }
}
