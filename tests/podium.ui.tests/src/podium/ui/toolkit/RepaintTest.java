// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;

class RepaintTest {
    @Test
    void manyRequestsFromManyThreadsRunOnceInTheUiThread() throws Exception {
        try (Screen screen = Screen.open()) {
            Shell shell = screen.shell(40, 40);
            List<Thread> ran = new ArrayList<>();
            Repaint repaint = Repaint.of(shell, Duration.ZERO, () -> ran.add(Thread.currentThread()));
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 100; i++) {
                    threads.execute(repaint::request);
                }
                threads.shutdown();
                assertTrue(threads.awaitTermination(5, TimeUnit.SECONDS));
            }
            screen.until("the request ran", () -> !ran.isEmpty());
            screen.settle();
            assertEquals(List.of(screen.display().getThread()), ran);
        }
    }

    @Test
    void aRequestWhileItRunsIsNotLost() {
        try (Screen screen = Screen.open()) {
            Shell shell = screen.shell(40, 40);
            AtomicInteger runs = new AtomicInteger();
            Repaint[] repaint = new Repaint[1];
            repaint[0] = Repaint.of(shell, Duration.ZERO, () -> {
                if (runs.incrementAndGet() == 1) {
                    repaint[0].request();
                }
            });
            repaint[0].request();
            screen.until("it ran again", () -> runs.get() == 2);
        }
    }

    @Test
    void twoRunsAreAtLeastTheThrottleApart() {
        try (Screen screen = Screen.open()) {
            Shell shell = screen.shell(40, 40);
            List<Long> at = new ArrayList<>();
            Repaint repaint = Repaint.of(shell, Duration.ofMillis(120), () -> at.add(System.nanoTime()));
            repaint.request();
            screen.until("first run", () -> at.size() == 1);
            repaint.request();
            screen.until("second run", () -> at.size() == 2);
            assertTrue(at.get(1) - at.get(0) >= 119_000_000L, "apart by " + (at.get(1) - at.get(0)));
        }
    }

    @Test
    void thatAllWorkWhichFailedHasSucceededIsTold() {
        try (Screen screen = Screen.open()) {
            Shell shell = screen.shell(40, 40);
            List<String> told = new ArrayList<>();
            recovery(screen, told);
            boolean[] fails = {true, true};
            Repaint one = Repaint.of(shell, Duration.ZERO, () -> work(told, fails, 0));
            Repaint two = Repaint.of(shell, Duration.ZERO, () -> work(told, fails, 1));
            Repaint good = Repaint.of(shell, Duration.ZERO, () -> told.add("good"));
            screen.display().setRuntimeExceptionHandler(failure -> told.add(failure.getMessage()));
            for (Repaint each : List.of(one, two, good)) {
                each.request();
            }
            screen.until("all ran", () -> told.equals(List.of("failed 0", "failed 1", "good")));
            fails[0] = false;
            one.request();
            screen.until("one ran", () -> told.size() == 4);
            fails[1] = false;
            two.request();
            screen.until("it is told", () -> told.size() == 6);
            assertEquals(List.of("done 0", "done 1", "recovered"), told.subList(3, 6));
        }
    }

    @Test
    void whatFailedAndIsGoneIsLeftNoMore() {
        try (Screen screen = Screen.open()) {
            Shell shell = screen.shell(40, 40);
            Shell closed = screen.shell(40, 40);
            List<String> told = new ArrayList<>();
            recovery(screen, told);
            screen.display().setRuntimeExceptionHandler(failure -> told.add(failure.getMessage()));
            Repaint.of(closed, Duration.ZERO, () -> work(told, new boolean[] {true}, 0))
                    .request();
            screen.until("it ran", () -> told.equals(List.of("failed 0")));
            closed.dispose();
            Repaint.of(shell, Duration.ZERO, () -> told.add("good")).request();
            // work of others on this display that succeeds tells it too
            screen.until("it is told", () -> told.contains("recovered"));
        }
    }

    /** Tells of it; what tests before this one left failing on the display does not count. */
    private static void recovery(Screen screen, List<String> told) {
        screen.display().setData(Repaint.class.getName() + ".failing", null);
        Repaint.onRecovery(screen.display(), () -> told.add("recovered"));
    }

    private static void work(List<String> told, boolean[] fails, int which) {
        if (fails[which]) {
            throw new IllegalStateException("failed " + which);
        }
        told.add("done " + which);
    }

    @Test
    void aDisposedControlIsSkipped() {
        try (Screen screen = Screen.open()) {
            Shell gone = screen.shell(40, 40);
            AtomicInteger runs = new AtomicInteger();
            Repaint repaint = Repaint.of(gone, Duration.ZERO, runs::incrementAndGet);
            repaint.request();
            gone.dispose();
            boolean[] after = {false};
            Repaint.on(screen.display(), () -> after[0] = true).request();
            screen.until("what came later ran", () -> after[0]);
            assertEquals(0, runs.get());
        }
    }

    @Test
    void aPulseEndsWithItsControl() {
        try (Screen screen = Screen.open()) {
            Shell shell = screen.shell(40, 40);
            AtomicInteger runs = new AtomicInteger();
            Repaint.every(shell, Duration.ofMillis(10), runs::incrementAndGet);
            screen.until("it ran three times", () -> runs.get() >= 3);
            shell.dispose();
            int then = runs.get();
            boolean[] over = {false};
            screen.display().timerExec(60, () -> over[0] = true);
            screen.until("some time went by", () -> over[0]);
            assertEquals(then, runs.get());
        }
    }

    @Test
    void theRealmDoesWorkInOrderInTheUiThread() {
        try (Screen screen = Screen.open()) {
            DisplayRealm realm = new DisplayRealm(screen.display());
            assertTrue(realm.isCurrent());
            List<Integer> done = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int number = i;
                realm.execute(() -> done.add(number));
            }
            assertTrue(done.isEmpty(), "later, not at once");
            screen.until("all is done", () -> done.size() == 50);
            assertEquals(49, done.getLast());
        }
    }

    @Test
    void workThatFailsDoesNotHoldUpTheRest() {
        try (Screen screen = Screen.open()) {
            DisplayRealm realm = new DisplayRealm(screen.display());
            boolean[] done = {false};
            realm.execute(() -> {
                throw new IllegalStateException("on purpose");
            });
            realm.execute(() -> done[0] = true);
            screen.until("the second ran", () -> {
                try {
                    screen.settle();
                } catch (org.eclipse.swt.SWTException expected) {
                    // SWT hands the failure to whoever serves events
                }
                return done[0];
            });
        }
    }
}
