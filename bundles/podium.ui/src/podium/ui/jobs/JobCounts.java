// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.Collection;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.ui.label.Snapshots;

/** How many jobs there are of each kind, counted in one go; one of a snapshot counts not at all. In the realm. */
final class JobCounts {
    private final long[] sums = new long[JobState.values().length];
    private final long[] failures = new long[JobState.values().length];
    private boolean queued;

    private JobCounts() {}

    /** @param lines each job once */
    static JobCounts of(Collection<JobLine> lines) {
        JobCounts counts = new JobCounts();
        for (JobLine line : lines) {
            counts.queued |= !line.queue().isEmpty();
            Job job = (Job) line.thing().orElseThrow();
            if (job.getCluster() == null || !Snapshots.is(job.getCluster())) {
                counts.sums[line.jobState().ordinal()]++;
                counts.failures[line.jobState().ordinal()] += line.failures() ? 1 : 0;
            }
        }
        return counts;
    }

    /** In a state now. */
    long of(JobState state) {
        return sums[state.ordinal()];
    }

    /** Those in a state that are so after failures. */
    long withFailures(JobState state) {
        return failures[state.ordinal()];
    }

    /** Whether any is in a queue, those of snapshots too. */
    boolean queued() {
        return queued;
    }
}
