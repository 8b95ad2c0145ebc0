// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.operation.plan.Plan;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.RuleDecision;
import podium.operation.rule.RuleService;
import podium.operation.texts.Texts;

/**
 * What stands before the journal: the operator's rules and the lock of the cluster. An operation that has begun is held to the
 * lock only: to leave it half-done because a freeze window opened would be worse.
 */
public record PlanGuard(RuleService rules, ChangeLocks locks) {
    /** Lets everything pass. */
    public static PlanGuard none() {
        return new PlanGuard(RuleService.none(), ChangeLocks.open());
    }

    /** Why a plan must not be begun now, whatever is typed; empty: it may. */
    public List<String> against(Plan plan) {
        List<String> reasons = new ArrayList<>();
        locked(plan.cluster()).ifPresent(reasons::add);
        reasons.addAll(rules.judge(plan).forbidden());
        return reasons;
    }

    /** Why a plan must not be begun now with what was typed; empty: it may. */
    public List<String> against(Plan plan, String typed) {
        List<String> reasons = against(plan);
        RuleDecision ruling = rules.judge(plan);
        ruling.typed()
                .filter(name -> !name.equals(typed.strip()))
                .ifPresent(name -> reasons.add(Texts.of("PlanGuard.thisCannotBeUndone", name)));
        return reasons;
    }

    /** Why nothing may be sent to a cluster; empty: it may. */
    public Optional<String> locked(ClusterId cluster) {
        return locks.isLocked(cluster)
                ? Optional.of(Texts.of("PlanGuard.isReadOnlyUnlock", cluster))
                : Optional.empty();
    }
}
