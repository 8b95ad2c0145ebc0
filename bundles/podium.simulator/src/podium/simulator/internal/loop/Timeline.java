// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Virtual time: a queue of things to do, and the time of the one being done. Two entries due at the same time run in
 * the order in which they were added, so one history follows from one input. Not safe for use by more than one thread
 * at a time; {@link EventLoop} guards it.
 */
public final class Timeline {

    /** Something due later that can be called off. */
    public static final class Due implements Comparable<Due> {
        private final Instant time;
        private final long order;
        private final Runnable action;
        private boolean cancelled;

        private Due(Instant time, long order, Runnable action) {
            this.time = time;
            this.order = order;
            this.action = action;
        }

        /** Calls it off; nothing happens if it has run already. */
        public void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Due other) {
            int byTime = time.compareTo(other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private volatile Instant now;
    private long order;

    public Timeline(Instant start) {
        now = start;
    }

    /** The virtual time; may be read by any thread. */
    public Instant now() {
        return now;
    }

    /** Lets time pass without running anything; a time in the past is ignored. */
    public void moveTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    /** Adds an action; one due in the past runs at the present. */
    public Due at(Instant time, Runnable action) {
        Due due = new Due(time.isBefore(now) ? now : time, order++, action);
        queue.add(due);
        return due;
    }

    /** Adds an action after a delay. */
    public Due after(Duration delay, Runnable action) {
        return at(now.plus(delay), action);
    }

    /** When the next action is due. */
    public Optional<Instant> next() {
        while (true) {
            Due first = queue.peek();
            if (first == null) {
                return Optional.empty();
            }
            if (!first.cancelled) {
                return Optional.of(first.time);
            }
            queue.poll();
        }
    }

    /** Takes the next action due at or before the given time and sets the clock to it. */
    public Optional<Runnable> poll(Instant until) {
        Optional<Instant> next = next();
        if (next.isEmpty() || next.get().isAfter(until)) {
            return Optional.empty();
        }
        Due due = queue.remove();
        moveTo(due.time);
        return Optional.of(due.action);
    }
}
