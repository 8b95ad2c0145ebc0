// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.client.http.WebSocket.Listener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

/** Messages that wait for one another, over a socket that takes one at a time. */
class ClientWebSocketTest {
    private static final int MANY = 50_000;

    private final CompletableFuture<WebSocket> first = new CompletableFuture<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ClientWebSocket socket = new ClientWebSocket(new Listener() {});

    @BeforeEach
    void open() {
        socket.onOpen((WebSocket) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {WebSocket.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sendBinary" -> {
                        synchronized (sent) {
                            sent.write(((ByteBuffer) arguments[0]).get());
                            yield sent.size() == 1 ? first : CompletableFuture.completedFuture(proxy);
                        }
                    }
                    case "isOutputClosed" -> false;
                    default -> null;
                }));
    }

    private boolean send(int value) {
        return socket.send(ByteBuffer.wrap(new byte[] {(byte) value}));
    }

    private int sent() {
        synchronized (sent) {
            return sent.size();
        }
    }

    /** As where a program asks the terminal thousands of times where its cursor is, over a connection that is slow for a moment. */
    @Test
    void anyNumberOfMessagesWaitsForASlowOne() {
        for (int i = 0; i < MANY; i++) {
            assertTrue(send(i));
        }
        assertEquals(1, sent());
        assertEquals(MANY, socket.queueSize());
        first.complete(null);
        Await.until("all are sent", () -> sent() == MANY && socket.queueSize() == 0);
        byte[] all = sent.toByteArray();
        for (int i = 0; i < MANY; i++) {
            assertEquals((byte) i, all[i]);
        }
        assertTrue(send(1), "it goes on");
    }

    @Test
    void afterAFailureNothingIsSentAnyMore() {
        assertTrue(send(1));
        assertTrue(send(2));
        first.completeExceptionally(new IOException("reset"));
        Await.until("it is known", () -> !send(3));
        assertFalse(send(4));
        assertEquals(1, sent());
    }
}
