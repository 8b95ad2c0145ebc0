// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assumptions;

/** A display for tests that paint; they are skipped where there is none. */
public final class Displays {
    private Displays() {}

    /** The display of this thread; aborts the test with a message when the machine has none. */
    public static Display needed() {
        Display display = Display.getCurrent();
        if (display != null) {
            return display;
        }
        if (!"cocoa win32".contains(org.eclipse.swt.SWT.getPlatform()) && System.getenv("DISPLAY") == null) {
            Assumptions.abort("no display: set DISPLAY, for instance by xvfb-run");
        }
        try {
            return new Display();
        } catch (SWTError e) {
            return Assumptions.abort("no display: " + e.getMessage());
        }
    }

    /** Serves events until nothing is left. */
    public static void settle(Display display) {
        while (display.readAndDispatch()) {}
    }
}
