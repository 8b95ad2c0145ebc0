// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
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
    private static final String RECOVERY = Repaint.class.getName() + ".recovery";
    private static final String FAILING = Repaint.class.getName() + ".failing";

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

    /** Has this run when no work of the display is left that failed the last time and whose control is still there. UI thread. */
    public static void onRecovery(Display display, Runnable recovered) {
        display.setData(RECOVERY, recovered);
    }

    /** Keeps what failed the last time, as long as what it is for lives. */
    private void tell(boolean fails) {
        Set<Repaint> failing = display.getData(FAILING) instanceof Failing known ? known.all() : new HashSet<>();
        display.setData(FAILING, new Failing(failing));
        boolean had = !failing.isEmpty();
        if (fails) {
            failing.add(this);
        } else {
            failing.remove(this);
        }
        failing.removeIf(one -> one.gone.isGone());
        if (had && failing.isEmpty() && display.getData(RECOVERY) instanceof Runnable recovered) {
            recovered.run();
        }
    }

    private record Failing(Set<Repaint> all) {}

    /** Runs the work every {@code period} as long as the control lives, starting one period from now. UI thread. */
    public static void every(Control control, Duration period, Runnable work) {
        Display display = control.getDisplay();
        int millis = (int) period.toMillis();
        Repaint each = of(control, Duration.ZERO, work);
        display.timerExec(millis, new Runnable() {
            @Override
            public void run() {
                if (!control.isDisposed()) {
                    try {
                        each.attempt();
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
            attempt();
        }
    }

    private void attempt() {
        boolean fails = true;
        try {
            work.run();
            fails = false;
        } finally {
            if (!display.isDisposed()) {
                tell(fails);
            }
        }
    }

    private interface Gone {
        boolean isGone();
    }
}
