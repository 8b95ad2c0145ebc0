// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The body of a stream: frames are gathered and leave as one chunk when it is flushed or full. One thread only. */
public final class ChunkedOutput {

    private static final int SIZE = 64 * 1024;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final OutputStream out;
    private final FrameFilter filter;
    private final boolean sized;
    private final byte[] buffer = new byte[SIZE];
    private int used;
    private long written;

    ChunkedOutput(OutputStream out, FrameFilter filter) {
        this(out, filter, true);
    }

    /** @param sized whether each chunk tells its size, as HTTP/1.1 has it */
    ChunkedOutput(OutputStream out, FrameFilter filter, boolean sized) {
        this.out = out;
        this.filter = filter;
        this.sized = sized;
    }

    /** Adds one frame made of parts. A fault may drop, change or repeat it. */
    public void frame(byte[]... parts) throws IOException {
        if (filter == FrameFilter.NONE) {
            for (byte[] part : parts) {
                add(part);
            }
            return;
        }
        for (byte[] frame : filter.apply(join(parts))) {
            add(frame);
        }
    }

    /** Sends what was gathered. */
    public void flush() throws IOException {
        if (used > 0) {
            chunk(buffer, used);
            used = 0;
        }
        out.flush();
    }

    void end() throws IOException {
        flush();
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Bytes of body handed on so far. */
    long written() {
        return written + used;
    }

    private void add(byte[] bytes) throws IOException {
        if (bytes.length > SIZE - used) {
            if (used > 0) {
                chunk(buffer, used);
                used = 0;
            }
            if (bytes.length > SIZE) {
                chunk(bytes, bytes.length);
                return;
            }
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void chunk(byte[] bytes, int length) throws IOException {
        if (sized) {
            out.write(Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII));
            out.write(LINE_END);
        }
        out.write(bytes, 0, length);
        if (sized) {
            out.write(LINE_END);
        }
        written += length;
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
