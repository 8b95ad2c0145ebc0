// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import java.util.List;
import java.util.Optional;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.model.fleet.Node;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.RankCells;
import podium.ui.topology.internal.model.TopologyModel;

/** What of the board is picked up from the canvas: the rank on a cell, or all ranks of a node by its header. In the realm. */
public final class RankDragSubject {
    private final GangLayoutController desk;
    private final TopologyModel stage;

    public RankDragSubject(GangLayoutController desk, TopologyModel stage) {
        this.desk = desk;
        this.stage = stage;
    }

    /** The ranks on a thing; empty: none lies there. */
    public Optional<Subject> at(Hit hit) {
        if (!(hit.box().subject() instanceof Node node)) {
            return Optional.empty();
        }
        List<Rank> there = desk.proposed().ranks().getOrDefault(node, List.of());
        List<Rank> picked = hit.cell().isEmpty()
                ? there
                : RankCells.at(stage.scene(), stage.states(), hit.cell().get(), there).stream()
                        .toList();
        return desk.job()
                .filter(job -> !picked.isEmpty())
                .map(job -> new Subject(job, picked.stream().map(Rank::task).toList()));
    }
}
