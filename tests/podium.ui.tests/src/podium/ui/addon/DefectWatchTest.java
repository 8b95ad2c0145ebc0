// SPDX-License-Identifier: Apache-2.0
package podium.ui.addon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ConcurrentModificationException;
import java.util.Optional;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.junit.jupiter.api.Test;
import podium.core.failure.Defects;
import podium.core.testkit.DirectRealm;
import podium.testkit.Await;
import podium.ui.toolkit.StatusMessage;

/** An Error on any thread reaches the operator. */
class DefectWatchTest {
    private final StatusMessage message = new StatusMessage(InstantSource.system());

    @Test
    void whatNoThreadCaughtIsSaidAndStaysAtHand() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try (DefectWatch _ = DefectWatch.begin(new DirectRealm(), message)) {
            Thread.ofVirtual().start(() -> {
                throw new StackOverflowError();
            });
            Await.until("it is said", () -> message.warning()
                    .filter(words -> words.startsWith("Podium failed at work in the background, by a defect"))
                    .isPresent());
            Thread.ofVirtual()
                    .start(Defects.guarded("reading the sources", () -> {
                        throw new NoClassDefFoundError("x");
                    }))
                    .join();
            assertTrue(message.words().orElseThrow().startsWith("Podium failed at reading the sources, by a defect"));
            assertTrue(message.warning().isPresent());
        }
        assertSame(before, Thread.getDefaultUncaughtExceptionHandler());
    }

    /** Eclipse opened a dialog for each, over and over: nothing but the end of the process helped. */
    @Test
    void whatTheWindowFailsAtAgainAndAgainIsSaidInTheStatusLineNowAndThen() {
        int[] said = {0};
        message.listen(() -> said[0]++);
        try (DefectWatch watch = DefectWatch.begin(new DirectRealm(), message)) {
            StatusReporter reporter = watch.reporter();
            for (int i = 0; i < 100; i++) {
                reporter.show(StatusReporter.ERROR, "Internal Error", painting());
            }
            assertEquals(1, said[0]);
            assertTrue(
                    message.words().orElseThrow().startsWith("Podium failed at showing what is in the window"),
                    message.words()::toString);
            reporter.show(StatusReporter.ERROR, "Internal Error", new IllegalStateException("another"));
            assertEquals(2, said[0]);
        }
    }

    /** "What is shown may be old" stood for good after the cause was gone. */
    @Test
    void whatTheWindowFailedAtIsTakenBackOnceItSucceeds() {
        try (DefectWatch watch = DefectWatch.begin(new DirectRealm(), message)) {
            watch.reporter().show(StatusReporter.ERROR, "Internal Error", painting());
            assertTrue(message.warning().isPresent());
            watch.recovered();
            assertEquals(Optional.empty(), message.warning());
            assertEquals(Optional.empty(), message.words());
            watch.reporter().show(StatusReporter.ERROR, "Internal Error", painting());
            assertTrue(message.warning().isPresent(), "it fails again");
            message.warn("The disk is full.");
            watch.recovered();
            assertEquals(Optional.of("The disk is full."), message.warning(), "that is another matter");
        }
    }

    private static RuntimeException painting() {
        return new ConcurrentModificationException();
    }
}
