// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import podium.ui.prompt.InputPrompt;
import podium.ui.prompt.NextStep;
import podium.ui.texts.Texts;

/** Reads whole numbers that an operator typed. */
final class TypedNumber {
    /** As many pods as a cluster may have (Kubernetes, "Considerations for large clusters"). */
    private static final int MOST_REPLICAS = 150_000;

    private TypedNumber() {}

    /** What was typed; empty: no number from 0 on, or one that is too large. */
    static Optional<Integer> of(String typed, int most) {
        String text = typed.strip();
        return text.matches("\\d{1,6}") && Integer.parseInt(text) <= most
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    /** Asks for a number of replicas. */
    static InputPrompt replicas(String title, String words, String given) {
        return new InputPrompt(
                title,
                words,
                NextStep.PLAN,
                given,
                List.of(),
                typed -> of(typed, MOST_REPLICAS).isPresent() || more(typed).isPresent()
                        ? Optional.empty()
                        : Optional.of(Texts.of("TypedNumber.aWholeNumberFrom", MOST_REPLICAS)));
    }

    /**
     * What {@link #replicas} let pass.
     *
     * @param by of "+1" or "-1", so many more or fewer than each has
     */
    static <A> A replicas(String typed, IntFunction<A> to, IntFunction<A> by) {
        return more(typed)
                .map(by::apply)
                .orElseGet(() -> to.apply(of(typed, MOST_REPLICAS).orElseThrow()));
    }

    private static Optional<Integer> more(String typed) {
        String text = typed.strip();
        return text.matches("[-+]\\d+")
                ? of(text.substring(1), MOST_REPLICAS)
                        .filter(number -> number > 0)
                        .map(number -> text.startsWith("-") ? -number : number)
                : Optional.empty();
    }
}
