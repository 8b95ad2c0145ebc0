// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;

class InterruptibleWaitTest {
    @Test
    void waitsGrowToALimitAndAreNeverInStep() {
        Backoff backoff = new Backoff(MirrorTiming.usual(), new Random(1));
        long longest = 0;
        for (int i = 0; i < 50; i++) {
            long wait = backoff.next().toMillis();
            assertTrue(wait >= 100 && wait <= 4000, "" + wait);
            longest = Math.max(longest, wait);
        }
        assertTrue(longest > 2000, "" + longest);
        backoff.reset();
        assertTrue(backoff.next().toMillis() <= 200);
    }

    @Test
    void thePromiseOfTenSecondsHolds() {
        MirrorTiming usual = MirrorTiming.usual();
        Duration found = usual.quiet().plus(usual.answer()).plus(usual.tick().multipliedBy(2));
        assertTrue(found.compareTo(Duration.ofSeconds(10)) < 0, found::toString);
        assertTrue(usual.longest().compareTo(Duration.ofSeconds(5)) < 0);
    }

    @Test
    void aWaitEndsWhenWokenAndAllEndWhenClosed() {
        InterruptibleWait patience = new InterruptibleWait();
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> waiting = threads.submit(() -> patience.await(Duration.ofMinutes(1), patience.calls()));
                while (!waiting.isDone()) {
                    patience.wake();
                }
                patience.close();
                threads.submit(() -> patience.await(Duration.ofMinutes(1), patience.calls()))
                        .get();
            }
        });
        assertTrue(patience.closed());
    }

    @Test
    void thePulseCountsEventsOverTheTimeThatPassed() {
        long[] now = {1_000_000};
        ServerActivity pulse = new ServerActivity(() -> Instant.ofEpochMilli(now[0]));
        pulse.events(30);
        now[0] += 500;
        assertTrue(pulse.report().isEmpty(), "not more than once a second");
        now[0] += 1000;
        pulse.bytes();
        Change.Heard heard = pulse.report().orElseThrow();
        assertEquals(20, heard.eventsPerSecond(), 1e-9);
        assertEquals(Instant.ofEpochMilli(now[0]), heard.at());
        now[0] += 5000;
        assertTrue(pulse.report().isEmpty(), "nothing came");
        assertEquals(Duration.ofSeconds(5), pulse.silence());
    }

    @Test
    void aClockThatJumpsBackDoesNoHarm() {
        long[] now = {10_000_000};
        ServerActivity pulse = new ServerActivity(() -> Instant.ofEpochMilli(now[0]));
        now[0] -= 3_600_000;
        pulse.events(1);
        pulse.bytes();
        assertTrue(pulse.report().isPresent());
        assertEquals(Duration.ZERO, pulse.silence());
        now[0] += 4000;
        assertEquals(Duration.ofSeconds(4), pulse.silence(), "counted from the new time on");
    }
}
