// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InputQueueTest {
    private final InputQueue queue = new InputQueue();
    private final byte[] into = new byte[64];

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        queue.add(bytes, bytes.length);
    }

    private String read() throws IOException {
        int count = queue.read(into, 0, into.length);
        return count < 0 ? "the end" : new String(into, 0, count, StandardCharsets.UTF_8);
    }

    @Test
    void whatIsTypedIsReadLineByLineInItsOrder() throws IOException {
        add("one\ntw");
        assertEquals("one\n", read());
        add("o\nthree");
        assertEquals("two\n", read());
        assertEquals("three", read());
        queue.end();
        assertEquals("the end", read());
    }

    @Test
    void aFlushDropsWhatNobodyHasRead() throws IOException {
        add("one\ntwo\n");
        assertEquals("one\n", read());
        add("three\n");
        queue.flush();
        add("four\n");
        assertEquals("four\n", read());
    }

    /** A copy of what waits for each byte of it would take minutes. */
    @Test
    void aMegabyteIsReadWholeAndWhatIsMoreIsDropped() throws IOException {
        byte[] much = new byte[1 << 20];
        Arrays.fill(much, (byte) 'x');
        queue.add(much, much.length);
        queue.add(much, 1);
        queue.end();
        assertArrayEquals(much, queue.readAllBytes());
    }

    @Test
    void whoWaitsUntilThereIsLessToReadIsWokenByWhoeverReadsItAll() {
        byte[] much = new byte[3 << 19];
        Thread writer = Thread.ofVirtual().start(() -> {
            queue.put(much, much.length);
            queue.put(much, much.length);
            queue.end();
        });
        assertEquals(
                2 * much.length, assertTimeoutPreemptively(Duration.ofSeconds(20), () -> queue.readAllBytes().length));
        assertTrue(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> writer.join(Duration.ofSeconds(10))));
    }

    /** Ctrl+D ends what reads, such as cat, and the shell around it reads on. */
    @Test
    void theEndOfAFileIsReadOnceAndWhatWasTypedAfterItIsRead() throws IOException {
        add("one\n");
        queue.endOfFile();
        add("two\n");
        assertEquals("one\n", read());
        assertEquals("the end", read());
        assertEquals("two\n", read());
        queue.endOfFile();
        assertEquals("the end", read());
    }
}
