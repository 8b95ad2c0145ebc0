// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.swt.widgets.Display;
import podium.core.fleet.FleetRealm;

/**
 * The UI thread as the realm of the fleet. Work is done in order, in slices of at most {@link #SLICE_MILLIS}
 * milliseconds, so that paint and input come between.
 */
public final class DisplayRealm implements FleetRealm {
    /** Longest time the UI thread is kept before events are served again. */
    static final int SLICE_MILLIS = 8;

    private final Display display;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Repaint slice;

    /** The thread of this display. */
    public DisplayRealm(Display display) {
        this.display = display;
        this.slice = Repaint.on(display, this::work);
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        slice.request();
    }

    @Override
    public boolean isCurrent() {
        return !display.isDisposed() && display.getThread() == Thread.currentThread();
    }

    private void work() {
        long end = System.nanoTime() + SLICE_MILLIS * 1_000_000L;
        try {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
                if (System.nanoTime() > end) {
                    break;
                }
            }
        } finally {
            if (!waiting.isEmpty()) {
                slice.request();
            }
        }
    }
}
