// SPDX-License-Identifier: Apache-2.0
package podium.core.drain;

import java.util.List;
import java.util.OptionalDouble;
import podium.core.internal.fleet.LostHours;

/**
 * What a drain would do, before it does anything.
 *
 * @param gangs jobs that end or restart because they lose tasks they cannot do without
 * @param waves in which the nodes are emptied, in order
 * @param blockers why it cannot end, in words; empty: it can
 */
public record DrainPreview(
        DrainRequest request,
        List<PodFate> pods,
        List<GangLoss> gangs,
        List<Wave> waves,
        Forecast forecast,
        List<String> blockers,
        List<String> warnings) {
    public DrainPreview {
        pods = List.copyOf(pods);
        gangs = List.copyOf(gangs);
        waves = List.copyOf(waves);
        blockers = List.copyOf(blockers);
        warnings = List.copyOf(warnings);
    }

    /** Work lost by all gangs that die; empty: unknown of one. */
    public OptionalDouble gpuHoursLost() {
        return LostHours.sum(gangs.stream().map(GangLoss::gpuHours));
    }

    public long count(Fate fate) {
        return pods.stream().filter(pod -> pod.fate() == fate).count();
    }
}
