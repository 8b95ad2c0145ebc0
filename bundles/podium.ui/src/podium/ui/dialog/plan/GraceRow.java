// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.ui.dialog.NumberField;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.GracePlans;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** The time that pods get to stop, above the plan that is made with it. */
final class GraceRow {
    private final PlanDialog dialog;
    private final GracePlans plans;
    private final Spinner grace;
    private CompletableFuture<Result> planned = CompletableFuture.completedFuture(new Result.Refused("", ""));

    GraceRow(Composite parent, PlanDialog dialog, GracePlans plans) {
        this.dialog = dialog;
        this.plans = plans;
        Theme theme = dialog.services().theme();
        grace = NumberField.grace(
                NumberField.row(parent, theme), theme, SelectionListener.widgetSelectedAdapter(_ -> again()));
    }

    /** Makes the plan anew; one in the making is left behind, and the one that is shown cannot be confirmed any more. */
    void again() {
        planned.cancel(true);
        dialog.stop(Texts.of("GraceRow.planningAgain"), Name.MUTED);
        CompletableFuture<Result> asked = plans.planned().apply(NumberField.period(grace));
        planned = asked;
        dialog.services()
                .background()
                .follow(
                        asked,
                        result -> {
                            if (asked == planned) {
                                found(result);
                            }
                        },
                        problem -> {
                            if (asked == planned) {
                                stop(FailureLabel.words(problem));
                            }
                        });
    }

    private void found(Result result) {
        switch (result) {
            case Result.Compiled(Plan plan) -> {
                if (!grace.isDisposed()) {
                    dialog.show(plan);
                }
            }
            case Result.Refused(String reason, String advice, var _) -> stop(reason + "\n" + advice);
        }
    }

    private void stop(String why) {
        if (!grace.isDisposed()) {
            dialog.stop(why, Name.CRITICAL);
        }
    }
}
