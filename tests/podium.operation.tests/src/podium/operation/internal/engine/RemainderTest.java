// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.core.testkit.TestKinds;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.StepProgress;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** What an interrupted operation would send is shown as it is now, before it is gone on with or rolled back. */
class RemainderTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final ObjectRef OTHER = ObjectRef.node("n2");
    private static final ObjectRef POD = ObjectRef.pod("team", "a");

    private final FakeCluster cluster = new FakeCluster();
    private final Path directory;

    RemainderTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void interrupted() throws IOException {
        cluster.put(NODE, "{\"spec\":{}}");
        cluster.put(OTHER, "{\"spec\":{}}");
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\"},\"spec\":{\"nodeName\":\"n1\"}}");
        Plan plan = Bench.plan(
                Bench.set(NODE, "unschedulable", "true", "null"),
                Bench.field(NODE, "/spec/ready", "yes", Duration.ofMinutes(5)),
                Bench.set(OTHER, "unschedulable", "true", "null"),
                Bench.evict(Duration.ofSeconds(10), Bench.victim(POD, "A")));
        try (Bench first = Bench.marking(cluster, directory, FileJournalChannel::new)) {
            first.until(
                    first.engine.submit(plan), operation -> operation.status().startsWith("Wait for"));
        }
    }

    private Bench again() {
        return Bench.marking(cluster, directory, FileJournalChannel::new);
    }

    private static List<String> words(Plan plan) {
        return plan.steps().stream().map(Step::words).toList();
    }

    @Test
    void whatIsLeftIsShownAndNothingIsSentForIt() throws IOException {
        try (Bench next = again()) {
            Operation found = next.only();
            assertEquals(OperationState.INTERRUPTED, found.state());
            int sent = cluster.requests().size();
            Plan plan = next.engine.remainder(found.id(), false);
            assertEquals(List.of("Wait for /spec/ready", "MERGE_PATCH n2", "Evict"), words(plan));
            assertEquals("Resume: Test test", plan.title());
            assertTrue(plan.effects().getFirst().contains("1 of 4 steps done"), plan.effects()::toString);
            assertEquals(
                    List.of("Node n2"),
                    plan.changes().stream().map(one -> one.object()).toList());
            assertEquals(
                    List.of(),
                    next.engine.checkRemainder(found.id(), false).problems(),
                    "its own mark is no stranger's");
            assertEquals(sent, cluster.requests().size());
        }
    }

    @Test
    void howFarEachStepCameIsKnownAlsoOfWhatWasTakenBack() throws IOException {
        try (Bench next = again()) {
            String id = next.only().id();
            assertEquals(new StepProgress(1, 1, 0, 0), next.only().steps().getFirst());
            next.engine.abort(id);
            List<StepProgress> steps = next.ended(id).steps();
            assertTrue(steps.getFirst().isTakenBack(), steps::toString);
            assertEquals(new StepProgress(1, 0, 0, 0), steps.getLast());
        }
    }

    @Test
    void whatSomebodyElseChangedIsShownAsLeftAndNotAsTakenBackAlsoAfterARestart() throws IOException {
        cluster.change(NODE, node -> node.withObject("/spec").put("unschedulable", "for another reason"));
        String id;
        try (Bench next = again()) {
            id = next.only().id();
            next.engine.abort(id);
            StepProgress first = next.ended(id).steps().getFirst();
            assertEquals(new StepProgress(1, 1, 0, 1), first);
            assertFalse(first.isTakenBack() || first.stands(), first::toString);
        }
        try (Bench later = again()) {
            assertEquals(new StepProgress(1, 1, 0, 1), later.only().steps().getFirst(), "read anew");
        }
    }

    private static Step emptied(String node) {
        return new Step.Await(
                ObjectRef.node(node),
                new Expectation.NoOtherPods(List.of(), "uid-" + node),
                Duration.ofMinutes(5),
                "Look at " + node);
    }

    @Test
    void whatADrainStillEvictsAndWhichNodesFillAgainIsSaidBeforeItGoesOn() throws IOException {
        ObjectRef late = ObjectRef.pod("team", "late");
        for (String node : List.of("w1", "w2")) {
            cluster.put(ObjectRef.node(node), "{\"metadata\":{\"uid\":\"uid-" + node + "\"},\"spec\":{}}");
        }
        cluster.put(
                late,
                "{\"metadata\":{\"uid\":\"L\"},\"spec\":{\"nodeName\":\"w2\",\"containers\":[{\"resources\":{\"limits\":"
                        + "{\"nvidia.com/gpu\":\"8\"}}}]},\"status\":{\"phase\":\"Running\",\"startTime\":\""
                        + Instant.now().minus(Duration.ofHours(2)) + "\"}}");
        cluster.rule =
                write -> write.target().equals(late) ? Optional.of(FakeCluster.budget("needs 2")) : Optional.empty();
        Path other = directory.resolve("drain");
        try (Bench first = Bench.marking(cluster, other, FileJournalChannel::new)) {
            String id = first.engine.submit(Bench.plan(
                    Bench.set(ObjectRef.node("w1"), "unschedulable", "true", "null"),
                    Bench.set(ObjectRef.node("w2"), "unschedulable", "true", "null"),
                    Bench.evict(Duration.ofMinutes(5), Bench.victim(POD, "A")),
                    emptied("w1"),
                    Bench.evict(Duration.ofMinutes(5), Bench.victim(late, "L")),
                    emptied("w2")));
            first.until(id, operation -> operation.status().contains("needs 2"));
        }
        cluster.change(ObjectRef.node("w1"), node -> node.withObject("/spec").remove("unschedulable"));
        try (Bench next = Bench.marking(cluster, other, FileJournalChannel::new)) {
            Operation found = next.only();
            Plan rest = next.engine.remainder(found.id(), false);
            String effects = rest.effects().toString();
            assertTrue(
                    effects.contains(found.done() + " of " + found.total() + " steps"), "as it is listed: " + effects);
            assertTrue(effects.contains("Of 2 pods to evict 1 is gone already"), effects);
            assertTrue(effects.contains("w1 is drained already, but somebody lifted its cordon"), effects);
            assertFalse(effects.contains("since this was planned"), effects);
            ObjectRef gang = ObjectRef.pod("team", "gang-c-0");
            cluster.put(
                    gang,
                    "{\"metadata\":{\"uid\":\"G\",\"namespace\":\"team\",\"name\":\"gang-c-0\"},"
                            + "\"spec\":{\"nodeName\":\"w2\"},\"status\":{\"phase\":\"Running\"}}");
            String told = next.engine.remainder(found.id(), false).effects().toString();
            assertTrue(told.contains("team/gang-c-0 came to w2 since this was planned: it is not evicted"), told);
            cluster.change(
                    ObjectRef.node("w2"), node -> node.withObject("/spec").remove("unschedulable"));
            assertTrue(next.engine
                    .remainder(found.id(), false)
                    .effects()
                    .toString()
                    .contains("lifted the cordon of w2"));
        }
    }

    /** The plan of going on said nothing of it, and failed as soon as it was confirmed. */
    @Test
    void aNodeThatWasMadeAnewIsSaidBeforeItsDrainGoesOn() throws IOException {
        ObjectRef node = ObjectRef.node("w1");
        cluster.put(node, "{\"metadata\":{\"uid\":\"uid-w1\"},\"spec\":{}}");
        cluster.rule =
                write -> write.target().equals(POD) ? Optional.of(FakeCluster.budget("needs 2")) : Optional.empty();
        Path other = directory.resolve("drain");
        try (Bench first = Bench.marking(cluster, other, FileJournalChannel::new)) {
            String id = first.engine.submit(Bench.plan(
                    Bench.set(node, "unschedulable", "true", "null"),
                    Bench.evict(Duration.ofMinutes(5), Bench.victim(POD, "A")),
                    emptied("w1")));
            first.until(id, operation -> operation.status().contains("needs 2"));
        }
        cluster.put(node, "{\"metadata\":{\"uid\":\"another\"},\"spec\":{\"unschedulable\":true}}");
        try (Bench next = Bench.marking(cluster, other, FileJournalChannel::new)) {
            String id = next.only().id();
            List<String> problems = next.engine.checkRemainder(id, false).problems();
            assertEquals(1, problems.size(), problems::toString);
            assertTrue(
                    problems.getFirst().startsWith("Node w1 is another one now: somebody deleted"), problems::toString);
            assertEquals(List.of(), next.engine.checkRemainder(id, true).problems(), "it can be rolled back");
        }
    }

    /** It was said to have changed, and its changes were to be applied to the latest version. */
    @Test
    void anObjectThatWasMadeAnewIsSaidBeforeWhatIsLeftIsWrittenToIt() throws IOException {
        ObjectRef job = TestKinds.job("team", "gated");
        cluster.put(job, "{\"metadata\":{\"uid\":\"J\"},\"spec\":{}}");
        Path other = directory.resolve("other");
        Step.Write pin = Bench.write(
                ApiWrite.Verb.MERGE_PATCH,
                job,
                "{\"metadata\":{\"uid\":\"J\"},\"spec\":{\"color\":\"red\"}}",
                Optional.of("J"),
                Optional.empty());
        try (Bench first = Bench.marking(cluster, other, FileJournalChannel::new)) {
            first.until(
                    first.engine.submit(
                            Bench.plan(Bench.field(NODE, "/spec/later", "yes", Duration.ofMinutes(5)), pin)),
                    operation -> operation.status().startsWith("Wait for"));
        }
        cluster.put(job, "{\"metadata\":{\"uid\":\"K\"},\"spec\":{}}");
        try (Bench next = Bench.marking(cluster, other, FileJournalChannel::new)) {
            List<String> problems =
                    next.engine.checkRemainder(next.only().id(), false).problems();
            assertEquals(
                    List.of("Job team/gated is another one now: somebody deleted and recreated it since this began, so"
                            + " this cannot go on. Roll it back, which leaves the new one as it is; then plan what"
                            + " the new one needs."),
                    problems);
            assertEquals(
                    List.of("Job team/gated is another object now: it was deleted and created again."),
                    next.engine.check(Bench.plan(pin)).problems(),
                    "a plan that is open says so too");
        }
    }

    @Test
    void thatNoNodeHasTheLabelsOfAPinAnyMoreIsSaidBeforeItIsWritten() throws IOException {
        ObjectRef job = TestKinds.job("team", "train");
        String node = "{\"metadata\":{\"labels\":{\"kubernetes.io/hostname\":\"%s\"}},\"spec\":{\"unschedulable\":%s}}";
        cluster.put(NODE, node.formatted("n1", "false"));
        cluster.put(OTHER, node.formatted("n2", "false"));
        cluster.put(job, "{\"metadata\":{\"uid\":\"J\"},\"spec\":{}}");
        Path other = directory.resolve("other");
        Step.Write pin = Bench.write(
                ApiWrite.Verb.MERGE_PATCH,
                job,
                "{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"n2\",\"old\":null}}}",
                Optional.of("J"),
                Optional.empty());
        try (Bench first = Bench.marking(cluster, other, FileJournalChannel::new)) {
            first.until(
                    first.engine.submit(Bench.plan(
                            "place",
                            List.of(Bench.field(NODE, "/spec/later", "yes", Duration.ofMinutes(5)), pin),
                            List.of())),
                    operation -> operation.status().startsWith("Wait for"));
        }
        try (Bench next = Bench.marking(cluster, other, FileJournalChannel::new)) {
            String id = next.only().id();
            assertEquals(List.of(), next.engine.checkRemainder(id, false).problems());
            assertEquals(1, next.engine.remainder(id, false).effects().size());
            cluster.put(OTHER, node.formatted("n2", "true"));
            assertEquals(
                    "Job team/train is pinned to kubernetes.io/hostname=n2, which is cordoned now: unless it tolerates"
                            + " that, it waits there.",
                    next.engine.remainder(id, false).effects().getLast());
            assertEquals(List.of(), next.engine.checkRemainder(id, false).problems());
            cluster.put(OTHER, node.formatted("zzz", "false"));
            assertEquals(
                    List.of("Job team/train is to be pinned to kubernetes.io/hostname=n2, which no node has any more:"
                            + " it would wait for good. Roll this back, and place it somewhere else."),
                    next.engine.checkRemainder(id, false).problems());
            assertEquals(List.of(), next.engine.checkRemainder(id, true).problems(), "it can be rolled back");
        }
    }

    @Test
    void itIsCheckedAsItIsNow() throws IOException {
        cluster.remove(POD);
        cluster.remove(OTHER);
        try (Bench next = again()) {
            String id = next.only().id();
            Plan plan = next.engine.remainder(id, false);
            assertTrue(plan.effects().toString().contains("Of 1 pod to evict 1 is gone already"), plan.toString());
            assertEquals(List.of("Wait for /spec/ready", "MERGE_PATCH n2"), words(plan));
            assertTrue(
                    next.engine.checkRemainder(id, false).problems().toString().contains("not found"));
            cluster.open = Optional.empty();
            assertThrows(IOException.class, () -> next.engine.remainder(id, false), "it cannot be told");
            assertTrue(
                    next.engine.checkRemainder(id, false).problems().toString().contains("not open"));
        }
    }

    @Test
    void rollingBackShowsWhatIsTakenBackAndLeavesWhatOthersChanged() throws IOException {
        try (Bench next = again()) {
            String id = next.only().id();
            Plan plan = next.engine.remainder(id, true);
            assertEquals(List.of("MERGE_PATCH n1"), words(plan));
            assertEquals("roll back", plan.kind());
            cluster.change(NODE, node -> node.withObject("/spec").remove("unschedulable"));
            Plan after = next.engine.remainder(id, true);
            assertEquals(List.of(), words(after));
            assertTrue(after.effects().getFirst().contains("this is already so"), after.effects()::toString);
        }
    }

    @Test
    void ofTwoWritesToOneFieldBothAreShownAsTakenBack() throws IOException {
        ObjectRef fresh = ObjectRef.node("n3");
        cluster.put(fresh, "{\"spec\":{}}");
        Path other = directory.resolve("other");
        try (Bench next = interruptedAfter(
                other,
                Bench.set(fresh, "color", "\"red\"", "null"),
                Bench.set(fresh, "color", "\"blue\"", "\"red\""))) {
            Plan back = next.engine.remainder(next.only().id(), true);
            assertEquals(List.of("MERGE_PATCH n3", "MERGE_PATCH n3"), words(back), back::toString);
            assertFalse(back.effects().toString().contains("somebody else"), back::toString);
        }
    }

    @Test
    void whatWasMadeAndChangedByAnotherIsShownAsLeftAsTheRollbackLeavesIt() throws IOException {
        ObjectRef made = ObjectRef.pod("team", "made");
        Path other = directory.resolve("other");
        Step.Write create = Bench.write(
                ApiWrite.Verb.CREATE,
                made,
                "{\"metadata\":{\"annotations\":{\"" + CreationMark.KEY + "\":\"m\"}},\"spec\":{}}",
                Optional.empty(),
                Optional.of(Bench.api(ApiWrite.Verb.DELETE, made, "", Optional.empty())));
        try (Bench next = interruptedAfter(other, create, Bench.set(made, "color", "\"red\"", "null"))) {
            cluster.change(made, pod -> pod.withObject("/spec").put("color", "green"));
            String id = next.only().id();
            Plan back = next.engine.remainder(id, true);
            assertEquals(List.of(), words(back), back::toString);
            assertTrue(back.irreversible().toString().contains("DELETE made: left as it is"), back::toString);
            next.engine.abort(id);
            next.ended(id);
            assertEquals(
                    "green", cluster.get(made).orElseThrow().at("/spec/color").asText());
        }
    }

    @Test
    void whatADeletionCostIsSaidAlsoWhereItIsGoneAlreadyAndWhereItIsMadeAnew() throws IOException {
        ObjectRef job = TestKinds.job("team", "gone");
        cluster.put(job, "{\"metadata\":{\"uid\":\"J\"},\"spec\":{}}");
        String loss = "What its pods did is lost.";
        Step.Write delete = Bench.write(
                ApiWrite.Verb.DELETE,
                job,
                "",
                Optional.of("J"),
                Optional.of(Bench.api(ApiWrite.Verb.CREATE, job, "{\"spec\":{}}", Optional.empty())));
        Plan plan = Bench.plan(
                "delete", List.of(delete, Bench.field(NODE, "/spec/later", "yes", Duration.ofMinutes(5))), List.of());
        Plan costly = new Plan(
                plan.cluster(),
                plan.kind(),
                plan.title(),
                plan.steps(),
                plan.effects(),
                List.of(loss),
                plan.changes(),
                plan.undo());
        Path other = directory.resolve("other");
        try (Bench first = Bench.marking(cluster, other, FileJournalChannel::new)) {
            first.until(
                    first.engine.submit(costly), operation -> operation.status().startsWith("Wait for"));
        }
        try (Bench next = Bench.marking(cluster, other, FileJournalChannel::new)) {
            String id = next.only().id();
            Plan on = next.engine.remainder(id, false);
            assertTrue(on.goesOn(), on::toString);
            assertEquals("delete", on.firstKind());
            assertEquals(List.of(loss), on.irreversible());
            Plan back = next.engine.remainder(id, true);
            assertEquals(List.of("CREATE gone"), words(back));
            assertEquals(List.of(loss), back.irreversible());
            assertTrue(back.effects().toString().contains("gone is created again"), back::toString);
        }
    }

    /** Killed while it was rolled back: to go on is to go on with that, and that is shown. */
    @Test
    void goingOnWithARollBackIsShownAsWhatItIs() throws IOException {
        String id;
        cluster.rule = write -> write.target().equals(NODE) && write.body().contains("unschedulable")
                ? Optional.of(new WriteResult.Unanswered("gone", true))
                : Optional.empty();
        try (Bench first = again()) {
            id = first.only().id();
            first.engine.abort(id);
            first.until(
                    id,
                    operation -> operation.state() == OperationState.UNDOING
                            && operation.status().contains("gone"));
        }
        cluster.rule = _ -> Optional.empty();
        try (Bench next = again()) {
            assertTrue(next.only().status().contains("while it was rolled back"), next.only()::status);
            Plan on = next.engine.remainder(id, false);
            assertEquals(List.of("MERGE_PATCH n1"), words(on), on::toString);
            assertEquals("roll back", on.firstKind());
            assertTrue(on.title().startsWith("Resume the rollback: "), on::title);
            assertEquals(words(on), words(next.engine.remainder(id, true)));
            next.engine.resume(id);
            assertEquals(OperationState.ABORTED, next.ended(id).state());
            assertTrue(cluster.get(NODE).orElseThrow().at("/spec/unschedulable").isMissingNode());
        }
    }

    /** An operation that wrote this and was cut off while it waited; looked at anew. */
    private Bench interruptedAfter(Path journal, Step.Write... writes) throws IOException {
        List<Step> steps = new ArrayList<>(List.of(writes));
        steps.add(Bench.field(writes[0].write().target(), "/spec/ready", "yes", Duration.ofMinutes(5)));
        try (Bench first = Bench.marking(cluster, journal, FileJournalChannel::new)) {
            first.until(
                    first.engine.submit(Bench.plan("test", steps, List.of())),
                    operation -> operation.status().startsWith("Wait for"));
        }
        return Bench.marking(cluster, journal, FileJournalChannel::new);
    }

    @Test
    void rollingBackSaysWhatDiesWithItAndWhatThatCosts() throws IOException {
        ObjectRef job = TestKinds.job("team", "train");
        cluster.put(job, "{\"spec\":{\"suspend\":true,\"ready\":\"no\"}}");
        Path other = directory.resolve("other");
        try (Bench first = Bench.marking(cluster, other, FileJournalChannel::new)) {
            Plan plan = Bench.plan(
                    Bench.set(job, "suspend", "false", "true"),
                    Bench.field(job, "/spec/ready", "yes", Duration.ofMinutes(5)));
            first.until(
                    first.engine.submit(plan), operation -> operation.status().startsWith("Wait for"));
        }
        cluster.put(
                ObjectRef.pod("team", "train-0"),
                "{\"metadata\":{\"labels\":{\"job-name\":\"train\"}},\"status\":{\"phase\":\"Running\"}}");
        try (Bench next = Bench.marking(cluster, other, FileJournalChannel::new)) {
            String id = next.only().id();
            Plan back = next.engine.remainder(id, true);
            assertTrue(
                    back.effects().contains("Job team/train is suspended: 1 running pod ends."),
                    back.effects()::toString);
            assertFalse(back.irreversible().isEmpty(), back::toString);
            assertEquals(List.of(), next.engine.remainder(id, false).irreversible(), "going on ends nothing");
        }
    }

    /** Stopped and started again by what is taken back: in the end its fields are as they are now, and its pods are not. */
    @Test
    void aRollBackThatStopsAndStartsAJobSaysWhatDiesWithItToo() throws IOException {
        ObjectRef job = TestKinds.job("team", "moved");
        cluster.put(job, "{\"spec\":{\"suspend\":false}}");
        try (Bench next = interruptedAfter(
                directory.resolve("other"),
                Bench.set(job, "suspend", "true", "false"),
                Bench.set(job, "suspend", "false", "true"))) {
            cluster.put(
                    ObjectRef.pod("team", "moved-0"),
                    "{\"metadata\":{\"labels\":{\"job-name\":\"moved\"}},\"status\":{\"phase\":\"Running\"}}");
            Plan back = next.engine.remainder(next.only().id(), true);
            assertTrue(
                    back.effects().contains("Job team/moved is suspended: 1 running pod ends."),
                    back.effects()::toString);
            assertFalse(back.irreversible().isEmpty(), back::toString);
        }
    }
}
