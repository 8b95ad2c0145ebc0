// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assertions;
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

    /**
     * Serves events until the condition holds; fails when it does not within a minute.
     *
     * @param seen what the failure says besides
     */
    public static void await(Display display, BooleanSupplier condition, Supplier<String> seen) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            Assertions.assertTrue(System.nanoTime() < end, () -> "not in time" + seen.get());
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    /** Serves events until nothing is left. */
    public static void settle(Display display) {
        while (display.readAndDispatch()) {}
    }
}
