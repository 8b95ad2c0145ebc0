// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.List;
import podium.ui.toolkit.Palette.Name;

/**
 * What is written on a card by the pointer.
 *
 * @param title what it is about
 * @param lines one below the other
 */
public record CanvasTooltip(String title, List<Line> lines) {
    public CanvasTooltip {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param label what is told; empty: the text stands for itself
     * @param ink its colour by meaning; {@link Name#TEXT} when it has no special one
     */
    public record Line(String label, String text, Name ink) {
        public static Line of(String label, String text) {
            return new Line(label, text, Name.TEXT);
        }

        public static Line plain(String text) {
            return new Line("", text, Name.TEXT);
        }

        public static Line muted(String text) {
            return new Line("", text, Name.MUTED);
        }
    }

    /** The whole card as text, for a screen reader. */
    public String text() {
        StringBuilder text = new StringBuilder(title);
        for (Line line : lines) {
            text.append("; ")
                    .append(line.label().isEmpty() ? "" : line.label() + " ")
                    .append(line.text());
        }
        return text.toString();
    }
}
