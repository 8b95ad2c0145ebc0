// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;
import podium.testkit.TlsServer;

/** A Prometheus with a broken certificate gets not one byte of a request, and so no token (R7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusTlsTest {
    private final TlsServer server = new TlsServer();
    private final Path authority;

    PrometheusTlsTest(@TempDir Path folder) throws IOException {
        authority = Files.write(folder.resolve("ca.pem"), server.authority());
    }

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    private byte[] ask(Optional<Path> trusted) throws IOException {
        PrometheusTarget target = new PrometheusTarget(
                URI.create("https://127.0.0.1:" + server.port()), new Auth.Bearer("secret"), trusted);
        try (PrometheusHttp http = new PrometheusHttp(target)) {
            return http.get("/api/v1/query?query=up");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotTheServerItIsTakenForGetsNothing(TlsServer.Flaw flaw) throws IOException {
        server.present(flaw);
        int before = server.heard();
        if (flaw == TlsServer.Flaw.NONE) {
            assertEquals("{}", new String(ask(Optional.of(authority)), StandardCharsets.UTF_8));
            assertEquals(before + 1, server.heard());
        } else {
            assertThrows(IOException.class, () -> ask(Optional.of(authority)));
            assertEquals(before, server.heard(), "not one byte of a request");
        }
    }

    @Test
    void anAuthorityThatIsNotNamedIsNotTrusted() {
        server.present(TlsServer.Flaw.NONE);
        int before = server.heard();
        assertThrows(IOException.class, () -> ask(Optional.empty()));
        assertEquals(before, server.heard());
    }
}
