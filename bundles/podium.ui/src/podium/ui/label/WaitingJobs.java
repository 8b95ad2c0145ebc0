// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.Task;

/**
 * The jobs that wait for accelerators: what somebody has suspended asks for none. Kept up from
 * the changes, so that 150 000 jobs cost nothing. In the realm.
 */
public final class WaitingJobs {
    private static final Comparator<Job> ORDER = Comparator.comparingInt(Job::getPriority)
            .reversed()
            .thenComparing(Job::getCreated, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Job::getName, Comparator.nullsLast(new NaturalOrder()))
            .thenComparing(FleetLabels::key);

    private final Fleet fleet;
    private final SameClusters same;
    private boolean known;
    private final Set<Job> waiting = new LinkedHashSet<>();

    public WaitingJobs(Fleet fleet, SameClusters same) {
        this.fleet = fleet;
        this.same = same;
        known = listed();
        for (Cluster cluster : fleet.getClusters()) {
            theme(cluster.getJobs());
        }
    }

    /** Those of one cluster, most urgent first. In the realm. */
    public static List<Job> of(Cluster cluster) {
        return cluster.getJobs().stream()
                .filter(WaitingJobs::waits)
                .sorted(ORDER)
                .toList();
    }

    /** Takes a change; true when the jobs that wait, or what they want, may be others now. */
    public boolean changed(FleetDelta delta) {
        boolean before = known;
        known = listed();
        boolean changed = theme(delta.jobs()) | before != known;
        for (Task task : delta.tasks()) {
            changed |= task.getJob() != null && theme(List.of(task.getJob()));
        }
        return changed
                | waiting.removeIf(
                        job -> job.getCluster() == null || job.getCluster().getFleet() == null);
    }

    /** Most urgent first: higher priority, then older. A job of a cluster that is open twice is there once. */
    public List<Job> all() {
        Map<Cluster, String> shared = same.among(fleet.getClusters());
        Set<String> seen = new HashSet<>();
        return waiting.stream()
                .sorted(Comparator.comparing(job -> job.getCluster().getConnection() != ConnectionState.LIVE))
                .filter(job -> !shared.containsKey(job.getCluster())
                        || seen.add(shared.get(job.getCluster()) + "/" + job.getUid()))
                .sorted(ORDER)
                .toList();
    }

    /** Whether the jobs of a cluster have been listed, so that no job that waits means that none does. */
    public boolean areKnown() {
        return known;
    }

    private boolean listed() {
        return fleet.getClusters().stream()
                .map(Cluster::getConnection)
                .anyMatch(state -> state == ConnectionState.LIVE || state == ConnectionState.STALE);
    }

    private boolean theme(Collection<Job> jobs) {
        boolean changed = false;
        for (Job job : jobs) {
            boolean waits = waits(job);
            changed |= waits || waiting.contains(job);
            if (waits) {
                waiting.add(job);
            } else {
                waiting.remove(job);
            }
        }
        return changed;
    }

    /** Whether a job waits for accelerators, is held or kept suspended by its queue included. */
    public static boolean waits(Job job) {
        return JobTraits.waits(job) && job.getCluster() != null && !Snapshots.is(job.getCluster()) && wanted(job) > 0;
    }

    /** Accelerators a job wants. */
    public static int wanted(Job job) {
        return Holdings.wanted(job);
    }
}
