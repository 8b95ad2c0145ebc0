// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Ties virtual time to real time: it passes {@code factor} times as fast, or stands still at factor 0 until somebody
 * steps it. Sleeps until the next thing is due; a change from outside wakes it. Any thread may use it.
 */
public final class VirtualTimePacer extends Clock implements AutoCloseable {

    private static final Logger LOG = System.getLogger(VirtualTimePacer.class.getName());
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    /** Virtual time as a function of real time; replaced as a whole. */
    private record Course(Instant virtualStart, long realStart, double factor) {
        Instant now() {
            double passed = (System.nanoTime() - realStart) * factor;
            return virtualStart.plusNanos(Math.round(passed));
        }
    }

    private final Timeline timeline;
    private final EventLoop loop;
    private final ScheduledExecutorService driver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("simulator").factory());
    private final AtomicBoolean waking = new AtomicBoolean();
    private volatile Course course;
    private Future<?> sleep = CompletableFuture.completedFuture(null);

    public VirtualTimePacer(Timeline timeline, EventLoop loop) {
        this.timeline = timeline;
        this.loop = loop;
        this.course = new Course(timeline.now(), System.nanoTime(), 0);
    }

    /** The present in virtual time; inside the loop, the time of what is being done. */
    @Override
    public Instant instant() {
        Instant done = timeline.now();
        if (loop.isRunner()) {
            return done;
        }
        Instant passed = course.now();
        return passed.isAfter(done) ? passed : done;
    }

    /** How many times faster than real time; 0 if time stands still. */
    public double factor() {
        return course.factor();
    }

    /** Lets time pass from now on at this rate. */
    public void setFactor(double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("speed must be 0 or more: " + factor);
        }
        course = new Course(instant(), System.nanoTime(), factor);
        loop.onWake(factor > 0 ? this::wake : () -> {});
        if (factor > 0) {
            wake();
        }
    }

    /** Jumps ahead and runs everything that falls into that time, on the calling thread. */
    public void advance(Duration time) {
        Instant target = instant().plus(time);
        loop.runUntil(target);
        course = new Course(target, System.nanoTime(), course.factor());
        if (course.factor() > 0) {
            wake();
        }
    }

    private void wake() {
        if (waking.compareAndSet(false, true)) {
            driver.execute(this::pump);
        }
    }

    private void pump() {
        waking.set(false);
        sleep.cancel(false);
        try {
            loop.runUntil(course.now());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "a part of the simulated cluster failed; the rest goes on", broken);
        }
        sleepUntilNext();
    }

    private void sleepUntilNext() {
        double factor = course.factor();
        if (factor > 0 && !driver.isShutdown()) {
            Duration wait = loop.next()
                    .map(next -> Duration.between(course.now(), next))
                    .orElse(LONGEST_SLEEP);
            long nanos = Math.max(0, Math.round(Math.min(wait.toNanos(), LONGEST_SLEEP.toNanos()) / factor));
            sleep = driver.schedule(this::wake, nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(@Nullable ZoneId zone) {
        throw new UnsupportedOperationException("a simulated cluster lives in UTC");
    }

    @Override
    public void close() {
        driver.shutdownNow();
    }
}
