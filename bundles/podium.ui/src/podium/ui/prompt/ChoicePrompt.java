// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;

/**
 * A question that has a few answers.
 *
 * @param confirm word on the button that goes on
 * @param cluster that the answer changes; empty: none
 */
public record ChoicePrompt<T>(
        String title, String question, String confirm, List<Option<T>> options, Optional<ClusterId> cluster) {
    public ChoicePrompt {
        options = List.copyOf(options);
    }

    /** One that is of no cluster. */
    public ChoicePrompt(String title, String question, String confirm, List<Option<T>> options) {
        this(title, question, confirm, options, Optional.empty());
    }

    /** The same, of something in a cluster. */
    public ChoicePrompt<T> in(ClusterId at) {
        return new ChoicePrompt<>(title, question, confirm, options, Optional.of(at));
    }

    /**
     * An answer.
     *
     * @param meaning what it does, in a sentence
     * @param whyNot why it cannot be chosen; empty: it can
     */
    public record Option<T>(T value, String words, String meaning, Optional<String> whyNot) {}
}
