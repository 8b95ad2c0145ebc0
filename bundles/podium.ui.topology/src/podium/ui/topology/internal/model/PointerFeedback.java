// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.Optional;
import podium.placement.Assignment;

/**
 * What follows the pointer.
 *
 * @param tooltip what is written beside it; empty: nothing
 * @param x pixel of the pointer
 * @param y pixel of the pointer
 * @param clear pixels below the pointer that are kept free, for the picture of what is dragged
 * @param assignment how the ranks of the dragged thing would lie on what is under the pointer
 */
public record PointerFeedback(
        Optional<CanvasTooltip> tooltip, int x, int y, int clear, Optional<Assignment> assignment) {
    public static final PointerFeedback NOTHING = new PointerFeedback(Optional.empty(), 0, 0, 0, Optional.empty());
}
