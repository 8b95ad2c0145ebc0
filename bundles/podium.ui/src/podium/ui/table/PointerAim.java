// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import podium.ui.toolkit.Repaint;

/**
 * Whether the operator is about to click in a control: the pointer moved over it a moment ago, or its menu is open. What would move under
 * the pointer waits until then, or until a dialog closes: what was confirmed in it is seen at once. UI thread.
 */
final class PointerAim {
    /** So long a pointer that rests is taken to be read by: who reads a row clicks it next. */
    private static final Duration REST = Duration.ofSeconds(4);

    /** Pixels. */
    private static final int TREMBLE = 12;

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Control control;
    private final Runnable ended;
    private final Repaint look;
    private boolean inside;
    private long moved;
    /** Where the pointer was in the control when a dialog closed; a hand that lets go of its button trembles. */
    private @Nullable Point rests;

    /** @param ended what is to be done when the pointer is off again; runs once after {@link #waits} */
    PointerAim(Control control, Runnable ended) {
        this.control = control;
        this.ended = ended;
        this.look = Repaint.of(control, LOOK, this::look);
        for (int type : new int[] {SWT.MouseMove, SWT.MouseEnter, SWT.MouseDown}) {
            control.addListener(type, event -> {
                inside = true;
                if (type == SWT.MouseDown || !isResting(event)) {
                    rests = null;
                    moved = System.nanoTime();
                }
            });
        }
        control.addListener(SWT.MouseExit, event -> inside = false);
        Display display = control.getDisplay();
        Listener gone = event -> {
            if (event.widget instanceof Shell dialog && (dialog.getStyle() & SWT.TITLE) != 0) {
                rests = control.toControl(display.getCursorLocation());
                moved = System.nanoTime() - REST.toNanos();
            }
        };
        display.addFilter(SWT.Dispose, gone);
        control.addListener(SWT.Dispose, event -> display.removeFilter(SWT.Dispose, gone));
    }

    private boolean isResting(Event event) {
        Point at = rests;
        return at != null && Math.hypot(event.x - at.x, event.y - at.y) < TREMBLE;
    }

    boolean isTaken() {
        Menu menu = control.getMenu();
        return menu != null && menu.isVisible() || inside && System.nanoTime() - moved < REST.toNanos();
    }

    /** Something waits for the end of it. */
    void waits() {
        look.request();
    }

    private void look() {
        if (isTaken()) {
            look.request();
        } else {
            ended.run();
        }
    }
}
