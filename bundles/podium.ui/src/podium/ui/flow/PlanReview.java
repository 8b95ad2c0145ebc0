// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.operation.OperationService;
import podium.operation.approval.Approval;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleDecision;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.ApprovalExchange;
import podium.ui.prompt.Dialogs;
import podium.ui.toolkit.BackgroundWork;

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
        dialogs.review(
                plan, operations.ruling(plan).approval(), () -> operations.check(plan), () -> submit(plan, then));
    }

    /**
     * Shows a plan once it is made, as {@link #review(Plan, Runnable)}; says why there is none when it is refused or fails. Returns
     * at once.
     *
     * @param title what the plan is for, to be said when there is none
     * @param background brings the answer back to the UI thread
     */
    void review(String title, CompletableFuture<Result> planned, BackgroundWork background, Runnable then) {
        background.follow(
                planned,
                result -> {
                    switch (result) {
                        case Result.Compiled(Plan plan) -> review(plan, then);
                        case Result.Refused(String reason, String advice) -> dialogs.refuse(title, reason, advice);
                    }
                },
                problem -> failed(title, problem));
    }

    /** Says that no plan could be made. */
    void failed(String title, Throwable problem) {
        dialogs.refuse(
                title,
                "The plan could not be made: " + FailureLabel.words(problem),
                "Nothing was sent. Look at the connection of the cluster, then try again.");
    }

    /** Submits a plan that the operator has confirmed; where a rule wants a name typed, only once it is. */
    public void submit(Plan plan) {
        submit(plan, () -> {});
    }

    private void submit(Plan plan, Runnable then) {
        RuleDecision ruling = operations.ruling(plan);
        if (ruling.approval().isEmpty()) {
            typed(plan, ruling, Optional.empty(), then);
        } else {
            dialogs.approve(
                    plan,
                    ruling.approval().get(),
                    new ApprovalExchange(operations, plan),
                    approval -> typed(plan, ruling, Optional.of(approval), then));
        }
    }

    private void typed(Plan plan, RuleDecision ruling, Optional<Approval> approval, Runnable then) {
        if (ruling.typed().isEmpty()) {
            send(plan, "", approval, then);
        } else {
            String name = ruling.typed().get();
            dialogs.type(plan, name, () -> send(plan, name, approval, then));
        }
    }

    private void send(Plan plan, String typed, Optional<Approval> approval, Runnable then) {
        try {
            if (approval.isPresent()) {
                operations.submit(plan, typed, approval);
            } else if (typed.isEmpty()) {
                operations.submit(plan);
            } else {
                operations.submit(plan, typed);
            }
        } catch (RuntimeException e) {
            // confirmed, and not begun: who pressed the button must not take it for done
            dialogs.refuse(plan.title(), "It was not begun: " + FailureLabel.words(e), "Nothing was sent.");
            return;
        }
        then.run();
    }
}
