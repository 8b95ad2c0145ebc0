// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.core.json.Json;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.plan.Step;

/** Exactly once, whatever the server answers: what is tried again, what is found out, and what is a refusal. */
class WriteRunnerTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final ObjectRef POD = ObjectRef.pod("team", "a");
    private static final Step.Write CORDON = Bench.set(NODE, "unschedulable", "true", "null");

    private final FakeCluster cluster = new FakeCluster();
    private final Bench bench;
    private final AtomicInteger tries = new AtomicInteger();

    WriteRunnerTest(@TempDir Path directory) {
        bench = Bench.patient(cluster, directory);
        cluster.put(NODE, "{\"metadata\":{\"uid\":\"N\"},\"spec\":{}}");
        cluster.put(POD, "{\"metadata\":{\"uid\":\"A\"},\"spec\":{}}");
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private Operation end(Step step) {
        return bench.ended(bench.engine.submit(Bench.plan(step)));
    }

    /** The first answers are these, then the server does its work. */
    private void first(int times, WriteResult answer) {
        cluster.late = _ -> tries.incrementAndGet() <= times ? Optional.of(answer) : Optional.empty();
    }

    private String spec() {
        return Json.text(cluster.get(NODE).orElseThrow(), "/spec/unschedulable");
    }

    private static String outcome(Operation operation) {
        return operation.outcome().orElse("");
    }

    @Test
    void ofAConflictEachFieldIsToldOnceWithWhatIsWantedThere() {
        cluster.change(NODE, node -> node.withObject("/spec").put("unschedulable", false));
        String patch = "[{\"op\":\"test\",\"path\":\"/spec/unschedulable\",\"value\":true},"
                + "{\"op\":\"remove\",\"path\":\"/spec/unschedulable\"}]";
        Operation failed = end(Bench.write(
                ApiWrite.Verb.JSON_PATCH,
                NODE,
                patch,
                Optional.empty(),
                Optional.of(Bench.api(
                        ApiWrite.Verb.MERGE_PATCH, NODE, "{\"spec\":{\"unschedulable\":true}}", Optional.empty()))));
        assertEquals(
                List.of("/spec/unschedulable true (removed) false"),
                failed.conflicts().stream()
                        .map(one -> one.field() + " " + one.base() + " " + one.ours() + " " + one.theirs())
                        .toList());
    }

    @Test
    void whatTheServerWarnsOfWhenItTakesAWriteStandsInTheLog() {
        first(1, new WriteResult.Accepted(200, "{\"metadata\":{\"uid\":\"N\"}}", List.of("v1beta1 is deprecated")));
        Operation done = end(CORDON);
        assertEquals(OperationState.DONE, done.state());
        assertTrue(
                done.log().stream().anyMatch(line -> line.text().equals("The server warns: v1beta1 is deprecated")),
                done::toString);
    }

    @Test
    void whatTheServerWarnsOfWhenItTakesADeletionStandsThereToo() {
        cluster.warnings = List.of("child pods are preserved by default");
        Operation done = end(Bench.write(ApiWrite.Verb.DELETE, POD, "{}", Optional.empty(), Optional.empty()));
        assertTrue(
                done.log().stream()
                        .anyMatch(line -> line.text().equals("The server warns: " + cluster.warnings.getFirst())),
                done::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized",
        "429, TooManyRequests",
        "500, InternalError",
        "502, BadGateway",
        "503, ServiceUnavailable",
        "504, Timeout"
    })
    void whatTimeMayCureIsTriedAgain(int status, String reason) {
        first(3, FakeCluster.refused(status, reason, "not now"));
        assertEquals(OperationState.DONE, end(CORDON).state());
        assertEquals("true", spec());
        assertEquals(4, cluster.requests().size());
    }

    @Test
    void aServerThatFailsOnThisWriteAgainAndAgainIsARefusalAndNotTriedForEver() {
        cluster.late = _ -> Optional.of(FakeCluster.refused(500, "InternalError", "webhook panicked"));
        Operation failed = end(CORDON);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(outcome(failed).contains("webhook panicked"), failed::toString);
        assertTrue(cluster.requests().size() <= 6, () -> cluster.requests().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 504})
    void aServerThatFailedAfterItHadDoneItIsNotAskedTwice(int status) {
        cluster.late = _ -> {
            cluster.change(NODE, node -> node.withObject("/spec").put("unschedulable", true));
            return Optional.of(FakeCluster.refused(status, "Timeout", "too late"));
        };
        Operation done = end(CORDON);
        assertEquals(OperationState.DONE, done.state());
        assertEquals(1, cluster.requests().size());
        assertTrue(done.log().stream().anyMatch(line -> line.text().contains("it was applied")), () -> done.log()
                .toString());
    }

    @Test
    void anObjectMadeAnewMeanwhileIsLeftAlone() {
        Step.Write cordon = Bench.write(
                ApiWrite.Verb.MERGE_PATCH,
                NODE,
                "{\"spec\":{\"unschedulable\":true}}",
                Optional.of("N"),
                Optional.empty());
        cluster.late = _ -> {
            cluster.put(NODE, "{\"metadata\":{\"uid\":\"other\"},\"spec\":{}}");
            return Optional.of(FakeCluster.refused(503, "ServiceUnavailable", "restarting"));
        };
        Operation failed = end(cordon);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(outcome(failed).contains("another object now"), failed::toString);
        assertEquals("", spec());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "EVICT"})
    void whatIsGoneAlreadyNeedsNoRemoval(ApiWrite.Verb verb) {
        cluster.late = _ -> Optional.of(FakeCluster.refused(404, "NotFound", "pods a not found"));
        assertEquals(
                OperationState.DONE,
                end(Bench.write(verb, POD, "", Optional.of("A"), Optional.empty()))
                        .state());
        assertEquals(1, cluster.requests().size());
    }

    @Test
    void whatIsGoneCannotBeChanged() {
        cluster.late = _ -> Optional.of(FakeCluster.refused(404, "NotFound", "nodes n1 not found"));
        Operation failed = end(CORDON);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(outcome(failed).contains("Node n1 does not exist any more"), failed::toString);
        assertEquals(1, cluster.requests().size());
    }

    @ParameterizedTest
    @CsvSource({
        "400, this server does not understand the request",
        "403, Node n1: the server forbids it",
        "405, does not offer that",
        "413, too large",
        "418, the server answered 418"
    })
    void aRefusalThatTimeDoesNotCureIsSaidOnceWithTheServersOwnWords(int status, String words) {
        cluster.late = _ -> Optional.of(FakeCluster.refused(status, "", "because of rule 7"));
        Operation failed = end(CORDON);
        assertEquals(OperationState.FAILED, failed.state());
        assertTrue(outcome(failed).contains(words), failed::toString);
        assertTrue(outcome(failed).contains("because of rule 7"), failed::toString);
        assertEquals(1, cluster.requests().size());
    }

    @Test
    void aBudgetThatForbidsARemovalIsWaitedForInItsOwnWords() {
        first(40, FakeCluster.budget("web needs 2 healthy pods"));
        String id = bench.engine.submit(
                Bench.plan(Bench.write(ApiWrite.Verb.EVICT, POD, "", Optional.of("A"), Optional.empty())));
        bench.until(id, operation -> operation.status().contains("web needs 2 healthy pods"));
        assertEquals(OperationState.DONE, bench.ended(id).state());
        assertTrue(cluster.get(POD).isEmpty());
    }

    @Test
    void aServerThatAnswersWithoutABodyHasDoneItNevertheless() {
        cluster.late = _ -> {
            cluster.change(NODE, node -> node.withObject("/spec").put("unschedulable", true));
            return Optional.of(new WriteResult.Accepted(200, "<html>proxy</html>", List.of()));
        };
        assertEquals(OperationState.DONE, end(CORDON).state());
    }

    @Test
    void whatTheServerWouldRefuseInABarrierIsSentToNobody() {
        Step.Write second = Bench.set(POD, "nodeName", "\"n1\"", "null");
        cluster.rule = write -> write.target().equals(POD)
                ? Optional.of(FakeCluster.refused(403, "Forbidden", "a policy"))
                : Optional.empty();
        Operation failed = end(new Step.Barrier(List.of(CORDON, second), "Both"));
        assertEquals(OperationState.FAILED, failed.state());
        assertEquals(List.of(), cluster.requests());
    }

    @Test
    void aServerThatOnlyCannotTryABarrierNowDoesNotKeepItFromBeingSent() {
        AtomicInteger dry = new AtomicInteger();
        cluster.rule = _ -> dry.incrementAndGet() <= 1
                ? Optional.of(FakeCluster.refused(503, "ServiceUnavailable", "no webhook"))
                : Optional.empty();
        assertEquals(
                OperationState.DONE,
                end(new Step.Barrier(List.of(CORDON), "One")).state());
        assertEquals("true", spec());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>welcome</html>", "", "{}", "[]", "{\"metadata\":{\"uid\":\"other\"}}"})
    void anAnswerThatIsNotTheObjectIsNoSuccess(String body) {
        ApiWrite named = new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH,
                NODE,
                "",
                CORDON.write().body(),
                Optional.of("N"),
                Optional.empty(),
                "Cordon n1");
        first(1, new WriteResult.Accepted(200, body, List.of()));
        Operation done = end(new Step.Write(named, CORDON.undo()));
        assertEquals(OperationState.DONE, done.state(), done::toString);
        assertEquals(2, tries.get());
        assertEquals("true", spec());
    }

    @Test
    void aStrangeAnswerToWhatWasDoneIsFoundOut() {
        cluster.late = write -> {
            cluster.change(NODE, node -> node.withObject("/spec").put("unschedulable", true));
            tries.incrementAndGet();
            return Optional.of(new WriteResult.Accepted(200, "<html>welcome</html>", List.of()));
        };
        assertEquals(OperationState.DONE, end(CORDON).state());
        assertEquals(1, tries.get());
    }
}
