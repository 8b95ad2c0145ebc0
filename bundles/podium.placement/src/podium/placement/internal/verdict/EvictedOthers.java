// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.api.KueueNames;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.GangLayoutService;
import podium.placement.Verdict;
import podium.placement.internal.quota.QuotaShortage;
import podium.placement.internal.task.GangPiece;

/**
 * Whom it costs that a subject wants to start, wherever: those whom its queue evicts for quota that is not free, who give back their room
 * too; and where its quota is free, those whom kube-scheduler evicts for the tasks that find no room. In the realm.
 */
public final class EvictedOthers {
    private EvictedOthers() {}

    /** Each of them in words, with what is lost. */
    public static List<String> of(SubjectVerdicts whole) {
        List<QuotaShortage> shortages = whole.quotas().shortages();
        if (!shortages.isEmpty()) {
            return shortages.stream()
                    .flatMap(shortage -> shortage.evicts().stream())
                    .distinct()
                    .toList();
        }
        Set<String> who = new LinkedHashSet<>();
        Map<TaskSpec, List<GangPiece>> alike = whole.pieces.stream()
                .filter(piece -> piece.spec().gates().stream().allMatch(gate -> isLifted(gate, piece)))
                .collect(Collectors.groupingBy(GangPiece::spec, LinkedHashMap::new, Collectors.toList()));
        alike.values()
                .forEach(some -> who.addAll(
                        byScheduler(some.size() == whole.pieces.size() ? whole : whole.of(some), some.size())));
        return List.copyOf(who);
    }

    /** Who asks of a pod that waits at Podium's gate asks what comes of lifting it; one that is to be created with it waits. */
    private static boolean isLifted(String gate, GangPiece piece) {
        return gate.equals(KueueNames.ADMISSION)
                || gate.equals(GangLayoutService.GATE)
                        && piece.task()
                                .filter(task -> task.getPhase() == TaskPhase.GATED)
                                .isPresent();
    }

    private static List<String> byScheduler(SubjectVerdicts verdicts, int tasks) {
        long left = tasks;
        List<Verdict> evicting = new ArrayList<>();
        for (Map.Entry<Node, Verdict> node : verdicts.withoutQuotas().entrySet()) {
            Verdict verdict = node.getValue();
            if (!node.getKey().isUnschedulable() && verdict.fit() == Fit.FITS) {
                left -= verdict.tasksThatFit();
            } else if (!node.getKey().isUnschedulable() && verdict.fit() == Fit.EVICTS && !verdict.isHeld()) {
                evicting.add(verdict);
            }
        }
        return evicting.stream()
                .sorted(Comparator.comparing(verdict -> verdict.cost().orElseThrow()))
                .limit(Math.max(0, left))
                .flatMap(verdict -> verdict.evicts().stream())
                .toList();
    }
}
