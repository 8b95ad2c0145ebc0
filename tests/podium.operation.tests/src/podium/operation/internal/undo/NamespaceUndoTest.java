// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** A namespace that was made here is not taken away under others who have moved in. */
class NamespaceUndoTest {
    private static final ObjectRef SPACE = new ObjectRef("", "v1", "namespaces", "Namespace", "", "fresh");
    private static final ObjectRef JOB = job("train");
    private static final ObjectRef POD = ObjectRef.pod("fresh", "train-0");
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final ObjectRef ROOT =
            new ObjectRef("", "v1", "configmaps", "ConfigMap", "fresh", "kube-root-ca.crt");

    private final FakeCluster cluster = new FakeCluster();
    private final Bench bench;

    NamespaceUndoTest(@TempDir Path directory) {
        bench = new Bench(cluster, directory);
        cluster.put(NODE, "{\"metadata\":{\"uid\":\"N\"},\"spec\":{}}");
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private static ObjectRef job(String name) {
        return new ObjectRef("batch", "v1", "jobs", "Job", "fresh", name);
    }

    private static Step.Write create(ObjectRef ref) {
        return Bench.write(
                ApiWrite.Verb.CREATE,
                ref,
                "{\"metadata\":{\"name\":\"" + ref.name() + "\"},\"spec\":{\"n\":1}}",
                Optional.empty(),
                Optional.of(Bench.api(ApiWrite.Verb.DELETE, ref, "", Optional.empty())));
    }

    private Operation submitted() {
        List<Step> writes = List.of(create(SPACE), create(JOB));
        List<Step> undo = List.of(back(JOB), back(SPACE));
        Operation done = bench.run(Bench.plan("submit", writes, undo));
        assertEquals(OperationState.DONE, done.state(), done::toString);
        String uid = cluster.get(JOB).map(Json::uid).orElseThrow();
        cluster.put(
                POD,
                "{\"metadata\":{\"name\":\"train-0\",\"uid\":\"P\",\"ownerReferences\":[{\"controller\":true,\"uid\":\""
                        + uid + "\"}]}}");
        cluster.put(ROOT, "{\"metadata\":{\"name\":\"kube-root-ca.crt\",\"uid\":\"R\"}}");
        return done;
    }

    private static Step.Write back(ObjectRef ref) {
        return new Step.Write(Bench.api(ApiWrite.Verb.DELETE, ref, "", Optional.empty()), Optional.empty());
    }

    private void somebodyMovesIn() {
        ObjectRef theirs = job("theirs");
        cluster.put(theirs, "{\"metadata\":{\"name\":\"theirs\",\"uid\":\"T\"}}");
        cluster.put(
                ObjectRef.pod("fresh", "theirs-0"),
                "{\"metadata\":{\"name\":\"theirs-0\",\"uid\":\"T0\",\"ownerReferences\":"
                        + "[{\"controller\":true,\"uid\":\"T\"}]}}");
    }

    private void undone(Operation done, Plan plan) {
        bench.engine.undo(done.id(), plan, "");
        assertEquals(OperationState.DONE, bench.ended(bench.newest(done.id())).state());
    }

    @Test
    void whereNobodyElseIsItGoesWithWhatIsInIt() {
        Operation done = submitted();
        undone(
                done,
                assertInstanceOf(UndoProposal.Ready.class, bench.engine.undoPlan(done.id()))
                        .plan());
        assertTrue(cluster.get(SPACE).isEmpty());
    }

    @Test
    void whoHasMovedInIsNamedAndStays() {
        Operation done = submitted();
        somebodyMovesIn();
        UndoProposal.Changed changed = assertInstanceOf(UndoProposal.Changed.class, bench.engine.undoPlan(done.id()));
        assertEquals(
                List.of("Namespace fresh: it holds what others put there: Job fresh/theirs. The server does not say"
                        + " who did it."),
                changed.changes().stream().map(UndoProposal.Change::words).toList());
        Plan anyway = changed.anyway().orElseThrow();
        assertTrue(
                anyway.irreversible().stream().anyMatch(loss -> loss.contains("Job fresh/theirs")),
                () -> anyway.irreversible().toString());
        undone(done, changed.merge().orElseThrow());
        assertTrue(cluster.get(JOB).isEmpty());
        assertTrue(cluster.get(SPACE).isPresent());
    }

    @Test
    void rollingBackLeavesItToThemToo() {
        String id = bench.engine.submit(Bench.plan(
                create(SPACE), create(JOB), Bench.field(NODE, "/spec/ready", "yes", Duration.ofSeconds(10))));
        bench.until(id, operation -> operation.status().contains("spec.ready is not set"));
        somebodyMovesIn();
        bench.engine.abort(id);
        Operation aborted = bench.ended(id);
        assertTrue(cluster.get(JOB).isEmpty());
        assertTrue(cluster.get(SPACE).isPresent(), aborted::toString);
    }

    private Plan ready(Operation done) {
        return assertInstanceOf(UndoProposal.Ready.class, bench.engine.undoPlan(done.id()))
                .plan();
    }

    private Operation ended(Operation done, Plan plan) {
        bench.engine.undo(done.id(), plan, "");
        return bench.ended(bench.newest(done.id()));
    }

    private static String words(Operation done) {
        return String.join(
                        "\n", done.log().stream().map(Operation.LogLine::text).toList())
                + done.status();
    }

    private static ObjectRef kind(String group, String resource, String kind) {
        return new ObjectRef(group, "v1", resource, kind, "fresh", "");
    }

    @Test
    void whoMovesInBetweenThePlanAndTheDeletionKeepsTheNamespace() {
        Operation done = submitted();
        Plan plan = ready(done);
        somebodyMovesIn();
        Operation undone = ended(done, plan);
        assertEquals(OperationState.FAILED, undone.state(), undone::toString);
        assertTrue(
                words(undone)
                        .contains("was not sent: it holds what others put there: Job fresh/theirs."
                                + " Namespace fresh is left as it is."),
                words(undone));
        assertTrue(cluster.get(SPACE).isPresent());
        assertTrue(cluster.get(job("theirs")).isPresent());
    }

    @Test
    void whatTheOperatorAgreedToLoseGoesAndNothingMore() {
        Operation done = submitted();
        somebodyMovesIn();
        Plan anyway = assertInstanceOf(UndoProposal.Changed.class, bench.engine.undoPlan(done.id()))
                .anyway()
                .orElseThrow();
        cluster.put(job("later"), "{\"metadata\":{\"name\":\"later\",\"uid\":\"L\"}}");
        Operation undone = ended(done, anyway);
        assertEquals(OperationState.FAILED, undone.state(), undone::toString);
        assertTrue(words(undone).contains("it holds what others put there: Job fresh/later."), words(undone));
        assertTrue(cluster.get(SPACE).isPresent());
    }

    @Test
    void whatTheOperatorAgreedToLoseGoes() {
        Operation done = submitted();
        somebodyMovesIn();
        undone(
                done,
                assertInstanceOf(UndoProposal.Changed.class, bench.engine.undoPlan(done.id()))
                        .anyway()
                        .orElseThrow());
        assertTrue(cluster.get(SPACE).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({",secrets,Secret", "rbac.authorization.k8s.io,roles,Role", "kueue.x-k8s.io,localqueues,LocalQueue"})
    void aSecretARoleOrAQueueAloneIsSomebody(@Nullable String group, String resource, String name) {
        ObjectRef kind = kind(group == null ? "" : group, resource, name);
        cluster.serving = Optional.of(List.of(
                kind,
                kind("", "events", "Event"),
                kind("", "configmaps", "ConfigMap"),
                kind("", "pods", "Pod"),
                kind("batch", "jobs", "Job")));
        Operation done = submitted();
        cluster.put(new ObjectRef("", "v1", "events", "Event", "fresh", "e"), "{\"metadata\":{\"uid\":\"E\"}}");
        Plan plan = ready(done);
        ObjectRef theirs = new ObjectRef(kind.group(), "v1", resource, name, "fresh", "theirs");
        cluster.put(theirs, "{\"metadata\":{\"uid\":\"T\"}}");
        Operation undone = ended(done, plan);
        assertEquals(OperationState.FAILED, undone.state(), undone::toString);
        assertTrue(words(undone).contains(theirs.displayName()), words(undone));
        assertTrue(cluster.get(SPACE).isPresent(), "it is gone");
    }

    @Test
    void aGroupThatNobodyCanTellOfIsNamedAndAgreedTo() {
        Operation done = submitted();
        cluster.serving = Optional.of(
                List.of(kind("", "pods", "Pod"), kind("batch", "jobs", "Job"), kind("wild.example.com", "*", "")));
        UndoProposal.Changed changed = assertInstanceOf(UndoProposal.Changed.class, bench.engine.undoPlan(done.id()));
        assertTrue(
                changed.changes().getFirst().words().contains("no right to see what else is in it (wild.example.com)"),
                changed.changes()::toString);
        undone(done, changed.anyway().orElseThrow());
        assertTrue(cluster.get(SPACE).isEmpty());
    }

    @Test
    void whatComesInTheMomentOfTheDeletionIsTold() {
        Operation done = submitted();
        Plan plan = ready(done);
        cluster.before = write -> {
            if (write.verb() == ApiWrite.Verb.DELETE && write.target().equals(SPACE)) {
                somebodyMovesIn();
            }
        };
        Operation undone = ended(done, plan);
        assertTrue(
                undone.log().stream().anyMatch(line -> line.text()
                        .equals("While Namespace fresh was being deleted, somebody else created in it: Job"
                                + " fresh/theirs. Those are deleted with it.")),
                undone.log()::toString);
    }

    @Test
    void aNamespaceThatSomebodyLabelledSinceThePlanIsLeft() {
        Operation done = submitted();
        Plan plan = ready(done);
        cluster.change(SPACE, space -> space.withObject("/metadata/labels").put("team", "theirs"));
        Operation undone = ended(done, plan);
        assertEquals(OperationState.FAILED, undone.state(), undone::toString);
        assertTrue(cluster.get(SPACE).isPresent(), undone::toString);
    }
}
