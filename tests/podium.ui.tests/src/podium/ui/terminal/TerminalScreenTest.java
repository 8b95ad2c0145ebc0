// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.tm.internal.terminal.textcanvas.PollingTextCanvasModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;

/** What hostile or much output does to the emulator while it is shown. */
class TerminalScreenTest {
    private final Screen window = Screen.open();

    @AfterEach
    void close() {
        window.close();
    }

    /** The text and its snapshot hold different locks in 5.6.0: each could change the array of changed lines under the other. */
    @Test
    void whatIsWrittenWhileItIsShownBreaksNothing() throws Exception {
        TerminalScreen screen = new TerminalScreen(300, OutputStream.nullOutputStream());
        screen.size(200, 80);
        PollingTextCanvasModel model = screen.model();
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 4_000; i++) {
                screen.write("\u001b[2Jyes\r\n\u001b[2Jyes\r\n");
            }
        });
        for (int turn = 0; !written.isDone(); turn++) {
            model.setVisibleRectangle(turn % 200, 0, 3 + turn % 40, 80);
            model.update();
        }
        written.get(60, TimeUnit.SECONDS);
        model.stopPolling();
    }

    /** As where an exception comes out of its array of changed lines: the rest is shown all the same. */
    @Test
    void whatTheEmulatorCannotDigestIsLeftOut() {
        ByteArrayOutputStream answers = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                if (size() == 0) {
                    super.write(new byte[] {'-'}, 0, 1);
                    throw new ArrayIndexOutOfBoundsException();
                }
                super.write(bytes, offset, length);
            }
        };
        TerminalScreen screen = new TerminalScreen(300, answers);
        screen.write("\u001b[6n");
        screen.write("\u001b[2J\u001b[2;2H\u001b[6n");
        assertEquals("-\u001b[2;2R", answers.toString());
    }

    @Test
    void whereTheCursorIsIsAnsweredEachTimeAndWhole() {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        TerminalScreen screen = new TerminalScreen(300, answers);
        screen.write("\u001b[2J\u001b[3;5H" + "\u001b[6n".repeat(3000));
        assertEquals("\u001b[3;5R".repeat(3000), answers.toString());
    }

    /** Titles, OSC 52, DCS, numbers out of bounds, NUL, a line of a megabyte, and random bytes. */
    @Test
    void hostileOutputEndsNothing() {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        TerminalScreen screen = new TerminalScreen(300, answers);
        StringBuilder random = new StringBuilder();
        new java.util.Random(7).ints(50_000, 0, 256).forEach(c -> random.append((char) c));
        for (String hostile : new String[] {
            "\u001b]0;owned\u0007",
            "\u001b]52;c;cm0gLXJmIC8=\u0007",
            "\u001b[99999999999999999999A\u001b[4294967296;4294967296H\u001b[2147483647X\u001b[-1;-1r",
            "\u001bP" + "q".repeat(20_000) + "\u001b\\",
            "\u0000\u0000a\u0000",
            "z".repeat(1_000_000),
            random.toString()
        }) {
            screen.write(hostile);
        }
        screen.write("\u001bc\u001b[0m\u001b[2J\u001b[H\u001b[6n");
        assertTrue(answers.toString().endsWith("\u001b[1;1R"), answers::toString);
    }
}
