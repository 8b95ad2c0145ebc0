// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.eclipse.jdt.annotation.Nullable;

/** What a client types, until a program reads it. Any thread. */
final class InputQueue extends InputStream {
    private static final int MOST = 1 << 20;

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private int taken;
    private boolean ended;

    /** More to read; what nobody reads for too long is dropped, as by a terminal. */
    synchronized void add(byte[] bytes, int length) {
        if (!ended && waiting.size() + length <= MOST) {
            waiting.write(bytes, 0, length);
            notifyAll();
        }
    }

    /** What was not read yet is dropped. */
    synchronized void flush() {
        waiting.reset();
        taken = 0;
    }

    /** Nothing more comes. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public synchronized int read() throws IOException {
        while (taken == waiting.size()) {
            if (ended) {
                return -1;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted");
            }
        }
        int value = waiting.toByteArray()[taken++] & 0xFF;
        if (taken == waiting.size()) {
            waiting.reset();
            taken = 0;
        }
        return value;
    }

    /** What is there now, at least one byte; stops at the end of a line, as a terminal does. */
    @Override
    public synchronized int read(byte @Nullable [] into, int offset, int length) throws IOException {
        int read = 0;
        for (int value = read(); value >= 0; value = read()) {
            into[offset + read++] = (byte) value;
            if (read == length || value == '\n' || taken == waiting.size()) {
                return read;
            }
        }
        return read == 0 ? -1 : read;
    }
}
