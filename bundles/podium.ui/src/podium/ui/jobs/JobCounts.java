// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import podium.core.job.DefaultReason;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.ui.label.Snapshots;

/**
 * How many jobs there are of each kind, counted in one go: one of a cluster that is open more than once counts once, one of a snapshot
 * not at all. In the realm.
 */
final class JobCounts {
    private final long[] sums = new long[JobState.values().length];
    private final Map<JobState, Set<String>> known = new EnumMap<>(JobState.class);
    private final Set<String> knownWaiting = new HashSet<>();
    private final boolean several;
    private long waiting;
    private boolean queued;

    private JobCounts(boolean several) {
        this.several = several;
    }

    /** @param clusters all that the jobs of the lines are of */
    static JobCounts of(Collection<JobLine> lines, Collection<Cluster> clusters) {
        // only of several clusters two jobs can be the same
        boolean plain = clusters.size() <= 1 && clusters.stream().noneMatch(Snapshots::is);
        JobCounts counts = new JobCounts(!plain);
        for (JobLine line : lines) {
            counts.queued |= !line.queue().isEmpty();
            if (plain) {
                counts.sums[line.jobState().ordinal()]++;
                counts.waiting += waits(line) ? 1 : 0;
            } else {
                counts.add((Job) line.thing().orElseThrow(), line);
            }
        }
        return counts;
    }

    private void add(Job job, JobLine line) {
        if (job.getCluster() != null && Snapshots.is(job.getCluster())) {
            return;
        }
        JobState state = line.jobState();
        if (isFirst(job, known.computeIfAbsent(state, it -> new HashSet<>()))) {
            sums[state.ordinal()]++;
        }
        if (waits(line) && isFirst(job, knownWaiting)) {
            waiting++;
        }
    }

    private boolean isFirst(Job job, Set<String> uids) {
        String uid = several ? job.getUid() : null;
        return uid == null || uid.isEmpty() || uids.add(uid);
    }

    private static boolean waits(JobLine line) {
        return switch (line.jobState()) {
            case WAITING, HELD -> true;
            case SUSPENDED -> {
                Job job = (Job) line.thing().orElseThrow();
                yield job.getQueueName() != null && !DefaultReason.isInactive(String.valueOf(job.getReason()));
            }
            default -> false;
        };
    }

    /** In a state now. */
    long of(JobState state) {
        return sums[state.ordinal()];
    }

    /** That wait for a place: what its queue keeps suspended waits too, what somebody has suspended does not. */
    long waiting() {
        return waiting;
    }

    /** Whether any is in a queue, those of snapshots too. */
    boolean queued() {
        return queued;
    }
}
