// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.util.List;

/**
 * A pod in words. Values of variables and of Secrets are never part of it.
 *
 * @param sections in the order in which they are read: the containers that start first, come first
 */
public record PodDescription(List<Section> sections) {
    public PodDescription {
        sections = List.copyOf(sections);
    }

    /**
     * A container, or what else belongs together.
     *
     * @param title what the lines are about
     * @param lines in the order in which they are shown
     */
    public record Section(String title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** How a line is meant. */
    public enum Tone {
        PLAIN,
        GOOD,
        WAITING,
        BAD
    }

    /**
     * A label and its value.
     *
     * @param label what the value is
     * @param value as it is shown, already in words
     * @param tone how it is meant
     */
    public record Line(String label, String value, Tone tone) {}
}
