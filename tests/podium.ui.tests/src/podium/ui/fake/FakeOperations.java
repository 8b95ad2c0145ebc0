// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import podium.operation.Operation;
import podium.operation.OperationListener;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalFile;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleDecision;

/** Remembers what it was asked to do. */
public final class FakeOperations implements OperationService {
    /** What was asked, in order: "submit Drain n1", "pause 7" ... */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** The plans that were submitted. */
    public final List<Plan> submitted = new CopyOnWriteArrayList<>();

    private final List<Operation> operations = new CopyOnWriteArrayList<>();
    private final List<OperationListener> listeners = new CopyOnWriteArrayList<>();
    private List<String> problems = List.of();

    /** What going on or rolling back ends for good. */
    public List<String> lost = List.of();

    /** What happens by what is left of any operation, in words. */
    public volatile List<String> happens = List.of();
    /** What stands in the way of going on, or of rolling back. */
    public List<String> barring = List.of();

    /** What the operator must know of the journal. */
    public List<String> findings = List.of();

    /** What the rules say of every plan. */
    public RuleDecision ruling = RuleDecision.FREE;

    /** What the next checks find. */
    public void problems(List<String> found) {
        problems = found;
    }

    /** Publishes a snapshot. */
    public void publish(Operation operation) {
        operations.removeIf(old -> old.id().equals(operation.id()));
        operations.addFirst(operation);
        List.copyOf(listeners).forEach(listener -> listener.changed(operation));
    }

    @Override
    public Checked check(Plan plan) {
        return Checked.of(problems);
    }

    @Override
    public List<String> findings() {
        return findings;
    }

    @Override
    public void acknowledgeFindings() {
        asked.add("acknowledge findings");
    }

    /** What is handed to a second person; empty: the cluster does not answer. */
    public Optional<ApprovalFile> request = Optional.empty();

    /** Why an approval does not count. */
    public Function<Approval, Optional<String>> refusal = approval -> Optional.of("It approves another plan.");

    @Override
    public ApprovalFile approvalRequest(Plan plan) throws IOException {
        return request.orElseThrow(() -> new IOException("the cluster is not open"));
    }

    @Override
    public Optional<String> approvalProblem(Plan plan, Approval approval) {
        return refusal.apply(approval);
    }

    @Override
    public RuleDecision ruling(Plan plan) {
        return ruling;
    }

    /** What goes wrong when a plan is submitted. */
    public Optional<RuntimeException> fails = Optional.empty();

    @Override
    public String submit(Plan plan, String typed, Optional<Approval> approval) {
        if (fails.isPresent()) {
            throw fails.get();
        }
        submitted.add(plan);
        asked.add("submit " + plan.title());
        if (!typed.isEmpty()) {
            asked.add("typed " + typed);
        }
        return "1";
    }

    @Override
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    @Override
    public void pause(String id) {
        asked.add("pause " + id);
        operation(id)
                .ifPresent(it -> publish(new Operation(
                        it.id(),
                        it.plan(),
                        OperationState.PAUSED,
                        it.started(),
                        it.ended(),
                        it.done(),
                        it.total(),
                        it.status(),
                        it.outcome(),
                        it.log(),
                        it.conflicts(),
                        it.session(),
                        it.past(),
                        it.steps(),
                        it.marked(),
                        Optional.empty())));
    }

    @Override
    public void resume(String id) {
        asked.add("resume " + id);
    }

    @Override
    public void unmark(String id) {
        asked.add("unmark " + id);
    }

    @Override
    public void abort(String id) {
        asked.add("abort " + id);
    }

    /** How the undo of an operation is proposed; as its plan foresaw it unless a test says otherwise. */
    public Function<Operation, UndoProposal> proposals = operation -> new UndoProposal.Ready(new Plan(
            operation.plan().cluster(),
            "undo",
            "Undo: " + operation.plan().title(),
            operation.plan().undo(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));

    /** Why no operation can be taken back now; empty: each can. */
    public Optional<String> barred = Optional.empty();

    @Override
    public Plan remainder(String id, boolean back) {
        Plan plan = operation(id).orElseThrow().plan();
        return new Plan(
                plan.cluster(),
                back ? "roll back" : Plan.goingOn(plan.kind()),
                (back ? "Roll back: " : "Resume: ") + plan.title(),
                plan.steps(),
                happens,
                lost,
                List.of(),
                List.of());
    }

    @Override
    public Checked checkRemainder(String id, boolean back) {
        return Checked.of(barring);
    }

    @Override
    public UndoProposal undoPlan(String id) {
        return operation(id).map(proposals).orElseThrow();
    }

    @Override
    public void undo(String id, Plan plan, String typed) {
        asked.add("undo " + id + (typed.isEmpty() ? "" : " typed " + typed));
    }

    @Override
    public Optional<String> whyNotUndo(String id) {
        return barred;
    }

    @Override
    public Optional<String> barred(String id) {
        return Optional.empty();
    }

    @Override
    public void undo(String id) {
        asked.add("undo " + id);
    }

    @Override
    public AutoCloseable listen(OperationListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
