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
 * @param preselects whether Enter takes the first answer at once; false: one has to be selected
 * @param heads of the columns; empty: a choice and what it means
 */
public record ChoicePrompt<T>(
        String title,
        String question,
        String confirm,
        List<Option<T>> options,
        Optional<ClusterId> cluster,
        boolean preselects,
        Optional<Heads> heads) {
    public ChoicePrompt {
        options = List.copyOf(options);
    }

    /** What stands above the answers and above what is said of each. */
    public record Heads(String answer, String meaning) {}

    /** One that is of no cluster. */
    public ChoicePrompt(String title, String question, String confirm, List<Option<T>> options) {
        this(title, question, confirm, options, Optional.empty());
    }

    /** One of which Enter takes the first answer at once. */
    public ChoicePrompt(
            String title, String question, String confirm, List<Option<T>> options, Optional<ClusterId> cluster) {
        this(title, question, confirm, options, cluster, true, Optional.empty());
    }

    /** The same, of something in a cluster. */
    public ChoicePrompt<T> in(ClusterId at) {
        return new ChoicePrompt<>(title, question, confirm, options, Optional.of(at), preselects, heads);
    }

    /** The same with no answer selected: each stops something. */
    public ChoicePrompt<T> unchosen() {
        return new ChoicePrompt<>(title, question, confirm, options, cluster, false, heads);
    }

    /** The same below other heads than of a choice and what it means. */
    public ChoicePrompt<T> below(String answer, String meaning) {
        return new ChoicePrompt<>(
                title, question, confirm, options, cluster, preselects, Optional.of(new Heads(answer, meaning)));
    }

    /**
     * An answer.
     *
     * @param meaning what it does, in a sentence
     * @param whyNot why it cannot be chosen; empty: it can
     */
    public record Option<T>(T value, String words, String meaning, Optional<String> whyNot) {}
}
