// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;

class PemTlsTest {
    @TempDir
    private Path folder;

    private String refusal(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), content);
        PrometheusTarget target =
                new PrometheusTarget(URI.create("https://prometheus.example:9090"), new Auth.None(), Optional.of(file));
        return String.valueOf(assertThrows(IOException.class, () -> new PrometheusHttp(target))
                .getMessage());
    }

    @Test
    void aFileWithoutACertificateIsSaidBeforeAnythingIsAsked() throws IOException {
        assertEquals(folder.resolve("ca.pem") + ": there is no certificate in it", refusal(""));
    }

    @Test
    void aBrokenCertificateIsSaidWithItsFile() throws IOException {
        assertEquals(
                folder.resolve("ca.pem") + ": a certificate in it is broken",
                refusal("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"));
    }
}
