// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.concurrent.CompletableFuture;
import podium.core.failure.Defects;
import podium.operation.Operation;
import podium.operation.OperationService;

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
        ended.whenComplete((_, _) -> {
            try {
                listening.close();
            } catch (Exception e) {
                Defects.tell("the end of an operation", e);
            }
        });
        operations.operation(id).filter(operation -> operation.state().ended()).ifPresent(ended::complete);
    }
}
