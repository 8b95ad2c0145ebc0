// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.JoinedPlans;
import podium.operation.plan.Plan;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.prompt.PlanAlternative;
import podium.ui.toolkit.BackgroundWork;

/** Makes the plan of an act on objects and shows it. UI thread. */
record ObjectPlanning(CapabilityLookup capabilities, PlanReview review, BackgroundWork background) {

    /**
     * Plans an act on each of them as one operation.
     *
     * @param chosen of one cluster, at least one
     * @param then done once it is confirmed
     */
    void plan(String title, List<Chosen> chosen, ObjectAction act, Runnable then) {
        plan(title, chosen, act, then, () -> {});
    }

    /** Plans an act on one, which may be asked for differently. */
    void plan(String title, Chosen chosen, ObjectAction act, PlanAlternative other, Runnable then) {
        plan(title, chosen, act, plan -> plan, other, then);
    }

    /**
     * The same.
     *
     * @param told says in the plan what follows from the rules
     */
    void plan(
            String title,
            Chosen chosen,
            ObjectAction act,
            UnaryOperator<Plan> told,
            PlanAlternative other,
            Runnable then) {
        capabilities.with(
                chosen.cluster(),
                ObjectActionCompiler.class,
                title,
                compiler -> background.run(
                        () -> compiler.compile(chosen.ref(), chosen.uid(), act),
                        result -> review.compiled(title, result, plan -> review.review(told.apply(plan), other, then)),
                        problem -> review.failed(title, problem)));
    }

    /**
     * The same.
     *
     * @param otherwise done once there is no plan, or it was left
     */
    void plan(String title, List<Chosen> chosen, ObjectAction act, Runnable then, Runnable otherwise) {
        AtomicBoolean sent = new AtomicBoolean();
        Runnable confirmed = () -> {
            sent.set(true);
            then.run();
        };
        Runnable left = () -> {
            if (!sent.get()) {
                otherwise.run();
            }
        };
        capabilities.with(
                chosen.getFirst().cluster(),
                ObjectActionCompiler.class,
                title,
                compiler -> review.planning(
                        title,
                        background.run(
                                () -> JoinedPlans.ofEach(chosen, one -> compiler.compile(one.ref(), one.uid(), act)),
                                result -> {
                                    review.compiled(
                                            title,
                                            result,
                                            plan -> review.review(
                                                    review.waiting(plan),
                                                    PlacementOutlook.NOTHING,
                                                    Optional.of(
                                                            () -> {
                                                                sent.set(true); // the next plan is the one that is sent
                                                                // or left
                                                                plan(title, chosen, act, then, otherwise);
                                                            }),
                                                    confirmed));
                                    left.run();
                                },
                                problem -> {
                                    review.failed(title, problem);
                                    left.run();
                                })));
    }
}
