// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Brings work to the UI thread. Any thread may ask; at most one request is pending and the latest state wins; a
 * disposed widget is skipped; two runs are at least the throttle apart. The only class that uses
 * {@code asyncExec} and {@code timerExec}.
 */
public final class Repaint {
    private final Display display;
    private final Gone gone;
    private final Runnable work;
    private final long throttleNanos;
    private final AtomicBoolean pending = new AtomicBoolean();
    private long last;

    private Repaint(Display display, Gone gone, Duration throttle, Runnable work) {
        this.display = display;
        this.gone = gone;
        this.throttleNanos = throttle.toNanos();
        this.work = work;
        this.last = System.nanoTime() - throttleNanos;
    }

    /** Runs the work for a control, at most once in each {@code throttle}, as long as the control lives. */
    public static Repaint of(Control control, Duration throttle, Runnable work) {
        return new Repaint(control.getDisplay(), control::isDisposed, throttle, work);
    }

    /** Runs the work as long as the display lives. */
    public static Repaint on(Display display, Runnable work) {
        return new Repaint(display, display::isDisposed, Duration.ZERO, work);
    }

    /** Runs the work every {@code period} as long as the control lives, starting one period from now. UI thread. */
    public static void every(Control control, Duration period, Runnable work) {
        Display display = control.getDisplay();
        int millis = (int) period.toMillis();
        display.timerExec(millis, new Runnable() {
            @Override
            public void run() {
                if (!control.isDisposed()) {
                    try {
                        work.run();
                    } finally {
                        // a failure of one time must not be the last time
                        display.timerExec(millis, this);
                    }
                }
            }
        });
    }

    /** Asks for a run soon. Any thread. */
    public void request() {
        if (pending.compareAndSet(false, true)) {
            try {
                display.asyncExec(this::runOrWait);
            } catch (SWTException e) {
                if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                    throw e;
                }
            }
        }
    }

    private void runOrWait() {
        long wait = throttleNanos - (System.nanoTime() - last);
        if (wait > 0) {
            display.timerExec((int) (wait / 1_000_000) + 1, this::run);
        } else {
            run();
        }
    }

    private void run() {
        pending.set(false);
        if (!gone.isGone()) {
            last = System.nanoTime();
            work.run();
        }
    }

    private interface Gone {
        boolean isGone();
    }
}
