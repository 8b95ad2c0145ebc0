// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ApiException;

class EventLoopTest {

    private static final Instant START = Rig.START;
    private static final ObjectKey KEY = new ObjectKey("", "k");

    private final Timeline timeline = new Timeline(START);
    private final EventLoop loop = new EventLoop(timeline);
    private final List<String> done = new ArrayList<>();

    private Runnable note(String what) {
        return () -> done.add(what + "@" + Duration.between(START, loop.now()).toSeconds());
    }

    @Test
    void actionsRunInTheOrderOfTheirTimesAndThenOfTheirAddition() {
        loop.after(Duration.ofSeconds(5), note("c"));
        loop.after(Duration.ofSeconds(2), note("a"));
        loop.after(Duration.ofSeconds(5), note("d"));
        loop.after(Duration.ofSeconds(3), note("b"));
        loop.runUntil(START.plusSeconds(10));
        assertEquals(List.of("a@2", "b@3", "c@5", "d@5"), done);
        assertEquals(START.plusSeconds(10), loop.now());
    }

    @Test
    void whatIsDueLaterWaits() {
        loop.after(Duration.ofSeconds(5), note("later"));
        loop.runUntil(START.plusSeconds(4));
        assertEquals(List.of(), done);
        assertEquals(START.plusSeconds(5), loop.next().orElseThrow());
    }

    @Test
    void whatWasCalledOffDoesNotRun() {
        loop.after(Duration.ofSeconds(1), note("no")).cancel();
        loop.after(Duration.ofSeconds(2), note("yes"));
        assertEquals(START.plusSeconds(2), loop.next().orElseThrow());
        loop.runUntil(START.plusSeconds(3));
        assertEquals(List.of("yes@2"), done);
    }

    @Test
    void anActionInThePastRunsAtThePresent() {
        loop.runUntil(START.plusSeconds(10));
        loop.at(START, note("late"));
        loop.runUntil(START.plusSeconds(10));
        assertEquals(List.of("late@10"), done);
    }

    @Test
    void anActionMayAddMoreThatRunInTheSameStep() {
        loop.after(Duration.ofSeconds(1), () -> loop.after(Duration.ofSeconds(1), note("second")));
        loop.runUntil(START.plusSeconds(2));
        assertEquals(List.of("second@2"), done);
    }

    @Test
    void timeDoesNotGoBack() {
        loop.runUntil(START.plusSeconds(10));
        loop.runUntil(START.plusSeconds(5));
        assertEquals(START.plusSeconds(10), loop.now());
    }

    @Test
    void anObjectMarkedTwiceIsReconciledOnce() {
        Reconciler reconciler = key -> done.add(key.name());
        loop.runNow(() -> {
            loop.enqueue(reconciler, KEY);
            loop.enqueue(reconciler, KEY);
            loop.enqueue(reconciler, new ObjectKey("", "other"));
        });
        assertEquals(List.of("k", "other"), done);
    }

    @Test
    void aSwarmOfMarksIsReconciledOnceInAMoment() {
        Reconciler reconciler = key -> done.add(key.name());
        for (int i = 0; i < 100; i++) {
            loop.after(Duration.ofMillis(i), () -> loop.enqueueSoon(reconciler, KEY));
        }
        loop.runUntil(START.plusSeconds(1));
        assertEquals(1, done.size());
    }

    @Test
    void arrivalsComeBeforeReconciliationsAndThoseBeforeTime() {
        loop.after(Duration.ZERO, note("time"));
        loop.runNow(() -> {
            loop.enqueue(key -> done.add("reconcile"), KEY);
            loop.post(() -> done.add("arrival"));
        });
        loop.runUntil(START);
        assertEquals(List.of("arrival", "reconcile", "time@0"), done);
    }

    @Test
    void aRefusedReconciliationIsTriedAgainAndTheRestGoesOn() {
        int[] tries = {0};
        Reconciler refused = key -> {
            if (tries[0]++ == 0) {
                throw ApiException.badRequest("not now");
            }
        };
        loop.runNow(() -> {
            loop.enqueue(refused, KEY);
            loop.enqueue(key -> done.add("rest"), KEY);
        });
        assertEquals(List.of("rest"), done);
        loop.runUntil(START.plusSeconds(11));
        assertEquals(2, tries[0]);
    }

    @Test
    void everyRepeatsForEver() {
        loop.every(Duration.ofSeconds(1), Duration.ofSeconds(10), note("tick"));
        loop.runUntil(START.plusSeconds(25));
        assertEquals(List.of("tick@1", "tick@11", "tick@21"), done);
    }

    @Test
    void somethingFromOutsideWakesTheDriver() {
        int[] woken = {0};
        loop.onWake(() -> woken[0]++);
        loop.post(note("arrival"));
        assertEquals(1, woken[0]);
        loop.runNow(() -> loop.post(note("inside")));
        assertEquals(1, woken[0], "from inside nobody needs to be woken");
    }

    @Test
    void timeThatStandsStillIsSteppedByHand() {
        try (VirtualTimePacer pace = new VirtualTimePacer(timeline, loop)) {
            loop.after(Duration.ofSeconds(5), note("a"));
            pace.advance(Duration.ofSeconds(4));
            assertEquals(List.of(), done);
            pace.advance(Duration.ofSeconds(1));
            assertEquals(List.of("a@5"), done);
            assertEquals(START.plusSeconds(5), pace.instant());
        }
    }

    @Test
    void timeMayPassFasterThanOurs() throws InterruptedException {
        try (VirtualTimePacer pace = new VirtualTimePacer(timeline, loop)) {
            CountDownLatch hour = new CountDownLatch(1);
            loop.after(Duration.ofHours(1), hour::countDown);
            pace.setFactor(36_000);
            assertTrue(hour.await(60, TimeUnit.SECONDS), "an hour passes in a tenth of a second");
        }
    }

    @Test
    void somethingPostedWhileTheDriverSleepsRunsAtOnce() throws InterruptedException {
        try (VirtualTimePacer pace = new VirtualTimePacer(timeline, loop)) {
            pace.setFactor(1);
            CountDownLatch ran = new CountDownLatch(1);
            loop.post(ran::countDown);
            assertTrue(ran.await(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void aSpeedThatIsNoneIsRefused() {
        try (VirtualTimePacer pace = new VirtualTimePacer(timeline, loop)) {
            assertThrows(IllegalArgumentException.class, () -> pace.setFactor(-1));
            assertThrows(IllegalArgumentException.class, () -> pace.setFactor(Double.NaN));
            assertThrows(IllegalArgumentException.class, () -> pace.setFactor(Double.POSITIVE_INFINITY));
        }
    }
}
