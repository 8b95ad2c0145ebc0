// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleDecision;

/** Runs operations. Any thread; nothing blocks. */
public interface OperationService {
    /** Checks (access review, server dry run of what allows it) without changing anything. Blocks. */
    Checked check(Plan plan);

    /**
     * Records the plan in the journal, then runs it. Returns its id at once; that it could not be recorded or its cluster is
     * not open shows as its outcome.
     *
     * @throws IllegalArgumentException when the plan writes a Secret, whose body must not be in a journal
     */
    default String submit(Plan plan) {
        return submit(plan, "");
    }

    /**
     * As {@link #submit(Plan)}, with what the operator typed where {@link #ruling} asks for it. A plan that a rule forbids, whose
     * cluster is read-only, or whose name was not typed is neither recorded nor sent; why shows as its outcome.
     */
    default String submit(Plan plan, String typed) {
        return submit(plan, typed, Optional.empty());
    }

    /**
     * As {@link #submit(Plan, String)}, with the approval of a second person where {@link #ruling} asks for one. It must have been
     * found to count before, by {@link #approvalProblem}; it counts once.
     */
    String submit(Plan plan, String typed, Optional<Approval> approval);

    /**
     * Asks for the approval of a plan: what is returned is for another operator to sign. Blocks.
     *
     * @throws IOException when the cluster does not say which it is, and whom it takes the operator for
     */
    ApprovalFile approvalRequest(Plan plan) throws IOException;

    /** Why an approval does not count for a plan, a sentence; empty: it does. Blocks. */
    Optional<String> approvalProblem(Plan plan, Approval approval);

    /** What the operator's rules say of a plan now. */
    RuleDecision ruling(Plan plan);

    /**
     * What the operator must know of the journal, in words: another Podium holds it, its last record was cut, it was altered.
     * Empty: all is well, or it is not read yet.
     */
    List<String> findings();

    /** The operator has read the findings: what was found once shows no more. */
    void acknowledgeFindings();

    /** All known operations, newest first. */
    List<Operation> operations();

    /** The newest snapshot of an operation; empty: there is none of that id. */
    Optional<Operation> operation(String id);

    /** Sends nothing further until it is resumed. */
    void pause(String id);

    /** Goes on with a paused or an interrupted one. */
    void resume(String id);

    /**
     * Stops it and restores what was before, as far as the plan can. Rolls an interrupted one back, and a failed one whose
     * writes stayed.
     */
    void abort(String id);

    /** Tries now to take the marks away that an operation that has ended left on objects; it is tried by itself besides. */
    void unmark(String id);

    /**
     * What going on with an operation that does not run would send now, or rolling it back: reads each object. Sends nothing. Blocks.
     *
     * @throws IOException when that cannot be told: its cluster is not open, or does not answer
     */
    Plan remainder(String id, boolean back) throws IOException;

    /** Checks that without changing anything, as it is at this moment. Blocks. */
    Checked checkRemainder(String id, boolean back);

    /**
     * What taking a done operation back means now: reads each object that it wrote. Sends nothing. Blocks. What a rule forbids, a
     * lock bars, or belongs to another cluster or person is refused here, before anything is offered.
     */
    UndoProposal undoPlan(String id);

    /** Takes a done operation back by a plan that {@link #undoPlan} proposed, with what the operator typed where rules ask for it. */
    void undo(String id, Plan plan, String typed);

    /**
     * Takes a done operation back when all that it wrote is still there: a new operation whose plan is the undo, held to the rules as
     * any other. Where others have changed something since, nothing is sent, and its outcome says who.
     */
    void undo(String id);

    /**
     * Why a done operation cannot be taken back, as far as that is known without asking the cluster: it is history, its cluster is
     * not open or locked, a rule forbids it. Empty: it can be asked for.
     */
    Optional<String> whyNotUndo(String id);

    /** Why nothing of an operation can be gone on with or rolled back, as far as is known without asking; empty: it can be tried. */
    Optional<String> barred(String id);

    /** Called with each new snapshot, on any thread. */
    AutoCloseable listen(OperationListener listener);
}
