// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import java.util.List;
import java.util.Optional;
import podium.model.fleet.Node;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.RankCells;
import podium.ui.topology.internal.model.TopologyModel;

/** What of the board is picked up from the canvas: the rank on a cell, or all ranks of a node by its header. In the realm. */
public final class RankDragSubject {
    private final GangLayoutController gangLayout;
    private final TopologyModel model;

    public RankDragSubject(GangLayoutController gangLayout, TopologyModel model) {
        this.gangLayout = gangLayout;
        this.model = model;
    }

    /** The ranks on a thing; empty: none lies there. */
    public Optional<Subject> at(Hit hit) {
        if (!(hit.box().subject() instanceof Node node)) {
            return Optional.empty();
        }
        List<Rank> there = gangLayout.proposed().ranks().getOrDefault(node, List.of());
        List<Rank> picked = hit.cell().isEmpty()
                ? there
                : RankCells.at(model.scene(), model.states(), hit.cell().get(), there).stream()
                        .toList();
        return gangLayout
                .job()
                .filter(job -> !picked.isEmpty())
                .map(job -> new Subject(job, picked.stream().map(Rank::task).toList()));
    }
}
