// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One response.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param headers further headers
 * @param body what follows them
 */
public record HttpResponse(int status, String contentType, Map<String, String> headers, Body body) {

    /** What follows the headers. */
    public sealed interface Body {}

    /** Known bytes in several parts, which may be shared with other responses and are not copied. */
    public record Parts(List<byte[]> parts) implements Body {

        /** All of them together, in bytes. */
        public long length() {
            return parts.stream().mapToLong(part -> part.length).sum();
        }
    }

    /** Bytes that come as they happen. */
    public record Stream(Writer writer) implements Body {}

    /** Writes a stream until it ends; it is told by an exception when the client has gone. */
    @FunctionalInterface
    public interface Writer {

        /** Runs on the connection's virtual thread, which is interrupted when the client closes. */
        void write(ChunkedOutput out) throws IOException, InterruptedException;
    }

    /**
     * The end of HTTP on this connection (RFC 9110, 7.8): from now on both sides speak what they agreed on.
     *
     * @param conversation what is spoken
     */
    public record Upgrade(Conversation conversation) implements Body {}

    /** Speaks another protocol on the connection until one side has had enough. */
    @FunctionalInterface
    public interface Conversation {

        /** Runs on the connection's virtual thread; the connection is closed behind it. */
        void run(InputStream in, OutputStream out) throws IOException;
    }

    /** A JSON body. */
    public static HttpResponse json(int status, byte[] body) {
        return parts(status, "application/json", List.of(body));
    }

    /** A plain text body. */
    public static HttpResponse text(int status, String body) {
        return parts(status, "text/plain; charset=utf-8", List.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A body of several parts. */
    public static HttpResponse parts(int status, String contentType, List<byte[]> parts) {
        return new HttpResponse(status, contentType, Map.of(), new Parts(parts));
    }

    /** A stream. */
    public static HttpResponse stream(String contentType, Writer writer) {
        return new HttpResponse(200, contentType, Map.of(), new Stream(writer));
    }

    /** The same with one more header. */
    public HttpResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpResponse(status, contentType, more, body);
    }
}
