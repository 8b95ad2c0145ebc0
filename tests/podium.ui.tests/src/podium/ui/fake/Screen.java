// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.opentest4j.TestAbortedException;

/** A display for one test, whose windows go with it. Without a display the test is skipped and says so. */
public final class Screen implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final int PULSE_MILLIS = 20;
    private final Display display;

    private Screen(Display display) {
        this.display = display;
    }

    /** The pointer is nowhere near, wherever the test before left it. */
    public static Screen open() {
        try {
            Display display = Display.getDefault();
            Rectangle whole = display.getBounds();
            display.setCursorLocation(whole.x + whole.width - 1, whole.y + whole.height - 1);
            return new Screen(display);
        } catch (SWTError | UnsatisfiedLinkError e) {
            throw new TestAbortedException("skipped, there is no display: " + e.getMessage(), e);
        }
    }

    public Display display() {
        return display;
    }

    /** An open window of this size. */
    public Shell shell(int width, int height) {
        Shell shell = new Shell(display, SWT.NO_TRIM);
        shell.setSize(width, height);
        return shell;
    }

    /** Opens the window, with what was put into it, and lets it be painted. */
    public void show(Shell shell) {
        shell.open();
        settle();
    }

    /** Serves events until the condition holds. */
    public void until(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            if (!display.readAndDispatch()) {
                display.timerExec(PULSE_MILLIS, () -> {});
                display.sleep();
            }
        }
    }

    /** Serves what is waiting. */
    public void settle() {
        while (display.readAndDispatch()) {
            // until nothing waits
        }
    }

    /** Sends a key to the control that has the focus, as the window system would. */
    public static void key(org.eclipse.swt.widgets.Control control, int keyCode, char character, int modifiers) {
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            Event event = new Event();
            event.type = type;
            event.keyCode = keyCode;
            event.character = character;
            event.stateMask = modifiers;
            event.doit = true;
            control.notifyListeners(type, event);
        }
    }

    /** Presses and releases the left button on a place of a control. */
    public static void click(org.eclipse.swt.widgets.Control control, int x, int y, int modifiers) {
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.type = type;
            event.button = 1;
            event.count = 1;
            event.x = x;
            event.y = y;
            event.stateMask = modifiers;
            control.notifyListeners(type, event);
        }
    }

    @Override
    public void close() {
        for (Shell shell : display.getShells()) {
            shell.dispose();
        }
        settle();
    }
}
