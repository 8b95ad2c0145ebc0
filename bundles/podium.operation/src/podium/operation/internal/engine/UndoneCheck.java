// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.internal.gate.IdentityGuard;
import podium.operation.internal.journal.JournalException;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.step.UidPreconditions;
import podium.operation.internal.write.WriteEffect;
import podium.operation.texts.Texts;

/**
 * An operation whose undo failed or was aborted half-way may have nothing left that could be undone: the pods that it placed are gone.
 * Then it is undone, whatever became of the undo.
 */
final class UndoneCheck {
    private final Executor threads;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    UndoneCheck(Executor threads) {
        this.threads = threads;
    }

    /** An undo has ended; what it was to undo is looked at once, in the background. */
    void ended(OperationRun undo, OperationRun undone) {
        OperationState state = undo.ledger().state();
        boolean half = state == OperationState.ABORTED || state == OperationState.FAILED;
        if (half && !undo.ledger().isUntouched() && seen.add(undo.ledger().id())) {
            threads.execute(() -> {
                try {
                    if (undone.ledger().state() == OperationState.DONE && isGone(undone)) {
                        undone.moved(OperationState.UNDONE, Texts.of("UndoneCheck.nothingOfItIsLeft"));
                    }
                } catch (IOException | IllegalArgumentException | JournalException e) {
                    // it stays done; its undo looks at it again before it is offered
                }
            });
        }
    }

    /** An undo that has nothing to do any more leaves its operation undone: the next one asked for is of the operation before. */
    static UndoProposal proposed(OperationRun run, UndoProposal proposal) {
        try {
            boolean over = proposal instanceof UndoProposal.Nothing
                    || proposal instanceof UndoProposal.Changed changed
                            && changed.merge().or(changed::anyway).isEmpty()
                            && isGone(run);
            if (over && run.ledger().state() == OperationState.DONE) {
                run.moved(
                        OperationState.UNDONE,
                        proposal instanceof UndoProposal.Nothing(String why)
                                ? why
                                : Texts.of("UndoneCheck.nothingIsLeftToUndo"));
                run.refresh();
            }
        } catch (IOException | IllegalArgumentException | JournalException e) {
            // it stays done; its undo looks at it again before it is offered
        }
        return proposal;
    }

    /** True when it is known that each object that it wrote is gone, or is another one by now. */
    private static boolean isGone(OperationRun run) throws IOException {
        Optional<IdentityGuard.Link> link = run.link();
        JournaledOperation ledger = run.ledger();
        if (link.isEmpty()) {
            return false;
        }
        List<JournaledOperation.Part> written = ledger.written();
        for (JournaledOperation.Part part : written) {
            ApiWrite write = part.write();
            Optional<JsonNode> found = link.get().reader().read(write.target()).map(Json::read);
            ApiWrite own = UidPreconditions.with(
                    write, ledger.uid(part.step(), part.part()).orElse(""));
            if (write.verb() == ApiWrite.Verb.DELETE
                    || found.filter(now -> !Json.terminating(now) && !WriteEffect.isOther(own, now))
                            .isPresent()) {
                return false;
            }
        }
        return !written.isEmpty();
    }
}
