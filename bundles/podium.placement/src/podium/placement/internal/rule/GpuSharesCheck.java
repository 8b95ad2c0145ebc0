// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.List;
import java.util.OptionalDouble;
import podium.core.fleet.GpuShares;
import podium.core.fleet.PodShares;
import podium.model.fleet.Node;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** Shares of single GPUs that a task asks for, against nodes; the sums over a node say too little, or nothing. */
public final class GpuSharesCheck {
    private final TaskProbe probe;
    private final ClusterIndex index;
    private final PodShares asked;
    private final boolean asks;
    private final int slots;
    /** Of each resource of the probe: devices decide on every row, or on those that HAMi shares. */
    private final boolean[] everywhere;

    private final boolean[] byHami;

    public GpuSharesCheck(TaskProbe probe, ClusterIndex index) {
        this.probe = probe;
        this.index = index;
        this.asked = PodShares.of(probe.spec.requests());
        this.asks = GpuShares.anywhere(probe.spec.requests());
        this.slots = index.column(GpuShares.HAMI_SLOTS);
        this.everywhere = new boolean[probe.resources.length];
        this.byHami = new boolean[probe.resources.length];
        for (int i = 0; i < probe.resources.length; i++) {
            everywhere[i] = GpuShares.ofKai(probe.resources[i]);
            byHami[i] = GpuShares.ofHami(probe.resources[i]);
        }
    }

    /** True when single devices decide on a row. */
    public boolean concerns(int row) {
        return !asked.isEmpty() && (asks || hami(row));
    }

    private boolean hami(int row) {
        return index.allocatable(slots, row) > 0;
    }

    /** True when the sum over the node is not what decides on a row for the resource at this place of the probe. */
    boolean instead(int resource, int row) {
        return everywhere[resource] || byHami[resource] && hami(row);
    }

    /** How many copies the devices take; a reason where not even one, a condition where that is not known. */
    int copies(Node node, Reasons blockers, Reasons conditions) {
        SharedGpus gpus = gpus(node);
        int copies = gpus.copies(asked, probe.count);
        if (!gpus.known()) {
            conditions.add(Texts.of("GpuSharesCheck.theGpusThereHave"));
            return probe.count;
        }
        if (copies == 0) {
            blockers.add(gpus.shortage(asked));
        }
        return copies;
    }

    /** Whether it fits beside others of the subject that are thought to lie there. */
    boolean takes(Node node, List<GangPiece> others) {
        SharedGpus gpus = gpus(node);
        for (GangPiece other : others) {
            gpus.take(PodShares.of(other.spec().requests()));
        }
        return gpus.take(asked) || !gpus.known();
    }

    /** Devices free beside it, shares counted by their part; empty: there are none, or that is not known. */
    public OptionalDouble left(Node node) {
        SharedGpus gpus = gpus(node);
        gpus.take(asked);
        return gpus.left();
    }

    private SharedGpus gpus(Node node) {
        return SharedGpus.of(node, probe::stays);
    }
}
