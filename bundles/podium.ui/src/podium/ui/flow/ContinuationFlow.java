// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.plan.Plan;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.toolkit.BackgroundWork;

/**
 * Going on with an operation that stopped in the middle, and rolling it back: shown first, against the objects as they are now,
 * however long ago it was planned. UI thread.
 */
@Creatable
public final class ContinuationFlow {
    private final OperationService operations;
    private final Dialogs dialogs;
    private final BackgroundWork background;

    @Inject
    public ContinuationFlow(OperationService operations, Dialogs dialogs, BackgroundWork background) {
        this.operations = operations;
        this.dialogs = dialogs;
        this.background = background;
    }

    /** Shows what is left to do; goes on once confirmed. Returns at once. */
    public void resume(Operation operation) {
        show(operation, false);
    }

    /** Shows what is taken back; does it once confirmed. Returns at once. */
    public void rollBack(Operation operation) {
        show(operation, true);
    }

    private void show(Operation operation, boolean back) {
        String id = operation.id();
        background.run(
                () -> operations.remainder(id, back),
                (Plan plan) -> dialogs.review(plan, () -> operations.checkRemainder(id, back), () -> {
                    if (back) {
                        operations.abort(id);
                    } else {
                        operations.resume(id);
                    }
                }),
                problem -> dialogs.refuse(
                        (back ? "Roll back: " : "Resume: ") + operation.plan().title(),
                        "What it would send is not known: " + FailureLabel.words(problem),
                        "Nothing was sent."));
    }
}
