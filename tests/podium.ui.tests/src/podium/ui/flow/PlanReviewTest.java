// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalRequest;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleDecision;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.FakeJobActions;
import podium.ui.fake.FakeOperations;

class PlanReviewTest {
    private static final Plan PLAN =
            new Plan(new ClusterId("lab"), "drain", "Drain n1", List.of(), List.of(), List.of(), List.of(), List.of());
    private static final Approval APPROVAL = new Approval(
            new ApprovalRequest("n", "d", "s", "lab", "u", "s", "ann@desk", "ann", "", Instant.EPOCH),
            "ben",
            "key",
            Instant.MAX,
            "signature");

    private final FakeOperations operations = new FakeOperations();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeJobActions jobActs = new FakeJobActions();

    private void submit(RuleDecision ruling, Optional<Approval> approval) {
        operations.ruling = ruling;
        dialogs.confirms = true;
        dialogs.approval = approval;
        new PlanReview(operations, dialogs, jobActs).submit(PLAN);
    }

    @Test
    void theReviewSaysWhyASecondPersonIsNeeded() {
        operations.ruling =
                new RuleDecision(List.of(), Optional.empty(), Optional.of("A second person must approve this."));
        new PlanReview(operations, dialogs, jobActs).review(PLAN);
        operations.ruling = RuleDecision.FREE;
        new PlanReview(operations, dialogs, jobActs).review(PLAN);
        assertEquals(List.of("review Drain n1: A second person must approve this.", "review Drain n1"), dialogs.shown);
    }

    @Test
    void whatWasConfirmedAndIsNotBegunIsSaid() {
        operations.fails = Optional.of(new IllegalArgumentException("Podium writes no Secrets"));
        boolean[] went = new boolean[1];
        dialogs.confirms = true;
        new PlanReview(operations, dialogs, jobActs).review(PLAN, () -> went[0] = true);
        assertTrue(
                dialogs.shown.getLast().startsWith("refuse Drain n1: It was not started: "), dialogs.shown::toString);
        assertEquals(false, went[0], "what follows only what was sent does not follow");
    }

    @Test
    void whatLostItsPlaceWhileANameWasTypedIsNotSent() {
        operations.ruling = new RuleDecision(List.of(), Optional.of("n1"), Optional.empty());
        dialogs.confirms = true;
        Optional<String> why = Optional.of("n7 was cordoned meanwhile: ranks 8-15 would wait.");
        new PlanReview(operations, dialogs, jobActs)
                .review(
                        PLAN,
                        () -> dialogs.shown.contains("type n1") ? why : Optional.empty(),
                        Optional.of(() -> dialogs.shown.add("again")),
                        () -> {});
        assertEquals("refuse Drain n1: " + why.get(), dialogs.shown.getLast());
        assertEquals(List.of(), operations.asked);
        dialogs.again.orElseThrow().run();
        assertEquals("again", dialogs.shown.getLast());
    }

    @Test
    void whatItsQueueWouldNotAdmitAgainOnceItIsStoppedIsNotSent() {
        dialogs.confirms = true;
        jobActs.notAdmitted = Optional.of("train would be stopped and not start again.");
        new PlanReview(operations, dialogs, jobActs).review(PLAN);
        assertEquals("refuse Drain n1: train would be stopped and not start again.", dialogs.shown.getLast());
        assertEquals(List.of(), operations.asked);
    }

    @Test
    void whatNeedsASecondPersonIsSentOnlyWithItsApproval() {
        RuleDecision ruling =
                new RuleDecision(List.of(), Optional.of("n1"), Optional.of("A second person must approve this."));
        submit(ruling, Optional.empty());
        assertEquals(List.of("approve A second person must approve this."), dialogs.shown);
        assertEquals(List.of(), operations.asked);
        submit(ruling, Optional.of(APPROVAL));
        assertEquals("type n1", dialogs.shown.getLast());
        assertTrue(operations.asked.toString().contains("submit Drain n1"), operations.asked::toString);
    }
}
