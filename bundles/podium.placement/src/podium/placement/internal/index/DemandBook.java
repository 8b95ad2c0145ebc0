// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.value.Resources;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;

/** Counts what the jobs of one cluster ask for, ended ones too: what came before is what is likely to come. In the realm. */
final class DemandBook {
    private record Entry(DeviceRequirement ask, int tasks) {}

    private final Map<Job, List<Entry>> entries = new IdentityHashMap<>();
    private final Map<DeviceRequirement, Integer> counts = new HashMap<>();
    private final Map<Resources, DeviceRequirement> asks = new HashMap<>();
    private @Nullable Demand known;

    DemandBook(Cluster cluster) {
        cluster.getJobs().forEach(this::update);
    }

    /** Takes what a job asks for now. One that is gone keeps counting until its cluster is forgotten. */
    void update(Job job) {
        List<Entry> next = entries(job);
        if (next.isEmpty()) {
            return;
        }
        @Nullable List<Entry> before = job.getCluster() == null ? entries.remove(job) : entries.put(job, next);
        if (job.getCluster() != null && !next.equals(before)) {
            if (before != null) {
                before.forEach(entry -> counts.merge(entry.ask, -entry.tasks, Integer::sum));
            }
            next.forEach(entry -> counts.merge(entry.ask, entry.tasks, Integer::sum));
            known = null;
        }
    }

    private List<Entry> entries(Job job) {
        @Nullable TaskGroups groups = job.getGroups();
        if (groups != null) {
            return groups.all().stream()
                    .map(group -> entry(group.spec(), group.tasks()))
                    .toList();
        }
        TaskSpec spec = job.getSpec() != null || job.getTasks().isEmpty()
                ? job.getSpec()
                : job.getTasks().getFirst().getSpec();
        return spec == null
                ? List.of()
                : List.of(entry(
                        spec, Math.max(job.getWantedTasks(), job.getTasks().size())));
    }

    private Entry entry(TaskSpec spec, int tasks) {
        return new Entry(asks.computeIfAbsent(spec.requests(), DeviceRequirement::of), Math.clamp(tasks, 1, 100_000));
    }

    Demand demand() {
        Demand demand = known;
        if (demand == null) {
            demand = Demand.of(counts);
            known = demand;
        }
        return demand;
    }
}
