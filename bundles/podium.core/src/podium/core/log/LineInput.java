// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/** Lines out of a stream of bytes; one that is longer than {@value #LONGEST} bytes comes in several. One thread. */
final class LineInput {
    static final int LONGEST = 16 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[64 << 10];
    private int from;
    private int to;

    LineInput(InputStream in) {
        this.in = in;
    }

    /** Whether the next line is not there yet, so that reading it would wait. */
    boolean waits() {
        for (int i = from; i < Math.min(to, from + LONGEST); i++) {
            if (buffer[i] == '\n') {
                return false;
            }
        }
        return to - from < LONGEST;
    }

    /** The next line without its end; null: there is none any more. */
    @Nullable
    String next() throws IOException {
        int looked = from;
        while (true) {
            for (int i = looked; i < Math.min(to, from + LONGEST); i++) {
                if (buffer[i] == '\n') {
                    return cut(i, i + 1);
                }
            }
            if (to - from >= LONGEST) {
                int end = whole(from + LONGEST);
                return cut(end, end);
            }
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                to -= from;
                from = 0;
            }
            looked = to;
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                return to > from ? cut(to, to) : null;
            }
            to += read;
        }
    }

    /** Not within a character of UTF-8. */
    private int whole(int end) {
        int at = end;
        while (at > from + LONGEST - 4 && (buffer[at] & 0xc0) == 0x80) {
            at--;
        }
        return at;
    }

    private String cut(int end, int next) {
        int last = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        String line = new String(Arrays.copyOfRange(buffer, from, last), StandardCharsets.UTF_8);
        from = next;
        return line;
    }
}
