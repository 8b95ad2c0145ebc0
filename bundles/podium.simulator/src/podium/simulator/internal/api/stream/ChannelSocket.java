// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.api.http.ArrayOutput;
import podium.simulator.internal.api.http.HttpRequest;
import podium.simulator.internal.api.http.HttpResponse;

/** A WebSocket that carries numbered channels: the first byte of each message says which. Written to by any thread. */
final class ChannelSocket {
    static final int STDIN = 0;
    static final int STDOUT = 1;
    static final int STDERR = 2;
    static final int ERROR = 3;
    static final int RESIZE = 4;
    /** Version 5 only: the second byte says which channel the client has closed. */
    static final int CLOSED = 255;

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int NORMAL = 1000;

    private final InputStream in;
    private final OutputStream out;
    private boolean over;

    /**
     * A message of the client.
     *
     * @param channel its number
     * @param bytes what follows the number
     */
    record Message(int channel, byte[] bytes) {}

    ChannelSocket(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * The answer that turns the connection into one, in the first of the given protocols that the client offers; empty: it asks for no
     * WebSocket, or for none of them.
     */
    static Optional<HttpResponse> accept(
            HttpRequest request, List<String> protocols, HttpResponse.Conversation conversation) {
        if (!request.header("upgrade").equalsIgnoreCase("websocket")) {
            return Optional.empty();
        }
        List<String> offered = request.headers().getOrDefault("sec-websocket-protocol", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
        return protocols.stream()
                .filter(offered::contains)
                .findFirst()
                .map(chosen -> new HttpResponse(
                        101,
                        "",
                        Map.of(
                                "Upgrade",
                                "websocket",
                                "Sec-WebSocket-Accept",
                                proof(request.header("sec-websocket-key")),
                                "Sec-WebSocket-Protocol",
                                chosen),
                        new HttpResponse.Upgrade(conversation)));
    }

    private static String proof(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** The next message; empty: the client closes. */
    Optional<Message> next() throws IOException {
        return message().map(bytes -> new Message(bytes[0] & 0xFF, Arrays.copyOfRange(bytes, 1, bytes.length)));
    }

    /** The next message as it is, which is not empty; empty: the client closes. */
    Optional<byte[]> message() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            WebSocketFrame frame = WebSocketFrame.read(in);
            switch (frame.opcode()) {
                case WebSocketFrame.CLOSE -> {
                    return Optional.empty();
                }
                case WebSocketFrame.PING -> write(new WebSocketFrame(true, WebSocketFrame.PONG, frame.payload()));
                case WebSocketFrame.PONG -> {}
                default -> {
                    message.writeBytes(frame.payload());
                    if (frame.last() && message.size() > 0) {
                        return Optional.of(message.toByteArray());
                    }
                }
            }
        }
    }

    /** Sends bytes on a channel. */
    void send(int channel, byte[] bytes, int offset, int length) throws IOException {
        byte[] message = new byte[length + 1];
        message[0] = (byte) channel;
        System.arraycopy(bytes, offset, message, 1, length);
        write(new WebSocketFrame(true, WebSocketFrame.BINARY, message));
    }

    /** Sends bytes on no channel. */
    void send(byte[] bytes) throws IOException {
        write(new WebSocketFrame(true, WebSocketFrame.BINARY, bytes));
    }

    private synchronized void write(WebSocketFrame frame) throws IOException {
        if (over) {
            throw new IOException("the WebSocket is closed");
        }
        frame.write(out);
    }

    /** Says goodbye; later writes fail. */
    synchronized void close() throws IOException {
        if (!over) {
            new WebSocketFrame(true, WebSocketFrame.CLOSE, new byte[] {(byte) (NORMAL >> 8), (byte) NORMAL}).write(out);
            over = true;
        }
    }

    /** A channel as a stream. */
    OutputStream channel(int number) {
        return new ArrayOutput() {
            @Override
            public void write(byte @Nullable [] bytes, int offset, int length) throws IOException {
                if (bytes != null && length > 0) {
                    send(number, bytes, offset, length);
                }
            }
        };
    }
}
