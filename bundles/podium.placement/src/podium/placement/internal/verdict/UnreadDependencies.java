// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import podium.core.change.SchedulingObject.PodGroup;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.GangStart;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.value.TaskSpec;
import podium.placement.internal.quota.QuotaRequest;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/**
 * What decides where a subject may run and is read by others than Podium: fields and annotations of its pods, its gang object, the
 * topology by which Kueue assigns nodes, a scheduler of which nothing is known. A verdict that rests on such a thing is no promise.
 */
final class UnreadDependencies {
    private static final int MOST = 3;
    /** Those whose rules are judged here; those of clouds are kube-scheduler with other scores. */
    private static final Set<String> SCHEDULERS = Set.of(
            TaskSpec.DEFAULT_SCHEDULER,
            "",
            "volcano",
            "kai-scheduler",
            "runai-scheduler",
            "hami-scheduler",
            "gke.io/optimize-utilization-scheduler",
            "scheduler-plugins-scheduler",
            "bin-packing-scheduler");

    private UnreadDependencies() {}

    /** In a phrase; empty: nothing is known that is not read. */
    static Optional<String> of(TaskProbe probe, List<GangPiece> pieces, QuotaRequest ask, SchedulingObjects facts) {
        Set<String> found = new LinkedHashSet<>();
        // pieces of a gang share their spec: comparing what is in it five hundred times costs as much as the verdict
        Set<TaskSpec> specs = Collections.newSetFromMap(new IdentityHashMap<>());
        pieces.forEach(piece -> specs.add(piece.spec()));
        specs.forEach(spec -> {
            found.addAll(spec.unread());
            if (!SCHEDULERS.contains(spec.schedulerName())) {
                found.add(Texts.of("UnreadDependencies.theRulesOfScheduler", spec.schedulerName()));
            }
        });
        groups(probe, pieces, specs, facts).forEach(group -> found.addAll(group.unread()));
        List<String> topologies = topologies(probe, ask, facts).toList();
        if (!topologies.isEmpty() && !ask.reserved()) {
            topologies.forEach(name -> found.add(Texts.of("UnreadDependencies.kueuesTopology", name)));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(phrase(List.copyOf(found)));
    }

    private static String phrase(List<String> found) {
        String shown = Counted.named(found.stream().map(CleanText::clean).toList(), MOST);
        return Texts.of("UnreadDependencies.dependsOnWhatIsNotRead", shown);
    }

    private static Stream<PodGroup> groups(
            TaskProbe probe, List<GangPiece> pieces, Set<TaskSpec> specs, SchedulingObjects facts) {
        Stream<PodGroup> named = specs.stream()
                .flatMap(spec -> spec.podGroup().stream())
                .distinct()
                .flatMap(name -> facts.get(PodGroup.class, probe.namespace, name).stream());
        String uid = probe.job.getUid() == null ? "" : probe.job.getUid();
        boolean made = pieces.stream().allMatch(piece -> piece.task().isPresent());
        return made || uid.isEmpty()
                ? named
                : Stream.concat(named, facts.all(PodGroup.class).stream().filter(group -> group.owner()
                        .equals(uid)));
    }

    private static Stream<String> topologies(TaskProbe probe, QuotaRequest ask, SchedulingObjects facts) {
        return ask.queueName().stream().flatMap(name -> GangStart.topologies(probe.namespace, name, facts));
    }
}
