// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import java.util.Optional;
import podium.placement.Subject;
import podium.ui.toolkit.Listeners;

/** What is under the pointer while something is dragged. One for the whole application. UI thread. */
public final class DragSession {
    private final Listeners<Runnable> listeners = new Listeners<>();
    private Optional<Subject> subject = Optional.empty();

    /** The thing being dragged; empty when nothing is. */
    public Optional<Subject> current() {
        return subject;
    }

    /** Something was picked up. */
    public void begin(Subject picked) {
        subject = Optional.of(picked);
        listeners.tell(this::current);
    }

    /** It was dropped, or the drag was cancelled. */
    public void end() {
        if (subject.isPresent()) {
            subject = Optional.empty();
            listeners.tell(this::current);
        }
    }

    /** Hears of begin and end; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(ignored -> listener.run());
    }
}
