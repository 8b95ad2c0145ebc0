// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.TaskSpec;
import podium.placement.whatif.NodeOffer;

/** Which waiting pods a node would take if it offered something else, by its verdicts on a copy. */
final class ServedPods {
    /** A pod that did not fit; another of its job that asks for the same does not either. */
    private record Refused(Object job, @Nullable TaskSpec spec) {}

    private final FleetCopy copy;
    private final Map<String, Task> copies = new HashMap<>();

    ServedPods(Cluster cluster) {
        copy = new FleetCopy(cluster);
        copy.cluster.getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> task.getUid() != null)
                .forEach(task -> copies.put(task.getUid(), task));
    }

    List<List<Task>> of(Node node, List<NodeOffer> offers, List<Task> gone, List<Task> waiting) throws Exception {
        try (HypotheticalPlacer placer = new HypotheticalPlacer(copy)) {
            List<List<Task>> answers = new ArrayList<>();
            Node there = copy.copyOf(node).orElseThrow();
            gone.stream()
                    .map(Task::getUid)
                    .filter(copies::containsKey)
                    .map(copies::get)
                    .forEach(placer::unbind);
            for (NodeOffer offer : offers) {
                there.setAllocatable(offer.allocatable());
                there.setLabels(offer.labels());
                copy.tell(new FleetDelta(Set.of(), Set.of(there), Set.of(), Set.of(), true));
                answers.add(served(placer, there, waiting));
            }
            return answers;
        }
    }

    private List<Task> served(HypotheticalPlacer placer, Node there, List<Task> waiting) {
        Set<Refused> refused = new HashSet<>();
        List<Task> served = new ArrayList<>();
        for (Task real : waiting) {
            @Nullable Task task = copies.get(real.getUid());
            if (task == null || !refused.add(new Refused(task.getJob(), task.getSpec()))) {
                continue;
            }
            if (placer.put(task, there)) {
                served.add(real);
                refused.remove(new Refused(task.getJob(), task.getSpec()));
            }
        }
        served.forEach(real -> placer.unbind(copies.get(real.getUid())));
        return served;
    }
}
