// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of an HTTP/1.1 request; a body is not read.
 *
 * @param headers by name in lower case
 */
record HttpRequestHead(String method, String path, Map<String, String> headers) {
    private static final int LARGEST = 8192;
    private static final int USUAL = 512;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Reads a head; empty when what came is none, or too large. */
    static Optional<HttpRequestHead> read(ReadableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(USUAL);
        int seen = 0;
        while (channel.read(buffer) >= 0) {
            int end = end(buffer, Math.max(0, seen - END.length + 1));
            if (end >= 0) {
                return parse(new String(buffer.array(), 0, end, StandardCharsets.ISO_8859_1));
            }
            seen = buffer.position();
            if (!buffer.hasRemaining()) {
                if (seen == LARGEST) {
                    return Optional.empty();
                }
                buffer = ByteBuffer.allocate(Math.min(LARGEST, 2 * seen)).put(buffer.flip());
            }
        }
        return Optional.empty();
    }

    /** Where the head ends, looked for from a place on; negative: not yet. */
    private static int end(ByteBuffer read, int from) {
        for (int at = from; at + END.length <= read.position(); at++) {
            if (Arrays.equals(read.array(), at, at + END.length, END, 0, END.length)) {
                return at;
            }
        }
        return -1;
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static Optional<HttpRequestHead> parse(String head) {
        String[] lines = head.split("\r\n");
        String[] first = lines[0].split(" ");
        if (first.length != 3 || !first[2].startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon <= 0) {
                return Optional.empty();
            }
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        int query = first[1].indexOf('?');
        return Optional.of(new HttpRequestHead(first[0], query < 0 ? first[1] : first[1].substring(0, query), headers));
    }
}
