// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.Optional;
import podium.ui.topology.internal.colour.CellStyler;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.SlotCounts;

/**
 * Everything the base picture is a function of, beside the theme.
 *
 * @param verdicts what the nodes answer while something is dragged
 * @param slots how many slots each cluster and domain has
 */
record PaintState(
        SceneLayout layout, Viewport view, CellStyler styles, Optional<NodeVerdicts> verdicts, SlotCounts slots) {}
