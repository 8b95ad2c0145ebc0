// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a kernel's terminal does between a keyboard and a program (termios: ICANON, ECHO, ISIG without NOFLSH, ICRNL): a line is
 * echoed, can be corrected, and goes to the program when it is whole. Used by one thread.
 */
final class LineDiscipline {
    private static final int INTERRUPT = 3;
    private static final int END = 4;
    private static final int BACKSPACE = 8;
    private static final int KILL = 21;
    private static final int DELETE = 127;

    private final OutputStream echo;
    private final InputQueue program;
    private final Runnable interrupt;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineDiscipline(OutputStream echo, InputQueue program, Runnable interrupt) {
        this.echo = echo;
        this.program = program;
        this.interrupt = interrupt;
    }

    /** Takes what was typed. */
    void typed(byte[] bytes) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        for (byte b : bytes) {
            switch (b) {
                case INTERRUPT -> {
                    line.reset();
                    program.flush();
                    shown.writeBytes("^C\r\n".getBytes(StandardCharsets.US_ASCII));
                    echo(shown);
                    interrupt.run();
                }
                case END -> {
                    if (line.size() == 0) {
                        program.endOfFile();
                    } else {
                        give();
                    }
                }
                case BACKSPACE, DELETE -> erase(shown, 1);
                case KILL -> erase(shown, line.size());
                case '\r', '\n' -> {
                    line.write('\n');
                    shown.write('\r');
                    shown.write('\n');
                    echo(shown);
                    give();
                }
                default -> {
                    line.write(b);
                    shown.write(b);
                }
            }
        }
        echo(shown);
    }

    private void echo(ByteArrayOutputStream shown) {
        try {
            echo.write(shown.toByteArray());
        } catch (IOException e) {
            // who typed has gone, and what he typed before that is taken all the same, as by the terminal of a kernel
        }
        shown.reset();
    }

    private void give() {
        byte[] bytes = line.toByteArray();
        line.reset();
        program.add(bytes, bytes.length);
    }

    /** Takes characters back, of which each may be several bytes of UTF-8. */
    private void erase(ByteArrayOutputStream shown, int characters) {
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        for (int i = 0; i < characters && length > 0; i++) {
            while (length > 1 && (bytes[length - 1] & 0xC0) == 0x80) {
                length--;
            }
            length--;
            shown.writeBytes("\b \b".getBytes(StandardCharsets.US_ASCII));
        }
        line.reset();
        line.write(bytes, 0, length);
    }
}
