// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

/**
 * How a cell looks: a fill and a mark, never colour alone.
 *
 * @param fill what it is filled with
 * @param ramp step of the metric ramp, 0 to 255, when the fill is {@link Fill#RAMP} or {@link Fill#RAMP_FREE}; number of the look
 *     when it is {@link Fill#GROUP}; else 0
 * @param mark what is drawn over it
 */
public record CellStyle(Fill fill, int ramp, Mark mark) {
    /** The ground of a cell. */
    public enum Fill {
        /** Nobody holds it: hollow, with an outline. */
        FREE,
        /** Nobody holds it, but a taint of its own keeps tasks off: hollow, with the hatch of a cordon. */
        TAINTED,
        HELD,
        /** Held by somebody on this node, but no source tells which devices: outline with a hatch of the held colour. */
        UNKNOWN_WHICH,
        /** Not known: a dotted outline, no fill. */
        UNKNOWN,
        RAMP,
        /** Nobody holds it: the colour of the ramp within a hollow rim, so that what is idle and held never looks like it. */
        RAMP_FREE,
        /** Held, in the colour of the group of whoever holds it. */
        GROUP,
        /** Held, and nothing runs on it: hatched. */
        IDLE,
        /** Known to have none of what is looked for. */
        NONE,
        WARNING,
        CRITICAL
    }

    /** What is drawn over a cell. */
    public enum Mark {
        PLAIN,
        /** Level lines: older than it should be. */
        STALE,
        /** A cross: a source says it is broken. */
        FAILED,
        /** A corner in the colour of cordons: in use or not, it takes no new tasks. */
        TAINTED,
        /** A corner: a source says it is not well, or points at it as the one that its node does not offer. */
        DEGRADED
    }

    static CellStyle of(Fill fill, Mark mark) {
        return new CellStyle(fill, 0, mark);
    }
}
