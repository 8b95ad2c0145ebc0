// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** Collects what one slice touches. */
final class AffectedObjects {
    private Set<Cluster> clusters = new LinkedHashSet<>();
    private Set<Node> nodes = new LinkedHashSet<>();
    private Set<Job> jobs = new LinkedHashSet<>();
    private Set<Task> tasks = new LinkedHashSet<>();
    private boolean structure;

    void touch(Cluster cluster) {
        clusters.add(cluster);
    }

    void touch(Node node) {
        nodes.add(node);
    }

    void touch(Job job) {
        jobs.add(job);
    }

    void touch(Task task) {
        tasks.add(task);
    }

    void structure() {
        structure = true;
    }

    boolean isEmpty() {
        return !structure && clusters.isEmpty() && nodes.isEmpty() && jobs.isEmpty() && tasks.isEmpty();
    }

    /** What was collected; afterwards the slice is empty. */
    FleetDelta take() {
        FleetDelta delta = new FleetDelta(
                Collections.unmodifiableSet(clusters),
                Collections.unmodifiableSet(nodes),
                Collections.unmodifiableSet(jobs),
                Collections.unmodifiableSet(tasks),
                structure);
        clusters = new LinkedHashSet<>();
        nodes = new LinkedHashSet<>();
        jobs = new LinkedHashSet<>();
        tasks = new LinkedHashSet<>();
        structure = false;
        return delta;
    }
}
