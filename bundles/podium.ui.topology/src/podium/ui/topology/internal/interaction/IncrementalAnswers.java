// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import podium.placement.IncrementalResult;
import podium.placement.Target;

/** Answers about targets that are worked out a little at a time; only the one asked for last is gone on with. In the realm. */
final class IncrementalAnswers<T> {
    private final Map<Target, T> known = new HashMap<>();
    private Optional<Target> asked = Optional.empty();
    private Optional<IncrementalResult<T>> work = Optional.empty();

    /** Forgets all of them. */
    void clear() {
        known.clear();
        asked = Optional.empty();
        work = Optional.empty();
    }

    /** Takes the first step where nobody has asked yet; empty: there is more to do. */
    Optional<T> ask(Target target, Supplier<IncrementalResult<T>> begin) {
        if (!known.containsKey(target) && !asked.equals(Optional.of(target))) {
            asked = Optional.of(target);
            work = Optional.of(begin.get());
            step();
        }
        return Optional.ofNullable(known.get(target));
    }

    /** Works it out to the end. */
    T now(Target target, Supplier<IncrementalResult<T>> begin) {
        Optional<T> answer = ask(target, begin);
        while (answer.isEmpty()) {
            step();
            answer = ask(target, begin);
        }
        return answer.get();
    }

    /** True while there is more to do for the target asked for last. */
    boolean isWorking() {
        return work.isPresent();
    }

    /** Goes one step on. */
    void step() {
        work.flatMap(IncrementalResult::step).ifPresent(answer -> {
            asked.ifPresent(target -> known.put(target, answer));
            asked = Optional.empty();
            work = Optional.empty();
        });
    }
}
