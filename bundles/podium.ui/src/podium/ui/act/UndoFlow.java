// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.operation.ObjectChange;
import podium.core.operation.Operation;
import podium.core.operation.OperationService;
import podium.core.operation.Plan;

/** Taking a done operation back, shown first as the plan it is. UI thread. */
@Creatable
public final class UndoFlow {
    private final OperationService operations;
    private final Dialogs dialogs;

    @Inject
    public UndoFlow(OperationService operations, Dialogs dialogs) {
        this.operations = operations;
        this.dialogs = dialogs;
    }

    /** Shows what taking it back sends; does it once confirmed. */
    public void undo(Operation operation) {
        if (!operation.canUndo()) {
            dialogs.refuse(
                    "Undo " + operation.plan().title(),
                    "It cannot be taken back: "
                            + (operation.plan().canUndo()
                                    ? "it is not done."
                                    : String.join(" ", operation.plan().irreversible())),
                    "Nothing was sent.");
            return;
        }
        Plan plan = plan(operation.plan());
        dialogs.review(plan, () -> operations.check(plan), () -> operations.undo(operation.id()));
    }

    /** The undo of a plan as a plan: its undo steps, its changes turned round. */
    static Plan plan(Plan done) {
        List<ObjectChange> back = done.changes().stream()
                .map(change -> new ObjectChange(change.object(), change.after(), change.before()))
                .toList();
        return new Plan(
                done.cluster(), "undo", "Undo: " + done.title(), done.undo(), List.of(), List.of(), back, List.of());
    }
}
