// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A gzip body that is touched by nobody but its reader. {@link GZIPInputStream} reads the head of the bytes as it is made, which
 * blocks for as long as a server says nothing: it is made by the first read, where whoever watches over the silence of the
 * stream can end it. One reader.
 */
final class GzipBody extends InputStream {
    private static final int BUFFER = 32 * 1024;

    private final InputStream packed;
    private @Nullable GZIPInputStream unpacked;

    GzipBody(InputStream packed) {
        this.packed = packed;
    }

    private GZIPInputStream unpacked() throws IOException {
        GZIPInputStream made = unpacked;
        if (made == null) {
            made = new GZIPInputStream(packed, BUFFER);
            unpacked = made;
        }
        return made;
    }

    @Override
    public int read() throws IOException {
        return unpacked().read();
    }

    @Override
    public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
        return unpacked().read(buffer, offset, length);
    }

    /** What the network has; what lies unpacked beside it is not counted. */
    @Override
    public int available() throws IOException {
        return packed.available();
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}
