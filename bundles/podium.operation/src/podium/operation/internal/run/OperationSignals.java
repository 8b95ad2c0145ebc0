// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What the operator wants of a running operation, and the waits that hear of it at once. Any thread. */
public final class OperationSignals {
    /** Thrown where the operation must not go on. */
    public static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean abort;

        public Stopped(boolean abort) {
            super(abort ? "aborted" : "Podium is closing", null, false, false);
            this.abort = abort;
        }

        /** True: the operator aborted it. False: the process is going; leave everything as it is. */
        public boolean abort() {
            return abort;
        }
    }

    private enum Request {
        GO,
        PAUSE,
        ABORT,
        STOP
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Request request = Request.GO;
    private long pausedNanos;

    /** What is aborted stays so. */
    public void pause() {
        set(Request.GO, Request.PAUSE);
    }

    /** Lifts a pause; what is aborted stays so. */
    public void resume() {
        set(Request.PAUSE, Request.GO);
    }

    public void go() {
        set(Request.GO);
    }

    public void abort() {
        set(Request.ABORT);
    }

    /** Whether the operator aborts it and it has not begun to be taken back. */
    public boolean isAborted() {
        lock.lock();
        try {
            return request == Request.ABORT;
        } finally {
            lock.unlock();
        }
    }

    /** The process ends; nothing can lift this. */
    public void stop() {
        set(Request.STOP);
    }

    private void set(Request from, Request next) {
        lock.lock();
        try {
            request = request == from ? next : request;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void set(Request next) {
        lock.lock();
        try {
            request = request == Request.STOP ? Request.STOP : next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the operation may go on; waits while it is paused. */
    public void checkpoint() throws Stopped {
        lock.lock();
        try {
            long since = System.nanoTime();
            boolean waited = false;
            while (request == Request.PAUSE) {
                waited = true;
                changed.awaitUninterruptibly();
            }
            if (waited) {
                pausedNanos += System.nanoTime() - since;
            }
            if (request != Request.GO) {
                throw new Stopped(request == Request.ABORT);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits this long, less when the operation is aborted, longer while it is paused. */
    public void await(Duration time) throws Stopped {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && request == Request.GO) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(false);
        } finally {
            lock.unlock();
        }
        checkpoint();
    }

    /** A time limit from now; time spent paused does not count. */
    public Deadline deadline(Duration atMost) {
        return new Deadline(System.nanoTime(), paused(), atMost);
    }

    private long paused() {
        lock.lock();
        try {
            return pausedNanos;
        } finally {
            lock.unlock();
        }
    }

    /** A time limit. */
    public final class Deadline {
        private final long start;
        private final long pausedBefore;
        private final Duration atMost;

        private Deadline(long start, long pausedBefore, Duration atMost) {
            this.start = start;
            this.pausedBefore = pausedBefore;
            this.atMost = atMost;
        }

        public boolean passed() {
            Duration spent = Duration.ofNanos(System.nanoTime() - start - (paused() - pausedBefore));
            return spent.compareTo(atMost) >= 0;
        }
    }
}
