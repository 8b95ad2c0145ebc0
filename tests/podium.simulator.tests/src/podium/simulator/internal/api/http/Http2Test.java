// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.TrustedHttp;

/** Many requests at once on one connection, as an API server takes them. */
class Http2Test {
    private final AtomicReference<HttpRequest> last = new AtomicReference<>();
    private final AtomicReference<HttpHandler> handler = new AtomicReference<>(request -> HttpResponse.text(200, "ok"));
    private final AtomicReference<HttpFault> fault = new AtomicReference<>(HttpFault.NONE);
    private HttpListener listener;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        Certificates certificates = Certificates.create();
        listener = new HttpListener(
                0,
                certificates,
                new HttpListener.Service(
                        request -> {
                            last.set(request);
                            return handler.get().handle(request);
                        },
                        RequestLog.NONE,
                        request -> fault.get(),
                        1000,
                        true));
        listener.start();
        client = TrustedHttp.client(certificates.authorityPem());
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    private java.net.http.HttpRequest.Builder request(String path) {
        return java.net.http.HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + listener.port() + path));
    }

    private java.net.http.HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    @Test
    void pathQueryHeadersAndBodyArrive() throws Exception {
        for (int round = 0; round < 3; round++) {
            var answer = client.send(
                    request("/a%20b/c?x=1&y=%26")
                            .header("X-One", "1~{}\u00e9" + round)
                            .POST(BodyPublishers.ofString("body".repeat(50_000)))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(HttpClient.Version.HTTP_2, answer.version());
            assertEquals("ok", answer.body());
            HttpRequest got = last.get();
            assertEquals("POST", got.method());
            assertEquals("/a b/c", got.path());
            assertEquals("&", got.query().text("y"));
            assertEquals("1~{}\u00e9" + round, got.header("x-one"));
            assertEquals(200_000, got.body().length);
        }
    }

    @Test
    void streamsShareOneConnectionAndHoldUpNoOther() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        handler.set(request -> request.path().equals("/watch")
                ? HttpResponse.stream("text/plain", out -> {
                    out.frame("first\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    never.await();
                })
                : HttpResponse.text(200, "ok"));
        Set<String> connections = new TreeSet<>();
        connections.add(get("/").connectionLabel().orElseThrow());
        List<InputStream> bodies = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            var watch = client.send(request("/watch").build(), BodyHandlers.ofInputStream());
            connections.add(watch.connectionLabel().orElseThrow());
            assertEquals('f', watch.body().read());
            bodies.add(watch.body());
        }
        assertEquals("ok", get("/").body());
        assertEquals(1, connections.size());
        for (InputStream body : bodies) {
            body.close();
        }
    }

    @Test
    void aLargeBodyComesAsFastAsItIsTaken() throws Exception {
        byte[] large = new byte[5_000_000];
        new Random(1).nextBytes(large);
        handler.set(request -> HttpResponse.parts(200, "application/octet-stream", List.of(large, large)));
        var answer = client.send(request("/").build(), BodyHandlers.ofByteArray());
        assertEquals(10_000_000, answer.body().length);
        byte[] end = new byte[large.length];
        System.arraycopy(answer.body(), large.length, end, 0, large.length);
        assertArrayEquals(large, end);
    }

    @Test
    void aStreamEndsWhenTheClientLeavesIt() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        handler.set(request -> HttpResponse.stream("text/plain", out -> {
            out.frame("first\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            try {
                new CountDownLatch(1).await();
            } finally {
                gone.countDown();
            }
        }));
        var watch = client.send(request("/").build(), BodyHandlers.ofInputStream());
        assertEquals('f', watch.body().read());
        watch.body().close();
        assertTrue(gone.await(60, TimeUnit.SECONDS));
    }

    @Test
    void aCutEndsItsStreamOnly() throws Exception {
        CompletableFuture<String> other = new CompletableFuture<>();
        handler.set(request -> request.path().equals("/slow")
                ? HttpResponse.stream(
                        "text/plain", out -> out.frame(other.join().getBytes()))
                : HttpResponse.text(200, "x".repeat(500)));
        var slow = client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        get("/");
        fault.set(HttpFault.cut(400, HttpFault.End.CLOSE));
        assertThrows(IOException.class, () -> get("/"));
        fault.set(HttpFault.NONE);
        other.complete("whole");
        assertEquals("whole", slow.get(60, TimeUnit.SECONDS).body());
    }

    @Test
    void leavingAStreamInTheMiddleOfItsWritesLeavesTheConnectionToTheOthers() throws Exception {
        byte[] more = new byte[200_000];
        CountDownLatch end = new CountDownLatch(1);
        handler.set(request -> switch (request.path()) {
            case "/endless" ->
                HttpResponse.stream("text/plain", out -> {
                    while (true) {
                        out.frame(more);
                    }
                });
            case "/watch" ->
                HttpResponse.stream("text/plain", out -> {
                    out.frame("first\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    end.await();
                    out.frame("last".getBytes(StandardCharsets.US_ASCII));
                });
            default -> HttpResponse.text(200, "ok");
        });
        var watch = client.send(request("/watch").build(), BodyHandlers.ofInputStream());
        for (int i = 0; i < 40; i++) {
            var endless = client.send(request("/endless").build(), BodyHandlers.ofInputStream());
            endless.body().skipNBytes(300_000);
            endless.body().close();
            assertEquals(watch.connectionLabel(), endless.connectionLabel());
        }
        end.countDown();
        assertEquals("first\nlast", new String(watch.body().readAllBytes(), StandardCharsets.US_ASCII));
    }
}
