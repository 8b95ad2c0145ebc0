// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;
import podium.testkit.TrustedHttp;

/** Faults as a client meets them. */
class HttpFaultTest {

    private static final String BODY = "0123456789".repeat(100);

    private final AtomicReference<HttpFault> fault = new AtomicReference<>(HttpFault.NONE);
    private final AtomicInteger handled = new AtomicInteger();
    private final List<Integer> logged = new CopyOnWriteArrayList<>();
    private HttpListener listener;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        Certificates certificates = Certificates.create();
        listener = new HttpListener(
                0,
                certificates,
                new HttpListener.Service(
                        this::handle,
                        (request, status, bytes, time) -> logged.add(status),
                        request -> fault.get(),
                        HttpListener.Service.PACK_FROM,
                        false));
        listener.start();
        client = TrustedHttp.client(certificates.authorityPem());
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private HttpResponse handle(HttpRequest request) {
        handled.incrementAndGet();
        if (request.path().equals("/stream")) {
            return HttpResponse.stream("application/json", out -> {
                for (String frame : List.of("one\n", "two\n", "three\n")) {
                    out.frame(
                            frame.substring(0, 1).getBytes(), frame.substring(1).getBytes());
                    out.flush();
                }
            });
        }
        return HttpResponse.text(200, BODY);
    }

    private java.net.http.HttpResponse<String> get(String path) throws Exception {
        return client.send(
                java.net.http.HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + listener.port() + path))
                        .timeout(Duration.ofSeconds(2))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void withoutAFaultEverythingArrives() throws Exception {
        assertEquals(BODY, get("/").body());
        assertEquals("one\ntwo\nthree\n", get("/stream").body());
        Await.until("both are logged", () -> logged.size() == 2);
    }

    @Test
    void anotherAnswerHidesTheServer() throws Exception {
        fault.set(HttpFault.instead(HttpResponse.text(503, "later").with("Retry-After", "7")));
        java.net.http.HttpResponse<String> answer = get("/");
        assertEquals(503, answer.statusCode());
        assertEquals("7", answer.headers().firstValue("Retry-After").orElse(""));
        assertEquals(0, handled.get());
    }

    @Test
    void aLostAnswerIsCarriedOutAllTheSame() throws Exception {
        fault.set(HttpFault.appliedBut(HttpResponse.text(504, "timeout")));
        assertEquals(504, get("/").statusCode());
        assertEquals(1, handled.get());
    }

    @Test
    void anAnswerEndsInTheMiddle() {
        fault.set(HttpFault.cut(400, HttpFault.End.CLOSE));
        assertThrows(IOException.class, () -> get("/"));
    }

    @Test
    void aConnectionIsReset() {
        fault.set(HttpFault.cut(400, HttpFault.End.RESET));
        assertThrows(IOException.class, () -> get("/"));
        fault.set(HttpFault.NONE);
        assertEquals(BODY, assertGet());
    }

    private String assertGet() {
        try {
            return get("/").body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStreamEndsInsideAFrame() {
        fault.set(HttpFault.cut(130, HttpFault.End.CLOSE));
        assertThrows(IOException.class, () -> get("/stream"));
    }

    @Test
    void aHalfOpenConnectionJustGoesSilent() {
        fault.set(HttpFault.cut(400, HttpFault.End.HALF_OPEN));
        CompletableFuture<?> answer = client.sendAsync(
                java.net.http.HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + listener.port() + "/"))
                        .build(),
                BodyHandlers.ofString());
        assertThrows(TimeoutException.class, () -> answer.get(700, TimeUnit.MILLISECONDS));
        assertEquals(1, handled.get());
        listener.disconnect();
        assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aStallEndsAndNothingIsLost() throws Exception {
        fault.set(HttpFault.stalled(400, Duration.ofMillis(300)));
        long start = System.nanoTime();
        assertEquals(BODY, get("/").body());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 290);
    }

    @Test
    void anAnswerIsLate() throws Exception {
        fault.set(HttpFault.delayed(Duration.ofMillis(300)));
        long start = System.nanoTime();
        assertEquals(BODY, get("/").body());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 290);
    }

    @Test
    void oneByteAtATimeIsStillTheSame() throws Exception {
        fault.set(HttpFault.trickled(1));
        assertEquals(BODY, get("/").body());
        assertEquals("one\ntwo\nthree\n", get("/stream").body());
    }

    @Test
    void framesAreLostRepeatedAndChanged() throws Exception {
        fault.set(HttpFault.lost(frame -> text(frame).startsWith("two")));
        assertEquals("one\nthree\n", get("/stream").body());
        fault.set(HttpFault.frames(frame -> List.of(frame, frame)));
        assertEquals("one\none\ntwo\ntwo\nthree\nthree\n", get("/stream").body());
        fault.set(HttpFault.frames(frame -> List.of(text(frame).toUpperCase().getBytes())));
        assertEquals("ONE\nTWO\nTHREE\n", get("/stream").body());
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8);
    }

    @Test
    void disconnectingEndsOpenConnections() throws Exception {
        assertEquals(BODY, get("/").body());
        fault.set(HttpFault.stalled(50, Duration.ofSeconds(60)));
        Thread cutter = Thread.ofVirtual().start(() -> {
            Await.until("the request is there", () -> handled.get() == 2);
            listener.disconnect();
        });
        assertThrows(IOException.class, () -> get("/"));
        cutter.join();
    }
}
