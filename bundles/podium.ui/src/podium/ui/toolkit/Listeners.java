// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to hear of something. Any thread; told in the order they came, in the thread that tells. */
public final class Listeners<T> {
    private final List<Consumer<T>> all = new CopyOnWriteArrayList<>();

    /** Adds one; close the result to end it. */
    public AutoCloseable add(Consumer<T> listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    /** Whether nobody listens. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells all. */
    public void tell(T what) {
        all.forEach(listener -> listener.accept(what));
    }
}
