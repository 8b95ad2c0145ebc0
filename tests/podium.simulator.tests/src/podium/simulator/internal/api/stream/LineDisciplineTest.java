// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LineDisciplineTest {
    /** A debug container ran on whose tab was closed, where the echo of its end met a closed connection. */
    @Test
    void whatWasTypedIsTakenThoughWhoTypedItHasGone() throws IOException {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("the client has gone");
            }
        };
        InputQueue program = new InputQueue();
        AtomicBoolean interrupted = new AtomicBoolean();
        new LineDiscipline(gone, program, () -> interrupted.set(true)).typed(new byte[] {3, 4});
        assertTrue(interrupted.get());
        program.hangUp();
        assertEquals(-1, program.read(), "the end of a file, not a failure");
    }
}
