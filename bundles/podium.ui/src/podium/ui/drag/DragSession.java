// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.graphics.Rectangle;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.toolkit.Listeners;

/**
 * What is under the pointer while something is dragged, or what a place is asked for in a window beside the canvas. One for the whole
 * application. UI thread.
 */
public final class DragSession {
    /** Who asks for a place: nothing is dragged, and a click chooses. */
    public interface PlaceChooser {
        /** A place was clicked that takes the subject. */
        void chosen(Target place);
    }

    private final Listeners<Runnable> listeners = new Listeners<>();
    private Optional<Subject> subject = Optional.empty();
    private Optional<PlaceChooser> chooser = Optional.empty();
    private Optional<Supplier<Rectangle>> window = Optional.empty();

    /** The thing being dragged, or that a place is asked for; empty when there is none. */
    public Optional<Subject> current() {
        return subject;
    }

    /** Who asks for a place for it; empty: it is dragged. */
    public Optional<PlaceChooser> chooser() {
        return chooser;
    }

    /**
     * A window is open from now on in which places are asked for, whether or not one is asked for now; empty: it is closed.
     *
     * @param covers what it covers of the display
     */
    public void beside(Optional<Supplier<Rectangle>> covers) {
        window = covers;
        listeners.tell(this::current);
    }

    /** What the window in which places are asked for covers of the display; empty: none is open. */
    public Optional<Rectangle> covered() {
        return window.map(Supplier::get);
    }

    /** Something was picked up. */
    public void begin(Subject picked) {
        begin(picked, Optional.empty());
    }

    /** A place is asked for. */
    public void ask(Subject placed, PlaceChooser by) {
        begin(placed, Optional.of(by));
    }

    private void begin(Subject next, Optional<PlaceChooser> by) {
        subject = Optional.of(next);
        chooser = by;
        listeners.tell(this::current);
    }

    /** It was dropped, the drag was cancelled, or the place is not asked for any more. */
    public void end() {
        if (subject.isPresent()) {
            subject = Optional.empty();
            chooser = Optional.empty();
            listeners.tell(this::current);
        }
    }

    /** Hears of begin and end, and of the window; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(ignored -> listener.run());
    }
}
