// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.Map;

/**
 * Which keys do what. Where k9s and Podium disagree, who has the keys of k9s in the hand may choose them: {@code s} for a shell,
 * {@code r} for a drain, {@code d} to describe, {@code Ctrl+D} to delete (derailed/k9s, internal/view/node.go at 00e46007,
 * browser.go at 02098d4c).
 */
public enum KeyScheme {
    PODIUM("Podium", Map.of()),
    K9S(
            "k9s",
            Map.of(
                    FleetAction.SUBMIT, "N",
                    FleetAction.SHELL, "S",
                    FleetAction.DRAIN, "R",
                    FleetAction.DELETE, "Ctrl+D"));

    private final String word;
    private final Map<FleetAction, String> other;

    KeyScheme(String word, Map<FleetAction, String> other) {
        this.word = word;
        this.other = other;
    }

    /** What it is called. */
    public String word() {
        return word;
    }

    /** The key of an act, as it is shown; empty: none. */
    public String key(FleetAction action) {
        return other.getOrDefault(action, action.key());
    }
}
