// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.concurrent.CompletableFuture;
import podium.core.failure.Defects;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.ui.texts.Texts;

/** Waits for the end of an operation. Any thread. */
final class FollowedOperation {
    private FollowedOperation() {}

    /** Completes once the operation has ended; it may have by now. */
    static void of(OperationService operations, String id, CompletableFuture<Operation> ended) {
        AutoCloseable listening = operations.listen(operation -> {
            if (operation.id().equals(id) && operation.state().ended()) {
                ended.complete(operation);
            }
        });
        closeAfter(ended, listening);
        operations.operation(id).filter(operation -> operation.state().ended()).ifPresent(ended::complete);
    }

    /** Completes with the operation once it is undone, or with its undo once that has ended without. */
    static CompletableFuture<Operation> undone(OperationService operations, Operation done) {
        CompletableFuture<Operation> ended = new CompletableFuture<>();
        AutoCloseable listening = operations.listen(operation -> {
            boolean undone = operation.id().equals(done.id()) && operation.state() == OperationState.UNDONE;
            if (undone
                    || UndoFlow.isUndo(operation, done)
                            && operation.state().ended()
                            && operation.state() != OperationState.DONE) {
                ended.complete(operation);
            }
        });
        closeAfter(ended, listening);
        return ended;
    }

    private static void closeAfter(CompletableFuture<?> ended, AutoCloseable listening) {
        ended.whenComplete((_, _) -> {
            try {
                listening.close();
            } catch (Exception e) {
                Defects.tell(Texts.of("FollowedOperation.theEndOfAn"), e);
            }
        });
    }
}
