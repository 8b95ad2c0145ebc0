// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.eclipse.jdt.annotation.Nullable;
import podium.operation.texts.Texts;

/**
 * Bytes from whoever writes to whoever reads, each of them on any thread: the pipes of the JDK take the end of a thread that has
 * written for the end of all.
 */
final class BytePipe {
    private static final int MOST = 1 << 20;

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int count;
    private int taken;
    private boolean ended;
    private boolean left;
    private boolean failed;

    private synchronized void put(byte[] bytes) throws IOException {
        while (count > MOST && !left) {
            await();
        }
        if (left) {
            throw new IOException(Texts.of("BytePipe.nobodyReadsAnyMore"));
        }
        if (bytes.length > 0) {
            waiting.add(bytes);
            count += bytes.length;
            notifyAll();
        }
    }

    private void await() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(Texts.of("BytePipe.itWasCancelled"));
        }
    }

    private synchronized int take(byte[] into, int offset, int length) throws IOException {
        while (waiting.isEmpty() && !ended && !failed) {
            await();
        }
        if (failed) {
            throw new IOException(Texts.of("BytePipe.whatWasToBe"));
        }
        byte @Nullable [] first = waiting.peek();
        if (first == null) {
            return -1;
        }
        int read = Math.min(length, first.length - taken);
        System.arraycopy(first, taken, into, offset, read);
        taken += read;
        if (taken == first.length) {
            waiting.remove();
            taken = 0;
            count -= first.length;
            notifyAll();
        }
        return read;
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Nothing more comes, and what came is not all: the reader is told by a failure. */
    synchronized void fail() {
        failed = true;
        end();
    }

    /** Whether the reader is told so. */
    synchronized boolean hasFailed() {
        return failed;
    }

    private synchronized void leave() {
        left = true;
        notifyAll();
    }

    /** To be read from; its close tells the writer. */
    InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return take(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte @Nullable [] into, int offset, int length) throws IOException {
                return into == null || length == 0 ? 0 : take(into, offset, length);
            }

            @Override
            public void close() {
                leave();
            }
        };
    }

    /** To be written to; its close is the end. */
    OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                put(new byte[] {(byte) value});
            }

            @Override
            public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
                if (bytes != null) {
                    put(Arrays.copyOfRange(bytes, offset, offset + length));
                }
            }

            @Override
            public void close() {
                end();
            }
        };
    }
}
