// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.approval.ApprovalKey;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.engine.Kill;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.plan.Plan;
import podium.operation.rule.Approver;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.RuleDecision;
import podium.operation.rule.RuleService;

/** Rules and locks hold in the engine, whoever calls it: before the journal, before the server. */
class PlanGuardTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final Plan PLAN = Bench.plan(Bench.set(NODE, "unschedulable", "true", "null"));

    @TempDir
    Path directory = Path.of("");

    private final FakeCluster cluster = new FakeCluster();
    private final Set<ClusterId> locked = ConcurrentHashMap.newKeySet();
    private volatile RuleDecision ruling = RuleDecision.FREE;
    private volatile List<Approver> approvers = List.of();

    PlanGuardTest() {
        cluster.put(NODE, "{\"spec\":{}}");
    }

    private Bench bench() {
        return bench(FileJournalChannel::new);
    }

    private Bench bench(Journal.Opener opener) {
        return new Bench(cluster, directory, opener, new PlanGuard(new Told(), new ChangeLocks() {
            @Override
            public boolean isLocked(ClusterId id) {
                return locked.contains(id);
            }

            @Override
            public void lock(ClusterId id, boolean now) {
                throw new UnsupportedOperationException();
            }

            @Override
            public AutoCloseable listen(Consumer<ClusterId> listener) {
                return () -> {};
            }
        }));
    }

    private final class Told implements RuleService {
        @Override
        public OperatorRules rules() {
            return new OperatorRules(List.of(), List.of(), List.of(), List.of(), List.of(), approvers);
        }

        @Override
        public Object state() {
            return rules();
        }

        @Override
        public boolean isEmpty() {
            return rules().equals(OperatorRules.NONE) && problem().isEmpty();
        }

        @Override
        public void keep(OperatorRules rules) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public Optional<String> frozen(ClusterId id) {
            return Optional.empty();
        }

        @Override
        public Optional<String> protection(ClusterId id, String node) {
            return Optional.empty();
        }

        @Override
        public RuleDecision judge(Plan plan) {
            return ruling;
        }

        @Override
        public Optional<String> whyNotNode(ClusterId id, String node) {
            return Optional.empty();
        }

        @Override
        public Optional<String> whyNotNamespace(ClusterId id, String namespace) {
            return Optional.empty();
        }
    }

    private void refused(Bench bench, String typed, String reason) throws IOException {
        bench.engine.awaitOpen();
        Operation operation = bench.ended(bench.engine.submit(PLAN, typed));
        assertEquals(OperationState.FAILED, operation.state());
        assertTrue(operation.outcome().orElse("").contains(reason), operation::toString);
        assertTrue(operation.outcome().orElse("").contains("Nothing was recorded or sent"));
        assertEquals(List.of(), cluster.requests());
        assertEquals(0, Files.size(directory.resolve(Journal.FILE)), "nothing is in the journal");
        bench.engine.resume(operation.id());
        bench.engine.abort(operation.id());
        assertFalse(operation.canRollBack());
    }

    @Test
    void aForbiddenPlanIsNeitherRecordedNorSent() throws IOException {
        ruling = new RuleDecision(List.of("Node n1 is protected."), Optional.empty());
        try (Bench bench = bench()) {
            assertEquals(
                    List.of("Node n1 is protected."), bench.engine.check(PLAN).problems());
            refused(bench, "", "Node n1 is protected.");
        }
        try (Bench next = bench()) {
            next.engine.awaitOpen();
            assertEquals(List.of(), next.engine.operations(), "a refused one is not kept");
        }
    }

    @Test
    void aReadOnlyClusterIsNotWrittenTo() throws IOException {
        locked.add(FakeCluster.ID);
        try (Bench bench = bench()) {
            assertTrue(bench.engine.check(PLAN).problems().getFirst().contains("read-only"));
            refused(bench, "", "read-only");
            locked.clear();
            assertEquals(OperationState.DONE, bench.run(PLAN).state());
        }
    }

    @Test
    void whatNeedsAnApprovalRunsOnlyWithOneAndOnlyOnceAlsoAfterARestart() throws IOException {
        ruling = new RuleDecision(List.of(), Optional.empty(), Optional.of("A second person must approve this."));
        ApprovalKey ben = ApprovalKey.make(directory.resolve("ben.json"));
        approvers = List.of(new Approver("ben", ben.publicKey()));
        Approval approval;
        try (Bench bench = bench()) {
            refused(bench, "", "A second person must approve");
            ApprovalFile asked = bench.engine.approvalRequest(PLAN);
            approval = ben.approve(asked.request(), "ben", Instant.now().plusSeconds(600));
            Operation unchecked = bench.ended(bench.engine.submit(PLAN, "", Optional.of(approval)));
            assertTrue(unchecked.outcome().orElse("").contains("does not count"), unchecked::toString);
            assertEquals(Optional.empty(), bench.engine.approvalProblem(PLAN, approval));
            assertEquals(
                    OperationState.DONE,
                    bench.ended(bench.engine.submit(PLAN, "", Optional.of(approval)))
                            .state());
            Operation again = bench.ended(bench.engine.submit(PLAN, "", Optional.of(approval)));
            assertTrue(again.outcome().orElse("").contains("already"), again::toString);
        }
        try (Bench next = bench()) {
            next.engine.awaitOpen();
            assertTrue(next.engine.approvalProblem(PLAN, approval).orElse("").contains("already"));
        }
    }

    @Test
    void whatMustBeTypedIsTypedAsItIs() throws IOException {
        ruling = new RuleDecision(List.of(), Optional.of("n1"));
        try (Bench bench = bench()) {
            assertEquals(Optional.of("n1"), bench.engine.ruling(PLAN).typed());
            refused(bench, "", "type \"n1\" first");
            refused(bench, "n2", "type \"n1\" first");
            assertEquals(
                    OperationState.DONE,
                    bench.ended(bench.engine.submit(PLAN, " n1 ")).state());
        }
    }

    @Test
    void anUndoIsHeldToTheRulesToo() throws IOException {
        try (Bench bench = bench()) {
            Plan undoable =
                    Bench.plan("cordon", PLAN.steps(), List.of(Bench.set(NODE, "unschedulable", "null", "true")));
            Operation done = bench.run(undoable);
            ruling = new RuleDecision(List.of("frozen"), Optional.empty());
            int before = cluster.requests().size();
            bench.engine.undo(done.id());
            Operation undo = bench.ended(bench.newest(done.id()));
            assertEquals(OperationState.FAILED, undo.state());
            assertEquals(before, cluster.requests().size());
            assertEquals(
                    OperationState.DONE,
                    bench.engine.operation(done.id()).orElseThrow().state());
        }
    }

    @Test
    void oneLeftInTheMiddleWaitsForTheLockButNotForTheRules() throws IOException {
        Kill kill = new Kill(12);
        cluster.before = _ -> kill.point();
        try (Bench first = bench(kill.opener())) {
            first.ended(first.engine.submit(PLAN));
        }
        cluster.before = _ -> {};
        locked.add(FakeCluster.ID);
        ruling = new RuleDecision(List.of("frozen"), Optional.empty());
        try (Bench next = bench()) {
            String id = next.only().id();
            assertEquals(OperationState.INTERRUPTED, next.only().state());
            next.engine.resume(id);
            next.until(id, operation -> operation.status().contains("read-only"));
            locked.clear();
            podium.testkit.Await.until("it goes on", () -> {
                next.engine.resume(id);
                return next.only().state() == OperationState.DONE;
            });
        }
    }
}
