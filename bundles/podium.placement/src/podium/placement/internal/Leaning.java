// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.EnumSet;
import java.util.Set;
import podium.core.fleet.Ground;
import podium.placement.Obstacle.By;
import podium.model.value.PodTerm;

/** The kinds of objects that the verdicts of a subject lean on. */
final class Leaning {
    private static final Set<Ground> VOLUMES = EnumSet.of(Ground.VOLUME_CLAIMS, Ground.VOLUMES, Ground.STORAGE_CLASSES);

    private static final Set<Ground> DEVICES =
            EnumSet.of(Ground.SLICES, Ground.DEVICE_CLASSES, Ground.CLAIMS, Ground.CLAIM_TEMPLATES, Ground.TAINT_RULES);

    private static final Set<Ground> KUEUE = EnumSet.of(
            Ground.LOCAL_QUEUES, Ground.CLUSTER_QUEUES, Ground.COHORTS, Ground.FLAVORS, Ground.KUEUE_WORKLOADS);

    /** What a verdict leans on besides where others are evicted for it. */
    static final Set<Ground> EVICTING = EnumSet.of(Ground.PRIORITIES, Ground.BUDGETS);

    private Leaning() {}

    /** What the rules of the scheduler lean on. */
    static Set<Ground> of(Probe probe) {
        Set<Ground> grounds = EnumSet.of(Ground.PODS);
        if (!probe.spec.volumeClaims().isEmpty()) {
            grounds.addAll(VOLUMES);
        }
        if (!probe.spec.resourceClaims().isEmpty()) {
            grounds.addAll(DEVICES);
        }
        if (probe.spec.podAffinity().stream().anyMatch(Leaning::byNamespace)
                || probe.spec.podAntiAffinity().stream().anyMatch(Leaning::byNamespace)) {
            grounds.add(Ground.NAMESPACES);
        }
        return grounds;
    }

    private static boolean byNamespace(PodTerm term) {
        return term.namespaceSelector().isPresent();
    }

    /** What queues and quotas lean on. */
    static Set<Ground> of(QuotaAsk ask) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        if (!ask.unmade().isEmpty()) {
            grounds.add(Ground.QUOTAS);
        }
        if (ask.queueName().isPresent() && !ask.reserved()) {
            By by = ClusterSays.scheduler(ask.job());
            switch (by) {
                case VOLCANO -> {
                    grounds.add(Ground.VOLCANO_QUEUES);
                    grounds.add(Ground.VOLCANO_GROUPS);
                }
                case KAI -> grounds.add(Ground.KAI_QUEUES);
                default -> grounds.addAll(KUEUE);
            }
        }
        return grounds;
    }
}
