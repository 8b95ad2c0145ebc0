// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/** Counts what the jobs of one cluster ask for, ended ones too: what came before is what is likely to come. In the realm. */
final class DemandBook {
    private record Entry(DeviceRequirement ask, int tasks) {}

    private final Map<Job, Entry> entries = new IdentityHashMap<>();
    private final Map<DeviceRequirement, Integer> counts = new HashMap<>();
    private final Map<Resources, DeviceRequirement> asks = new HashMap<>();
    private @Nullable Demand known;

    DemandBook(Cluster cluster) {
        cluster.getJobs().forEach(this::update);
    }

    /** Takes what a job asks for now. One that is gone keeps counting until its cluster is forgotten. */
    void update(Job job) {
        TaskSpec spec = spec(job);
        if (spec == null) {
            return;
        }
        DeviceRequirement ask = asks.computeIfAbsent(spec.requests(), DeviceRequirement::of);
        Entry next = new Entry(
                ask, Math.clamp(Math.max(job.getWantedTasks(), job.getTasks().size()), 1, 100_000));
        @Nullable Entry before = job.getCluster() == null ? entries.remove(job) : entries.put(job, next);
        if (job.getCluster() != null && !next.equals(before)) {
            if (before != null) {
                counts.merge(before.ask, -before.tasks, Integer::sum);
            }
            counts.merge(ask, next.tasks, Integer::sum);
            known = null;
        }
    }

    private static @Nullable TaskSpec spec(Job job) {
        return job.getSpec() != null || job.getTasks().isEmpty()
                ? job.getSpec()
                : job.getTasks().getFirst().getSpec();
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
