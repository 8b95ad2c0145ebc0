// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

import java.util.List;
import java.util.OptionalDouble;
import podium.core.job.GangLoss;
import podium.core.job.LostGpuHours;
import podium.model.fleet.Job;

/**
 * What a drain would do, before it does anything.
 *
 * @param gangs jobs that lose work: those that end or restart because they lose tasks they cannot do without, and those whose lost
 *     pods start again
 * @param waves in which the nodes are emptied, in order
 * @param blockers why it cannot end, in words; empty: it can
 * @param losses what is lost for good, a sentence each
 * @param requeued Jobs of Kueue that are stopped and queued again
 * @param suspended Jobs that are suspended and resumed, since the pods that they would lose would end them
 * @param doubts why it is no promise, a phrase each: what could not be looked at
 */
public record DrainPreview(
        DrainRequest request,
        List<PodFate> pods,
        List<GangLoss> gangs,
        List<DrainWave> waves,
        DrainForecast forecast,
        List<String> blockers,
        List<String> warnings,
        List<String> losses,
        List<Job> requeued,
        List<Job> suspended,
        List<String> doubts) {
    public DrainPreview {
        pods = List.copyOf(pods);
        gangs = List.copyOf(gangs);
        waves = List.copyOf(waves);
        blockers = List.copyOf(blockers);
        warnings = List.copyOf(warnings);
        losses = List.copyOf(losses);
        requeued = List.copyOf(requeued);
        suspended = List.copyOf(suspended);
        doubts = List.copyOf(doubts);
    }

    /** Pods that stay although they are no part of the node: what a partial drain leaves. */
    public List<PodFate> left() {
        return request.partial()
                ? pods.stream().filter(pod -> pod.fate() == Fate.BLOCKS).toList()
                : List.of();
    }

    /** Work lost by all jobs together; empty: unknown of one. */
    public OptionalDouble gpuHoursLost() {
        return LostGpuHours.total(gangs.stream().map(GangLoss::gpuHours));
    }

    public long count(Fate fate) {
        return pods.stream().filter(pod -> pod.fate() == fate).count();
    }
}
