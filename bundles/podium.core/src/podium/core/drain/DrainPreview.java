// SPDX-License-Identifier: Apache-2.0
package podium.core.drain;

import java.util.List;

/**
 * What a drain would do, before it does anything.
 *
 * @param blockers why it cannot end, in words; empty: it can
 * @param gpuHoursLost by gangs that die, since their start (no checkpoint is known)
 */
public record DrainPreview(
        DrainRequest request, List<PodFate> pods, List<String> blockers, List<String> warnings, double gpuHoursLost) {
    public DrainPreview {
        pods = List.copyOf(pods);
        blockers = List.copyOf(blockers);
        warnings = List.copyOf(warnings);
    }

    public long count(Fate fate) {
        return pods.stream().filter(pod -> pod.fate() == fate).count();
    }
}
