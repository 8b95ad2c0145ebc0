// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.fleet.FleetRealm;
import podium.testkit.Await;

class BackgroundWorkTest {
    /** A realm whose work is done when the test says so, in the test's thread. */
    private static final class HandRealm implements FleetRealm {
        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

        @Override
        public void execute(Runnable work) {
            waiting.add(work);
        }

        @Override
        public boolean isCurrent() {
            return true;
        }

        void work() {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        }
    }

    private final HandRealm realm = new HandRealm();
    private final BackgroundWork background = new BackgroundWork(realm);

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void workRunsOnAVirtualThreadAndItsAnswerComesInTheRealm() {
        AtomicReference<Thread> ranIn = new AtomicReference<>();
        AtomicReference<Thread> answeredIn = new AtomicReference<>();
        background.run(
                () -> {
                    ranIn.set(Thread.currentThread());
                    return "answer";
                },
                answer -> answeredIn.set(Thread.currentThread()),
                problem -> {});
        Await.until("the answer waits for the realm", () -> !realm.waiting.isEmpty());
        assertSame(null, answeredIn.get());
        realm.work();
        assertTrue(ranIn.get().isVirtual());
        assertSame(Thread.currentThread(), answeredIn.get());
    }

    @Test
    void aFailureComesAsItIs() {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        IOException problem = new IOException("no route");
        background.run(
                () -> {
                    throw problem;
                },
                answer -> {},
                failure::set);
        Await.until("the failure waits for the realm", () -> !realm.waiting.isEmpty());
        realm.work();
        assertSame(problem, failure.get());
    }

    @Test
    void whatWasCancelledAnswersNobody() {
        CountDownLatch held = new CountDownLatch(1);
        AtomicBoolean told = new AtomicBoolean();
        CompletableFuture<String> answer = background.run(
                () -> {
                    held.await();
                    return "late";
                },
                text -> told.set(true),
                problem -> told.set(true));
        answer.cancel(true);
        held.countDown();
        AtomicBoolean later = new AtomicBoolean();
        background.run(() -> "next", text -> later.set(true), problem -> {});
        Await.until("what came later was told", () -> {
            realm.work();
            return later.get();
        });
        assertFalse(told.get());
    }

    /** The check of one plan passed for that of the next, and what was selected before stood under the new name. */
    @Test
    void whatIsCancelledOnItsWayToTheRealmAnswersNobody() {
        AtomicBoolean told = new AtomicBoolean();
        CompletableFuture<String> answer =
                background.run(() -> "old", text -> told.set(true), problem -> told.set(true));
        Await.until("the answer waits for the realm", () -> !realm.waiting.isEmpty());
        answer.cancel(true);
        realm.work();
        assertFalse(told.get());
    }

    @Test
    void aFutureOfSomebodyElseIsFollowedToo() {
        AtomicReference<String> answer = new AtomicReference<>("");
        CompletableFuture<String> theirs = new CompletableFuture<>();
        background.follow(theirs, answer::set, problem -> {});
        theirs.complete("done");
        realm.work();
        assertEquals("done", answer.get());
    }

    @Test
    void listenersAreToldInTheOrderTheyCame() {
        Listeners<String> listeners = new Listeners<>();
        StringBuilder heard = new StringBuilder();
        assertTrue(listeners.isEmpty());
        listeners.add(text -> heard.append("a").append(text));
        listeners.add(text -> heard.append("b").append(text));
        listeners.tell("1");
        assertEquals("a1b1", heard.toString());
        assertFalse(listeners.isEmpty());
    }

    @Test
    void anErrorReachesTheOperatorAsAnExceptionDoes() {
        for (Error error :
                new Error[] {new StackOverflowError(), new OutOfMemoryError("x"), new NoClassDefFoundError("y")}) {
            AtomicReference<String> told = new AtomicReference<>("");
            background.run(
                    () -> {
                        throw error;
                    },
                    done -> told.set("done"),
                    problem -> told.set(String.valueOf(problem.getMessage())));
            Await.until("it is told", () -> {
                realm.work();
                return told.get().contains("Podium failed at this");
            });
        }
    }
}
