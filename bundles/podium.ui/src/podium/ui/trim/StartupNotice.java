// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.text.BreakIterator;
import java.util.List;

/**
 * What the operator must know of how this console started: what it found of the last time cannot be used. Immutable.
 *
 * @param sentences one for each thing; empty: it started as ever
 */
public record StartupNotice(List<String> sentences) {
    /** Nothing to tell. */
    public static final StartupNotice NONE = new StartupNotice(List.of());

    public StartupNotice {
        sentences = List.copyOf(sentences);
    }

    /** The first sentence of each, for a line. */
    public String line() {
        return String.join(" ", sentences.stream().map(StartupNotice::first).toList());
    }

    /** All of it, one thing a line. */
    public String text() {
        return String.join("\n", sentences);
    }

    private static String first(String sentences) {
        BreakIterator bounds = BreakIterator.getSentenceInstance();
        bounds.setText(sentences);
        return sentences.substring(0, bounds.next()).strip();
    }
}
