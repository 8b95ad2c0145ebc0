// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.TrustedHttp;

class HttpListenerTest {

    private final AtomicReference<HttpRequest> last = new AtomicReference<>();
    private final AtomicReference<HttpHandler> handler = new AtomicReference<>(request -> HttpResponse.text(200, "ok"));
    private final Certificates certificates = Certificates.create();
    private HttpListener listener;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        listener = new HttpListener(
                0,
                certificates,
                new HttpListener.Service(
                        request -> {
                            last.set(request);
                            return handler.get().handle(request);
                        },
                        RequestLog.NONE,
                        HttpFaultPlan.NONE,
                        HttpListener.Service.PACK_FROM,
                        false));
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

    private java.net.http.HttpResponse<String> send(java.net.http.HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void pathQueryHeadersAndBodyArriveDecoded() throws Exception {
        send(request("/a%20b/c?x=1&y=%26&x=2&flag")
                .header("X-One", "1")
                .POST(BodyPublishers.ofString("body"))
                .build());
        HttpRequest got = last.get();
        assertEquals("POST", got.method());
        assertEquals("/a b/c", got.path());
        assertEquals("1", got.query().text("x"));
        assertEquals("&", got.query().text("y"));
        assertTrue(got.query().has("flag"));
        assertEquals("1", got.header("x-one"));
        assertEquals("body", new String(got.body(), StandardCharsets.UTF_8));
    }

    @Test
    void aChunkedBodyIsPutTogether() throws Exception {
        byte[] large = "0123456789abcdef".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        send(request("/")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());
        assertEquals(large.length, last.get().body().length);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nContent-Length: 4000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 413 Request Entity Too Large", firstLine(socket));
        }
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        for (String text :
                new String[] {"nonsense\r\n\r\n", "GET / HTTP/1.1\r\nnocolon\r\n\r\n", "GET /%zz HTTP/1.1\r\n\r\n"}) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                assertEquals("HTTP/1.1 400 Bad Request", firstLine(socket));
            }
        }
    }

    @Test
    void headersWithoutEndAreRefused() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nX: " + "x".repeat(300_000)).getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 431 Status 431", firstLine(socket));
        }
    }

    @Test
    void oneConnectionServesSeveralRequests() throws Exception {
        try (Socket socket = connect()) {
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] answer = new byte[256];
                int read = socket.getInputStream().read(answer);
                assertTrue(new String(answer, 0, read).startsWith("HTTP/1.1 200 OK"));
            }
        }
    }

    @Test
    void onlyItsOwnAuthorityVouchesForTheServer() throws Exception {
        HttpClient distrustful = TrustedHttp.client(Certificates.create().authorityPem());
        assertThrows(
                SSLHandshakeException.class, () -> distrustful.send(request("/").build(), BodyHandlers.ofString()));
    }

    @Test
    void theCertificateNamesLoopback() throws Exception {
        assertEquals(200, send(request("/").build()).statusCode());
        java.net.http.HttpResponse<String> byName =
                send(java.net.http.HttpRequest.newBuilder(URI.create("https://localhost:" + listener.port() + "/"))
                        .build());
        Optional<SSLSession> session = byName.sslSession();
        X509Certificate certificate = (X509Certificate) session.orElseThrow().getPeerCertificates()[0];
        assertTrue(certificate.getSubjectAlternativeNames().toString().contains("localhost"));
    }

    @Test
    void aStreamEndsWhenTheClientGoes() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        handler.set(request -> HttpResponse.stream("text/plain", out -> {
            try {
                out.frame("first\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                new CountDownLatch(1).await();
            } finally {
                gone.countDown();
            }
        }));
        try (Socket socket = connect()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 200 OK", firstLine(socket));
        }
        assertTrue(gone.await(60, TimeUnit.SECONDS));
    }

    @Test
    void aConnectionIsUsedAgainWhenItsStreamHasEnded() throws Exception {
        handler.set(request -> request.path().equals("/watch")
                ? HttpResponse.stream("text/plain", out -> out.frame("first\n".getBytes(StandardCharsets.US_ASCII)))
                : HttpResponse.text(200, "ok"));
        try (Socket socket = connect()) {
            for (int round = 0; round < 3; round++) {
                socket.getOutputStream().write("GET /watch HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertEquals("HTTP/1.1 200 OK", firstLine(socket));
                String rest = "";
                while (!rest.endsWith("\r\n0\r\n\r\n")) {
                    rest += (char) socket.getInputStream().read();
                }
                assertTrue(rest.contains("first\n"), rest);
            }
        }
    }

    @Test
    void framesLargerThanTheBufferArriveWhole() throws Exception {
        byte[] large = "x".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        handler.set(request -> HttpResponse.stream("text/plain", out -> {
            out.frame("a".getBytes(), large);
            out.frame("b".getBytes());
        }));
        assertEquals(200_002, send(request("/").build()).body().length());
    }

    @Test
    void aClosedListenerRefuses() {
        listener.close();
        assertThrows(IOException.class, () -> send(request("/").build()));
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    private Socket connect() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, null);
        return context.getSocketFactory().createSocket("127.0.0.1", listener.port());
    }

    /** For raw sockets, whose certificate another test checks. */
    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
