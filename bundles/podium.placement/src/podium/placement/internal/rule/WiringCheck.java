// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.Optional;
import podium.core.fleet.AscendBoard;
import podium.core.fleet.TpuSlice;
import podium.model.fleet.Node;
import podium.placement.internal.task.TaskProbe;

/** What accelerators want that are wired to each other, on their node or beyond it. */
final class WiringCheck {
    private final TaskProbe probe;
    private final boolean tpus;
    private final int npus;

    WiringCheck(TaskProbe probe) {
        this.probe = probe;
        tpus = probe.spec.requests().get(TpuSlice.TPU) > 0;
        npus = AscendBoard.asked(probe.spec.requests());
    }

    /** What is to be said of the tasks there; empty: nothing. */
    Optional<String> condition(Node node) {
        if (!tpus && npus == 0) {
            return Optional.empty();
        }
        int tasks = Math.max(probe.count, probe.job.getWantedTasks());
        Optional<String> tpu = tpus ? TpuSlice.of(node).flatMap(slice -> slice.condition(tasks)) : Optional.empty();
        return npus == 0
                ? tpu
                : tpu.or(() -> AscendBoard.of(node).flatMap(board -> board.condition(node, npus, tasks)));
    }
}
