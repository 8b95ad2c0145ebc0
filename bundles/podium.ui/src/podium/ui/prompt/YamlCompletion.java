// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.util.List;

/**
 * What may stand at a place of a text.
 *
 * @param from where what would be replaced begins
 * @param to where it ends
 * @param proposals what may stand there, what is needed first; empty: nothing is known
 */
public record YamlCompletion(int from, int to, List<Proposal> proposals) {
    public YamlCompletion {
        proposals = List.copyOf(proposals);
    }

    /**
     * One of them.
     *
     * @param label as it is listed
     * @param inserted what is written for it
     * @param words what is known of it; empty: nothing more
     */
    public record Proposal(String label, String inserted, String words) {}

    /** Nothing is known of a place. */
    public static YamlCompletion none(int place) {
        return new YamlCompletion(place, place, List.of());
    }
}
