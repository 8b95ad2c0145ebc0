// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An answer that is worked out a little at a time, so that whoever asks can pause between steps. What changes meanwhile may
 * or may not be in the answer. In the realm.
 */
@FunctionalInterface
public interface IncrementalResult<T> {
    /**
     * Goes one step on, which takes some milliseconds at most at 5,000 nodes once the code is warm.
     *
     * @return the answer; empty: there is more to do
     */
    Optional<T> step();

    /** Worked out in one step. */
    static <T> IncrementalResult<T> atOnce(Supplier<T> answer) {
        return () -> Optional.of(answer.get());
    }

    /** What is made of the answer. */
    default <R> IncrementalResult<R> map(Function<T, R> made) {
        return () -> step().map(made);
    }

    /** All that is left to do, without a pause. */
    default T now() {
        Optional<T> answer = step();
        while (answer.isEmpty()) {
            answer = step();
        }
        return answer.get();
    }
}
