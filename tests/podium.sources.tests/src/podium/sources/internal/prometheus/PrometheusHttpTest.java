// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;

/** A Prometheus that is slow, or leads elsewhere, holds nothing up and gets nothing more. */
class PrometheusHttpTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private final ServerSocket server = listen();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile String answer = "";

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    client.getOutputStream().flush();
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private byte[] ask() throws IOException {
        PrometheusTarget target = new PrometheusTarget(
                URI.create("http://127.0.0.1:" + server.getLocalPort()), new Auth.Bearer("secret"), Optional.empty());
        try (PrometheusHttp http = new PrometheusHttp(target, LIMIT)) {
            return http.get("/api/v1/query?query=up");
        }
    }

    /** Nothing; a head that does not end; a head without its body; a body that stops. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Ty",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"sta",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"sta\r\n"
            })
    void anAnswerThatStallsAnywhereEnds(String stalled) {
        answer = stalled;
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(IOException.class, this::ask));
    }

    @Test
    void aWholeAnswerIsTaken() throws IOException {
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        assertEquals("{}", new String(ask(), StandardCharsets.UTF_8));
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
        String said = String.valueOf(assertThrows(IOException.class, this::ask).getMessage());
        assertTrue(said.contains("302"), said);
    }
}
