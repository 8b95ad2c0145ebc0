// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.util.List;
import java.util.Optional;

/**
 * A question that has a few answers.
 *
 * @param confirm word on the button that goes on
 */
public record ChoicePrompt<T>(String title, String question, String confirm, List<Option<T>> options) {
    public ChoicePrompt {
        options = List.copyOf(options);
    }

    /**
     * An answer.
     *
     * @param meaning what it does, in a sentence
     * @param whyNot why it cannot be chosen; empty: it can
     */
    public record Option<T>(T value, String words, String meaning, Optional<String> whyNot) {}
}
