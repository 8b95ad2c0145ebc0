// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.operation.OperationService;
import podium.core.operation.Plan;

/** The one way from a plan to a running operation: shown, checked, confirmed, submitted. UI thread. */
@Creatable
public final class PlanReview {
    private final OperationService operations;
    private final Dialogs dialogs;

    @Inject
    public PlanReview(OperationService operations, Dialogs dialogs) {
        this.operations = operations;
        this.dialogs = dialogs;
    }

    /** Shows the plan; submits it when the operator confirms. */
    public void review(Plan plan) {
        review(plan, () -> {});
    }

    /** Shows the plan; submits it when the operator confirms, then does something more. */
    public void review(Plan plan, Runnable then) {
        dialogs.review(plan, () -> operations.check(plan), () -> submit(plan, then));
    }

    /** Submits a plan that the operator has confirmed; where a rule wants a name typed, only once it is. */
    public void submit(Plan plan) {
        submit(plan, () -> {});
    }

    private void submit(Plan plan, Runnable then) {
        operations
                .ruling(plan)
                .typed()
                .ifPresentOrElse(
                        name -> dialogs.type(plan, name, () -> {
                            operations.submit(plan, name);
                            then.run();
                        }),
                        () -> {
                            operations.submit(plan);
                            then.run();
                        });
    }
}
