// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import podium.ui.toolkit.Repaint;

/**
 * Whether the operator is about to act in a control: the pointer moved over it or a key was pressed in it a moment ago, or its menu is
 * open. What would move under the pointer waits until then, or until a dialog closes. So it does, for a moment, while the pointer moves
 * anywhere in the window: it may be on its way. UI thread.
 */
final class PointerAim {
    /** So long a pointer that rests is taken to be read by: who reads a row clicks it next. */
    private static final Duration REST = Duration.ofSeconds(4);

    /** Pixels. */
    private static final int TREMBLE = 12;

    /** So long after a dialog the rows are looked through for the next one to act on. */
    private static final Duration BACK = Duration.ofSeconds(8);

    /** A pointer that rests for longer sets out anew. */
    private static final Duration PAUSE = Duration.ofMillis(600);

    /** Longer than this no way to a row takes, from anywhere. */
    private static final Duration WAY = Duration.ofSeconds(1);

    /** A pointer that never rests is on no way. */
    private static final Duration ROAMS = Duration.ofSeconds(3);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Control control;
    private final Runnable ended;
    private final Repaint look;
    private boolean inside;
    private long moved = System.nanoTime() - REST.toNanos();
    private long keyed = moved;
    private long back = System.nanoTime() - BACK.toNanos();
    private long out = moved;
    private long onWay = moved;
    /** Where the pointer was on the display when a dialog closed; a hand that lets go of its button trembles. */
    private @Nullable Point rests;
    /** Where it was on the display when it was heard of last. */
    private Point pointer;

    /** @param ended what is to be done when the pointer is off again; runs once after {@link #waits} */
    PointerAim(Control control, Runnable ended) {
        this.control = control;
        this.ended = ended;
        this.look = Repaint.of(control, LOOK, this::look);
        over(control);
        control.addListener(SWT.KeyDown, event -> keyed = System.nanoTime());
        Display display = control.getDisplay();
        Listener gone = event -> {
            if (event.widget instanceof Shell dialog && (dialog.getStyle() & SWT.TITLE) != 0) {
                rests = display.getCursorLocation();
                moved = System.nanoTime() - REST.toNanos();
                keyed = moved;
                onWay = moved;
                back = System.nanoTime();
            }
        };
        display.addFilter(SWT.Dispose, gone);
        pointer = display.getCursorLocation();
        Listener way = event -> {
            if (event.widget instanceof Control at && at.getShell() == control.getShell()) {
                goes(at.toDisplay(event.x, event.y));
            }
        };
        display.addFilter(SWT.MouseMove, way);
        control.addListener(SWT.Dispose, event -> {
            display.removeFilter(SWT.Dispose, gone);
            display.removeFilter(SWT.MouseMove, way);
        });
    }

    /** The pointer over this control, or over what is in it, is as one over the control. */
    void over(Control other) {
        for (int type : new int[] {SWT.MouseMove, SWT.MouseEnter, SWT.MouseDown}) {
            other.addListener(type, event -> {
                inside = true;
                if (type == SWT.MouseDown || !isResting(other.toDisplay(event.x, event.y))) {
                    rests = null;
                    moved = System.nanoTime();
                }
            });
        }
        other.addListener(SWT.MouseExit, event -> inside = false);
        if (other != control && other instanceof Composite box) {
            Stream.of(box.getChildren()).forEach(this::over);
        }
    }

    /** A window that opens under a pointer hears of it as of one that moves. */
    private void goes(Point to) {
        boolean same = to.equals(pointer);
        pointer = to;
        if (same || isResting(to)) {
            return;
        }
        long now = System.nanoTime();
        out = now - onWay > PAUSE.toNanos() ? now : out;
        onWay = now;
    }

    /** Whether the pointer moves in the window, and may come here. */
    boolean isOnTheWay() {
        long now = System.nanoTime();
        return now - onWay < PAUSE.toNanos() && now - out < ROAMS.toNanos();
    }

    /** When the pointer set out for where it is: what it is to do there was decided by then. */
    long setOut() {
        long now = System.nanoTime();
        return now - onWay > PAUSE.toNanos() ? now : Math.max(out, now - WAY.toNanos());
    }

    private boolean isResting(Point pointer) {
        Point at = rests;
        return at != null && Math.hypot(pointer.x - at.x, pointer.y - at.y) < TREMBLE;
    }

    boolean isTaken() {
        Menu menu = control.getMenu();
        long since = System.nanoTime() - REST.toNanos();
        return menu != null && menu.isVisible() || inside && moved > since || control.isFocusControl() && keyed > since;
    }

    /** Whether a dialog has closed a moment ago: the operator looks at the rows again, and acts on the next one. */
    boolean isBack() {
        return System.nanoTime() - back < BACK.toNanos();
    }

    /** Something waits for the end of it. */
    void waits() {
        look.request();
    }

    private void look() {
        if (isTaken() || isBack() || isOnTheWay()) {
            look.request();
        } else {
            ended.run();
        }
    }
}
