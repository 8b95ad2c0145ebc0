// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.EnumSet;
import java.util.Set;
import podium.core.fleet.InputKind;
import podium.model.value.PodTerm;
import podium.placement.Obstacle.By;
import podium.placement.internal.quota.QuotaRequest;
import podium.placement.internal.task.TaskProbe;

/** The kinds of objects that the verdicts of a subject lean on. */
final class VerdictInputs {
    private static final Set<InputKind> VOLUMES =
            EnumSet.of(InputKind.VOLUME_CLAIMS, InputKind.VOLUMES, InputKind.STORAGE_CLASSES);

    private static final Set<InputKind> DEVICES = EnumSet.of(
            InputKind.SLICES,
            InputKind.DEVICE_CLASSES,
            InputKind.CLAIMS,
            InputKind.CLAIM_TEMPLATES,
            InputKind.TAINT_RULES);

    private static final Set<InputKind> KUEUE = EnumSet.of(
            InputKind.LOCAL_QUEUES,
            InputKind.CLUSTER_QUEUES,
            InputKind.COHORTS,
            InputKind.FLAVORS,
            InputKind.KUEUE_WORKLOADS);

    /** What a verdict leans on besides where others are evicted for it. */
    static final Set<InputKind> EVICTING = EnumSet.of(InputKind.PRIORITIES, InputKind.BUDGETS);

    private VerdictInputs() {}

    /** What the rules of the scheduler lean on. */
    static Set<InputKind> of(TaskProbe probe) {
        Set<InputKind> grounds = EnumSet.of(InputKind.PODS);
        if (!probe.spec.volumeClaims().isEmpty()) {
            grounds.addAll(VOLUMES);
        }
        if (!probe.spec.resourceClaims().isEmpty()) {
            grounds.addAll(DEVICES);
        }
        if (probe.spec.podAffinity().stream().anyMatch(VerdictInputs::byNamespace)
                || probe.spec.podAntiAffinity().stream().anyMatch(VerdictInputs::byNamespace)) {
            grounds.add(InputKind.NAMESPACES);
        }
        return grounds;
    }

    private static boolean byNamespace(PodTerm term) {
        return term.namespaceSelector().isPresent();
    }

    /** What queues and quotas lean on. */
    static Set<InputKind> of(QuotaRequest ask) {
        Set<InputKind> grounds = EnumSet.noneOf(InputKind.class);
        if (!ask.unmade().isEmpty()) {
            grounds.add(InputKind.QUOTAS);
        }
        if (ask.queueName().isPresent() && !ask.reserved()) {
            By by = SchedulerMessages.scheduler(ask.job());
            switch (by) {
                case VOLCANO -> {
                    grounds.add(InputKind.VOLCANO_QUEUES);
                    grounds.add(InputKind.VOLCANO_GROUPS);
                }
                case KAI -> grounds.add(InputKind.KAI_QUEUES);
                default -> grounds.addAll(KUEUE);
            }
        }
        return grounds;
    }
}
