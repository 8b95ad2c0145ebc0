// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import podium.ui.fake.FakeFleet;

class PendingOpensTest {
    private Instant now = FakeFleet.NOW;
    private final PendingOpens opening = new PendingOpens(() -> now);
    private int told;

    @Test
    void nothingThatOpensMeansThatNothingIsOpen() {
        assertEquals("No cluster is open.", opening.empty().reason());
        assertTrue(opening.empty().next().contains("Fleet menu"));
        assertEquals(opening.empty(), opening.emptyCanvas());
        opening.offers(box -> {});
        assertEquals(
                "Open a kubeconfig or a simulated fleet:", opening.emptyCanvas().next(), "by a button");
        assertTrue(opening.words().isEmpty());
    }

    @Test
    void whatOpensIsNamedWithTheTimeItTookSoFar() {
        Runnable over = opening.begin("scale 5000");
        now = now.plusMillis(72_400);
        assertEquals("Opening scale 5000\u2026", opening.empty().reason());
        assertEquals(
                Optional.of("opening scale 5000, 72 s"), opening.words().map(words -> words.replace('\u2009', ' ')));
        opening.progress("scale 5000", "1\u2009200 of 5\u2009000 nodes");
        assertEquals(
                "Opening scale 5000, 1\u2009200 of 5\u2009000 nodes\u2026",
                opening.empty().reason());
        over.run();
        assertEquals("No cluster is open.", opening.empty().reason());
    }

    @Test
    void whatIsCancelledIsForgottenAndItsMakingEnds() {
        Runnable over = opening.begin("scale 5000");
        assertEquals(List.of(), opening.cancellable(), "nothing is told of it yet");
        opening.progress("scale 5000", "1 of 5 nodes");
        assertEquals(List.of("scale 5000"), opening.cancellable());
        assertTrue(opening.empty().next().contains("Fleet > Cancel Opening"));
        opening.cancel("scale 5000");
        assertTrue(opening.words().isEmpty());
        assertThrows(CancellationException.class, () -> opening.progress("scale 5000", "2 of 5 nodes"));
        over.run();
        opening.begin("scale 5000");
        opening.progress("scale 5000", "1 of 5 nodes");
    }

    @Test
    void ofTwoThatOpenTheFirstIsNamedUntilItIsOpen() {
        Runnable first = opening.begin("a");
        opening.begin("b");
        assertEquals("Opening a\u2026", opening.empty().reason());
        first.run();
        first.run();
        assertEquals("Opening b\u2026", opening.empty().reason());
    }

    @Test
    void howFarItIsIsToldWhereItHasChanged() throws Exception {
        String name = PendingOpens.simulated("scale 5000");
        opening.begin(name);
        try (AutoCloseable listening = opening.listen(() -> told++)) {
            opening.tick();
            assertEquals(0, told, listening::toString);
            opening.progress(name, "1 of 5 nodes");
            opening.tick();
            opening.tick();
            assertEquals(1, told);
            assertEquals(
                    "Opening scale 5000 (simulated), 1 of 5 nodes\u2026",
                    opening.empty().reason());
        }
    }

    @Test
    void eachBeginAndEndIsToldOnce() throws Exception {
        try (AutoCloseable listening = opening.listen(() -> told++)) {
            Runnable over = opening.begin("a");
            over.run();
            over.run();
            assertEquals(2, told, listening::toString);
        }
    }
}
