// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.Optional;
import podium.ui.topology.internal.colour.LookRule;
import podium.ui.topology.internal.colour.Verdicts;
import podium.ui.topology.internal.layout.Layout;
import podium.ui.topology.internal.layout.View;
import podium.ui.topology.internal.stage.SlotCounts;

/**
 * Everything the base picture is a function of, beside the theme.
 *
 * @param verdicts what the nodes answer while something is dragged
 * @param slots how many slots each cluster and domain has
 */
record Picture(Layout layout, View view, LookRule looks, Optional<Verdicts> verdicts, SlotCounts slots) {
    Picture with(View next) {
        return new Picture(layout, next, looks, verdicts, slots);
    }
}
