// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import podium.core.api.ObjectRef;
import podium.core.failure.FailureText;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.internal.gate.IdentityGuard;
import podium.operation.internal.gate.PlanGuard;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.EngineServices;
import podium.operation.internal.step.Handover;
import podium.operation.internal.undo.PinnedNodes;
import podium.operation.internal.undo.Remainder;
import podium.operation.internal.undo.ReplacedObjects;
import podium.operation.internal.undo.Undo;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;

/** Whether and how an operation can be taken back, before it is offered. */
record UndoOffer(PlanGuard guard, EngineServices tools) {
    /** What was confirmed and cannot be done any more stands in the list as an operation that failed. */
    static final String LATE = Texts.of("UndoOffer.itCanNoLonger");

    /** Why nothing can be done about an operation, as far as is known without asking its cluster; empty: it can be tried. */
    Optional<String> barred(OperationRun run) {
        Plan plan = run.ledger().plan();
        Optional<String> past = run.snapshot().past();
        if (past.isPresent()) {
            return past;
        }
        if (tools.connections().apply(plan.cluster()).isEmpty()) {
            return Optional.of(
                    run.ledger().isSimulated()
                            ? Texts.of("UndoOffer.itRanOnA")
                            : Texts.of("UndoOffer.itsClusterIsNot", plan.cluster()));
        }
        return guard.locked(plan.cluster());
    }

    /** Why an operation cannot be taken back, as far as is known without asking its cluster; empty: it can be asked for. */
    Optional<String> whyNot(OperationRun run) {
        Operation operation = run.snapshot();
        if (!operation.canUndo()) {
            return Optional.of(unable(operation));
        }
        Optional<String> barred = barred(run);
        return barred.isPresent()
                ? barred
                : guard.against(Undo.foreseen(operation.plan())).stream().findFirst();
    }

    private static String unable(Operation operation) {
        if (operation.past().isPresent()) {
            return operation.past().get();
        }
        if (operation.over().isPresent()) {
            return operation.over().get();
        }
        return operation.state() == OperationState.DONE
                ? Texts.of(
                        "UndoOffer.itCannotBeUndone",
                        String.join(" ", operation.plan().irreversible()))
                : Texts.of("UndoOffer.onlyACompletedOperation");
    }

    /**
     * Reads what the operation wrote and proposes; blocks.
     *
     * @param all the operations that are known, among which are those that wrote the same later
     */
    UndoProposal propose(OperationRun run, Collection<OperationRun> all) {
        Optional<String> why = whyNot(run).or(run::barred);
        if (why.isPresent()) {
            return new UndoProposal.Refused(why.get());
        }
        Optional<IdentityGuard.Link> link = run.link();
        if (link.isEmpty()) {
            return new UndoProposal.Refused(run.barred().orElse(Texts.of("UndoOffer.itsClusterDoesNot")));
        }
        try {
            UndoProposal proposal = Undo.propose(
                    run.ledger(),
                    link.get().reader(),
                    link.get().kinds(),
                    tools.clock().instant(),
                    ref -> later(run.ledger(), all, ref));
            List<String> against = new ArrayList<>();
            plans(proposal).forEach(plan -> against.addAll(guard.against(plan)));
            return against.isEmpty() ? proposal : new UndoProposal.Refused(String.join(" ", against));
        } catch (IOException | IllegalArgumentException e) {
            return new UndoProposal.Refused(Texts.of("UndoOffer.notKnownWhatToUndo", FailureText.sentence(e)));
        }
    }

    /** The title of the newest operation that wrote an object after another one did; empty: none. */
    private static Optional<String> later(JournaledOperation done, Collection<OperationRun> all, ObjectRef ref) {
        return all.stream()
                .map(OperationRun::ledger)
                .filter(other -> other.started().isAfter(done.started()) && other.hasDone())
                .filter(other -> other.plan().cluster().equals(done.plan().cluster()))
                .filter(other -> other.plan().steps().stream()
                        .flatMap(step -> step.writes().stream())
                        .anyMatch(write -> write.write().target().path().equals(ref.path())))
                .max(Comparator.comparing(JournaledOperation::started))
                .map(other -> other.plan().title());
    }

    /**
     * Reads what an operation that does not run would write now; blocks.
     *
     * @throws IOException when that cannot be told
     */
    Plan remainder(Optional<OperationRun> known, boolean back) throws IOException {
        OperationRun run = known.orElseThrow(() -> new IOException(Texts.of("UndoOffer.itIsNotKnown")));
        Optional<String> why = barred(run).or(run::barred);
        Optional<IdentityGuard.Link> link = why.isPresent() ? Optional.empty() : run.link();
        if (link.isEmpty()) {
            throw new IOException(why.orElse(Texts.of("UndoOffer.itsClusterDoesNot")));
        }
        try {
            return Remainder.of(
                    run.ledger(),
                    link.get().reader(),
                    link.get().kinds(),
                    back,
                    tools.clock().instant());
        } catch (IllegalArgumentException e) {
            throw new IOException(Texts.of("UndoOffer.whatItWroteCannotBe", FailureText.sentence(e)), e);
        }
    }

    /** What stands in the way of that now; blocks. */
    Checked checkRemainder(Optional<OperationRun> known, boolean back) {
        try {
            Plan plan = remainder(known, back);
            List<String> lost = back ? List.of() : lost(known);
            if (!lost.isEmpty()) {
                return Checked.of(lost);
            }
            Checked checked = tools.connections()
                    .apply(plan.cluster())
                    .map(open -> PlanCheck.check(plan, open, tools.clock(), known.map(OperationRun::ledger)))
                    .orElse(Checked.of(List.of(Texts.of("UndoOffer.theClusterIsNot", plan.cluster()))));
            List<String> problems = new ArrayList<>(checked.problems());
            if (!back) {
                known.flatMap(run -> run.ledger().plan().then())
                        .ifPresent(half -> problems.addAll(Handover.problems(tools, half)));
            }
            return new Checked(problems, checked.warnings());
        } catch (IOException e) {
            return Checked.of(List.of(FailureText.sentence(e)));
        }
    }

    /** What an operation means and finds no more: it cannot go on. */
    private static List<String> lost(Optional<OperationRun> known) throws IOException {
        Optional<IdentityGuard.Link> link = known.flatMap(OperationRun::link);
        if (link.isEmpty()) {
            return List.of();
        }
        List<String> lost = new ArrayList<>(
                ReplacedObjects.words(known.orElseThrow().ledger(), link.get().reader()));
        lost.addAll(PinnedNodes.gone(known.orElseThrow().ledger(), link.get().reader()));
        return lost;
    }

    private static Stream<Plan> plans(UndoProposal proposal) {
        return switch (proposal) {
            case UndoProposal.Ready(Plan plan) -> Stream.of(plan);
            case UndoProposal.Changed(var _, Optional<Plan> merge, Optional<Plan> anyway) ->
                merge.or(() -> anyway).stream();
            case UndoProposal.Refused _, UndoProposal.Nothing _ -> Stream.empty();
        };
    }

    /** Who changed what, for an outcome. */
    static String words(UndoProposal.Changed changed) {
        return Texts.of(
                "UndoOffer.changes",
                changed.heading(),
                String.join(
                        " ",
                        changed.changes().stream()
                                .map(UndoProposal.Change::words)
                                .toList()));
    }
}
