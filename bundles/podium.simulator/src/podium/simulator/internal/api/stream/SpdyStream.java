// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.api.http.ArrayOutput;

/** One stream of a SPDY connection. */
final class SpdyStream {
    private static final int PIECE = 32 * 1024;

    private final SpdySession session;
    private final int id;
    private final Map<String, String> headers;
    private final InputQueue in = new InputQueue();

    SpdyStream(SpdySession session, int id, Map<String, String> headers) {
        this.session = session;
        this.id = id;
        this.headers = headers;
    }

    /** What the client opened it with; the name in lower case. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    void take(byte[] bytes, boolean last) throws IOException {
        in.put(bytes, bytes.length);
        if (last) {
            in.end();
        }
    }

    void hangUp() {
        in.hangUp();
    }

    InputQueue in() {
        return in;
    }

    /** Its close ends the server's half. */
    OutputStream out() {
        return new ArrayOutput() {
            @Override
            public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
                for (int at = offset; bytes != null && at < offset + length; at += PIECE) {
                    session.send(id, Arrays.copyOfRange(bytes, at, Math.min(offset + length, at + PIECE)), false);
                }
            }

            @Override
            public void close() throws IOException {
                session.send(id, new byte[0], true);
            }
        };
    }
}
