// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests from a connection, one after the other. */
final class RequestReader {

    /** The request cannot be read; the connection ends after this answer. */
    static final class Refused extends IOException {
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final int LONGEST_HEAD = 256 * 1024;
    private static final int LARGEST_BODY = 3 * 1024 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private int head;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request, empty when the client has closed. */
    Optional<HttpRequest> next() throws IOException {
        head = 0;
        String first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] words = first.split(" ");
        if (words.length != 3) {
            throw new Refused(400, "not an HTTP request");
        }
        Map<String, List<String>> headers = headers();
        byte[] body = body(headers);
        try {
            return Optional.of(request(words[0], words[1], headers, body));
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "bad escape in the address");
        }
    }

    /**
     * A request from its parts.
     *
     * @throws IllegalArgumentException when the address is not well escaped
     */
    static HttpRequest request(String method, String target, Map<String, List<String>> headers, byte[] body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        return new HttpRequest(method, decoded, Query.parse(query), headers, body);
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new Refused(400, "bad header");
            }
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, key -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("expect")) {
            out.write(CONTINUE);
            out.flush();
        }
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            return chunks();
        }
        String length = headers.getOrDefault("content-length", List.of("0")).getFirst();
        return exactly(parse(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(exactly(size));
            line();
            if (all.size() > LARGEST_BODY) {
                throw new Refused(413, "Request entity too large: limit is 3145728");
            }
        }
        while (!line().isEmpty()) {
            head = 0;
        }
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        head = 0;
        String line = line();
        int extension = line.indexOf(';');
        return parse((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private static int parse(String text, int radix) throws Refused {
        try {
            int size = Integer.parseInt(text, radix);
            if (size > LARGEST_BODY) {
                throw new Refused(413, "Request entity too large: limit is 3145728");
            }
            return Math.max(0, size);
        } catch (NumberFormatException e) {
            throw new Refused(400, "bad length");
        }
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("body ends early");
        }
        return bytes;
    }

    /** One line without its end; empty at the end of the head and at the end of the connection. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (++head > LONGEST_HEAD) {
                throw new Refused(431, "headers too long");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
