// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import podium.ui.toolkit.Repaint;

/**
 * Whether the operator is about to click in a control: the pointer moved over it a moment ago, or its menu is open. What would move under
 * the pointer waits until then. UI thread.
 */
final class PointerAim {
    /** So long a pointer that rests is taken to be read by: who reads a row clicks it next. */
    private static final Duration REST = Duration.ofSeconds(4);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Control control;
    private final Runnable ended;
    private final Repaint look;
    private boolean inside;
    private long moved;

    /** @param ended what is to be done when the pointer is off again; runs once after {@link #waits} */
    PointerAim(Control control, Runnable ended) {
        this.control = control;
        this.ended = ended;
        this.look = Repaint.of(control, LOOK, this::look);
        for (int type : new int[] {SWT.MouseMove, SWT.MouseEnter, SWT.MouseDown}) {
            control.addListener(type, event -> {
                inside = true;
                moved = System.nanoTime();
            });
        }
        control.addListener(SWT.MouseExit, event -> inside = false);
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
