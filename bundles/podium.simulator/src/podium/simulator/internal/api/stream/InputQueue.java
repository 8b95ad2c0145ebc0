// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jdt.annotation.Nullable;

/** What a client types, until a program reads it. Any thread. */
final class InputQueue extends InputStream {
    private static final int MOST = 1 << 20;

    /** What came after that which is being read. */
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    /** How many bytes had come when the end of a file was typed, each time; it is read once, and more may follow. */
    private final Deque<Long> ends = new ArrayDeque<>();

    private byte[] reading = {};
    private int taken;
    private long came;
    private long left;
    private boolean ended;
    private boolean gone;

    /** More to read; what nobody reads for too long is dropped, as by a terminal. */
    synchronized void add(byte[] bytes, int length) {
        if (!ended && reading.length + waiting.size() + length <= MOST) {
            waiting.write(bytes, 0, length);
            came += length;
            notifyAll();
        }
    }

    /** More to read, of which nothing is lost: waits while there is too much that nobody has read. */
    synchronized void put(byte[] bytes, int length) {
        try {
            while (!ended && reading.length - taken + waiting.size() > MOST) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!ended) {
            waiting.write(bytes, 0, length);
            came += length;
            notifyAll();
        }
    }

    /** The end of a file for who reads now, as Ctrl+D at the beginning of a line is; the next one reads on. */
    synchronized void endOfFile() {
        ends.add(came);
        notifyAll();
    }

    /** What was not read yet is dropped. */
    synchronized void flush() {
        ends.clear();
        left = came;
        waiting.reset();
        reading = new byte[0];
        taken = 0;
    }

    /** Nothing more comes. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whoever typed has gone: a program that waits for more is told by a failure, as by SIGHUP. */
    synchronized void hangUp() {
        gone = true;
        end();
    }

    @Override
    public synchronized int read() throws IOException {
        while (isEmpty()) {
            if (isAtEnd()) {
                ends.remove();
                return -1;
            }
            if (gone) {
                throw new IOException("the client has gone");
            }
            if (ended) {
                return -1;
            }
            // whoever waits until there is less to read was woken when it was taken, which was still too much then
            notifyAll();
            try {
                wait();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted");
            }
        }
        if (taken == reading.length) {
            reading = waiting.toByteArray();
            waiting.reset();
            taken = 0;
            notifyAll();
        }
        left++;
        return reading[taken++] & 0xFF;
    }

    private boolean isEmpty() {
        return isAtEnd() || taken == reading.length && waiting.size() == 0;
    }

    private boolean isAtEnd() {
        return !ends.isEmpty() && ends.getFirst() <= left;
    }

    /** What is there now, at least one byte; stops at the end of a line, as a terminal does. */
    @Override
    public synchronized int read(byte @Nullable [] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = 0;
        for (int value = read(); value >= 0; value = read()) {
            into[offset + read++] = (byte) value;
            if (read == length || value == '\n' || isEmpty()) {
                return read;
            }
        }
        return read == 0 ? -1 : read;
    }
}
