// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.board;

import java.util.List;
import java.util.Optional;
import podium.core.placement.Rank;
import podium.core.placement.Subject;
import podium.model.fleet.Node;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.stage.Seats;
import podium.ui.topology.internal.stage.Stage;

/** What of the board is picked up from the canvas: the rank on a cell, or all ranks of a node by its header. In the realm. */
public final class BoardGrip {
    private final Desk desk;
    private final Stage stage;

    public BoardGrip(Desk desk, Stage stage) {
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
                : Seats.at(stage.scene(), stage.states(), hit.cell().get(), there).stream()
                        .toList();
        return desk.job()
                .filter(job -> !picked.isEmpty())
                .map(job -> new Subject(job, picked.stream().map(Rank::task).toList()));
    }
}
