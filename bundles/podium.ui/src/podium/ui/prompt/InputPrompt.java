// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import podium.core.change.ClusterId;

/**
 * Something the operator is asked for.
 *
 * @param title of what
 * @param words what is asked, in a sentence
 * @param confirm word on the button that goes on
 * @param given what stands there at first
 * @param choices what can be chosen; empty: it is typed
 * @param known names that are proposed while it is typed, several of them parted by spaces
 * @param check what is wrong with an answer; empty: nothing
 * @param cluster that the answer changes; empty: none
 */
public record InputPrompt(
        String title,
        String words,
        String confirm,
        String given,
        List<String> choices,
        Supplier<List<String>> known,
        Function<String, Optional<String>> check,
        Optional<ClusterId> cluster) {
    public InputPrompt {
        choices = List.copyOf(choices);
    }

    /** One for which no names are known. */
    public InputPrompt(
            String title,
            String words,
            String confirm,
            String given,
            List<String> choices,
            Function<String, Optional<String>> check) {
        this(title, words, confirm, given, choices, List::of, check, Optional.empty());
    }

    /** The same, of something in a cluster. */
    public InputPrompt in(ClusterId at) {
        return new InputPrompt(title, words, confirm, given, choices, known, check, Optional.of(at));
    }

    /** What is wrong with the answer; empty: nothing. */
    public Optional<String> problem(String answer) {
        return check.apply(answer);
    }
}
