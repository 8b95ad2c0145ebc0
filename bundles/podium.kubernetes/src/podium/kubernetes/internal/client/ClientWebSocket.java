// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jdt.annotation.NonNullByDefault;
import podium.core.text.Counted;
import podium.kubernetes.texts.Texts;

/**
 * A WebSocket of the JDK as fabric8 knows one. Messages are handed over whole; the next one comes when fabric8 asks for it. The JDK
 * takes one message at a time, so they wait here for one another.
 */
@NonNullByDefault({}) // what it implements does not constrain null
final class ClientWebSocket implements WebSocket, java.net.http.WebSocket.Listener {
    /** The largest message that is taken in. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final long GOODBYE_SECONDS = 5;
    private static final long MOST_QUEUED = 2L * LARGEST;

    private final Listener listener;
    private final AtomicLong queued = new AtomicLong();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<java.net.http.WebSocket> socket = new CompletableFuture<>();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    ClientWebSocket(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void onOpen(java.net.http.WebSocket opened) {
        socket.complete(opened);
        opened.request(1);
        listener.onOpen(this);
    }

    @Override
    public CompletionStage<?> onBinary(java.net.http.WebSocket from, ByteBuffer data, boolean whole) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        if (bytes.size() + part.length > LARGEST) {
            from.abort();
            onError(
                    from,
                    new IllegalStateException(
                            Texts.of("ClientWebSocket.aMessageOfMoreThan", Counted.of(LARGEST, "byte"))));
            return null;
        }
        bytes.writeBytes(part);
        if (whole) {
            ByteBuffer message = ByteBuffer.wrap(bytes.toByteArray());
            bytes.reset();
            listener.onMessage(this, message);
        } else {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onText(java.net.http.WebSocket from, CharSequence data, boolean whole) {
        if (text.length() + data.length() > LARGEST) {
            from.abort();
            onError(
                    from,
                    new IllegalStateException(
                            Texts.of("ClientWebSocket.aMessageOfMoreThan", Counted.of(LARGEST, "character"))));
            return null;
        }
        text.append(data);
        if (whole) {
            String message = text.toString();
            text.setLength(0);
            listener.onMessage(this, message);
        } else {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(java.net.http.WebSocket from, int status, String reason) {
        listener.onClose(this, status, reason);
        return null;
    }

    @Override
    public void onError(java.net.http.WebSocket from, Throwable error) {
        listener.onError(this, error);
    }

    @Override
    public boolean send(ByteBuffer message) {
        byte[] copy = new byte[message.remaining()];
        message.duplicate().get(copy);
        room();
        return send(copy);
    }

    /** Waits while far more is queued than fabric8 lets pile up where it looks: it forwards ports without looking. */
    private void room() {
        synchronized (queued) {
            try {
                while (queued.get() > MOST_QUEUED) {
                    queued.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void sent(int bytes) {
        synchronized (queued) {
            queued.addAndGet(-bytes);
            queued.notifyAll();
        }
    }

    private synchronized boolean send(byte[] copy) {
        if (last.isCompletedExceptionally() || there().isOutputClosed()) {
            return false;
        }
        queued.addAndGet(copy.length);
        last = last.thenCompose(_ -> there().sendBinary(ByteBuffer.wrap(copy), true))
                .whenComplete((_, _) -> sent(copy.length));
        return true;
    }

    @Override
    public synchronized boolean sendClose(int code, String reason) {
        if (there().isOutputClosed()) {
            return false;
        }
        last = last.handle((_, _) -> null)
                .thenCompose(_ -> there().sendClose(code, reason == null ? "" : reason))
                .orTimeout(GOODBYE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        there().abort();
                    }
                });
        return true;
    }

    private java.net.http.WebSocket there() {
        return socket.join();
    }

    @Override
    public long queueSize() {
        return queued.get();
    }

    @Override
    public void request() {
        there().request(1);
    }
}
