// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.text.Counted;
import podium.model.fleet.Domain;
import podium.model.fleet.Task;
import podium.model.value.TaskSpec;
import podium.operation.texts.Texts;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/**
 * Whether all tasks of several jobs find room at the same time, whatever queues and quotas say: each job may find it alone. In the
 * realm.
 */
final class ManifestRoom {
    private final PlacementService placement;
    private final Subject all;

    ManifestRoom(PlacementService placement, Subject all) {
        this.placement = placement;
        this.all = all;
    }

    /** What is lacking, in words; empty: nothing, as far as is known. */
    Optional<String> shortage() {
        List<Task> tasks = all.job().getTasks();
        Map<TaskSpec, List<Task>> alike =
                tasks.stream().collect(Collectors.groupingBy(Task::getSpec, LinkedHashMap::new, Collectors.toList()));
        int room = 0;
        for (List<Task> some : alike.values()) {
            Collection<Verdict> nodes = placement
                    .verdictsWithoutQuotas(new Subject(all.job(), some, all.supposed()))
                    .values();
            room += Math.min(some.size(), room(nodes));
        }
        if (room < tasks.size()) {
            return Optional.of(Texts.of("ManifestRoom.someTasks", room, Counted.of(tasks.size(), "task")));
        }
        return alike.size() == 1 || outermost().map(this::takes).orElse(true)
                ? Optional.empty()
                : Optional.of(Texts.of("ManifestRoom.notAtTheSameTime", Counted.all(tasks.size(), "task")));
    }

    /** Without those that take it on a condition. */
    private static int room(Collection<Verdict> nodes) {
        return nodes.stream()
                .filter(verdict -> verdict.fit() == Fit.FITS)
                .mapToInt(Verdict::tasksThatFit)
                .sum();
    }

    /** The domain that holds all nodes; empty: there is none, and tasks that ask for different things are not counted. */
    private Optional<Domain> outermost() {
        return all.cluster()
                .filter(cluster -> cluster.getDomains().size() == 1
                        && cluster.getNodes().stream()
                                .map(node -> node.getDomain())
                                .allMatch(Objects::nonNull))
                .map(cluster -> cluster.getDomains().getFirst());
    }

    private boolean takes(Domain domain) {
        return placement.verdict(all, new Target.OnDomain(domain)).fit().takes();
    }
}
