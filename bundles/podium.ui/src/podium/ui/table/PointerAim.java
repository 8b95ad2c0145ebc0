// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import podium.ui.toolkit.Repaint;

/**
 * Whether the operator may be about to act in a control, so that what is in it has to stay where it is. Who looks at rows and then sets
 * out for one is not heard of until the pointer moves; so everything stays while somebody works in the window at all.
 * UI thread.
 */
final class PointerAim {
    /** So long after the last move, press or key in the window what is in it may still be looked at. */
    private static final Duration WORK = Duration.ofMinutes(1);

    /** What waits for longer than this is told. */
    private static final Duration UNTOLD = Duration.ofSeconds(2);

    /** So long a pointer that rests in the control is taken to be read by: who reads a row clicks it next. */
    private static final Duration REST = Duration.ofSeconds(4);

    /** What comes so soon after a dialog comes of it. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** A hand that lets go of its button trembles; pixels. */
    private static final int TREMBLE = 12;

    /** A pointer that rests for longer sets out anew. */
    private static final Duration PAUSE = Duration.ofMillis(600);

    /** Longer than this no way to a row takes, from anywhere. */
    private static final Duration WAY = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Control control;
    private final LongSupplier clock;
    private final Runnable longer;
    private final Runnable ended;
    private final Repaint look;
    private final Moment worked;
    private final Moment acted;
    private final Moment closed;
    private final Moment travelled;
    private final Moment held;
    private Duration work = WORK;
    private long setOut;
    private boolean inside;
    /** Where the pointer was on the display when a dialog closed, until it moves from there. */
    private @Nullable Point rests;
    /** Where it was on the display when it was heard of last. */
    private Point pointer;

    /**
     * @param clock nanoseconds
     * @param longer what is to be done when something waits for longer than a moment; may run again
     * @param ended what is to be done when nobody works in the window any more; runs once after {@link #waits}
     */
    PointerAim(Control control, LongSupplier clock, Runnable longer, Runnable ended) {
        this.control = control;
        this.clock = clock;
        this.longer = longer;
        this.ended = ended;
        this.look = Repaint.of(control, LOOK, this::look);
        this.worked = new Moment(clock);
        this.acted = new Moment(clock);
        this.closed = new Moment(clock);
        this.travelled = new Moment(clock);
        this.held = new Moment(clock);
        over(control);
        control.addListener(SWT.KeyDown, event -> acted.set());
        Display display = control.getDisplay();
        pointer = display.getCursorLocation();
        filter(SWT.Dispose, this::closes);
        filter(SWT.MouseMove, this::moves);
        filter(SWT.MouseDown, this::works);
        filter(SWT.KeyDown, this::works);
    }

    private void filter(int type, Listener listener) {
        Display display = control.getDisplay();
        display.addFilter(type, listener);
        control.addListener(SWT.Dispose, event -> display.removeFilter(type, listener));
    }

    private void closes(Event event) {
        if (event.widget instanceof Shell dialog && (dialog.getStyle() & SWT.TITLE) != 0) {
            rests = control.getDisplay().getCursorLocation();
            acted.clear();
            travelled.clear();
            closed.set();
            worked.set();
        }
    }

    private void works(Event event) {
        if (event.widget instanceof Control at && at.getShell() == control.getShell()) {
            worked.set();
        }
    }

    /** A window that opens under a pointer hears of it as of one that moves. */
    private void moves(Event event) {
        if (!(event.widget instanceof Control at) || at.getShell() != control.getShell()) {
            return;
        }
        Point to = at.toDisplay(event.x, event.y);
        boolean same = to.equals(pointer);
        pointer = to;
        if (!same && !isResting(to)) {
            setOut = travelled.isWithin(PAUSE) ? setOut : clock.getAsLong();
            travelled.set();
            worked.set();
        }
    }

    /** The pointer over this control, or over what is in it, is as one over the control. */
    void over(Control other) {
        for (int type : new int[] {SWT.MouseMove, SWT.MouseEnter, SWT.MouseDown}) {
            other.addListener(type, event -> {
                inside = true;
                if (type == SWT.MouseDown || !isResting(other.toDisplay(event.x, event.y))) {
                    rests = null;
                    acted.set();
                }
            });
        }
        other.addListener(SWT.MouseExit, event -> inside = false);
        if (other != control && other instanceof Composite box) {
            Stream.of(box.getChildren()).forEach(this::over);
        }
    }

    /** Only who is about to act in the control, or on the way to it, is waited for. */
    void brief() {
        work = PAUSE;
    }

    /** When the pointer set out for where it is: what it is to do there was decided by then. */
    long setOut() {
        long now = clock.getAsLong();
        return travelled.isWithin(PAUSE) ? Math.max(setOut, now - WAY.toNanos()) : now;
    }

    private boolean isResting(Point pointer) {
        Point at = rests;
        return at != null && Math.hypot(pointer.x - at.x, pointer.y - at.y) < TREMBLE;
    }

    /** Whether what is in the control has to stay where it is. */
    boolean isTaken() {
        Menu menu = control.getMenu();
        return menu != null && menu.isVisible()
                || acted.isWithin(REST) && (inside || control.isFocusControl())
                || worked.isWithin(work);
    }

    /** Whether a dialog has just closed, and the operator has not gone on in the control since: what comes now comes of it. */
    boolean isAnswered() {
        return closed.isWithin(ANSWER) && rests != null;
    }

    /** Something waits for the end of it. */
    void waits() {
        if (!held.isSet()) {
            held.set();
        }
        look.request();
    }

    /** Nothing waits any more. */
    void goesOn() {
        held.clear();
    }

    private void look() {
        if (!held.isSet()) {
            return;
        }
        if (!isTaken()) {
            goesOn();
            ended.run();
            return;
        }
        if (!held.isWithin(UNTOLD)) {
            longer.run();
        }
        look.request();
    }
}
