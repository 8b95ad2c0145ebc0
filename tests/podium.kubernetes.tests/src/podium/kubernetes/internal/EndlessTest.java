// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.metrics.ExporterEndpoint;
import podium.kubernetes.internal.exporter.ProxyExporterReader;
import podium.kubernetes.internal.json.TooLargeException;
import podium.kubernetes.testkit.DirectMirror;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.internal.api.http.HttpResponse;
import podium.testkit.Await;

/** What never ends is given up at its limit, and told; it fills no memory (R19). */
class EndlessTest {
    private static final long MB = 1 << 20;

    @TempDir
    private Path folder;

    private final Picture picture = new Picture();
    private final AtomicLong sent = new AtomicLong();

    /** The beginning of an answer, then the same again and again. */
    private HttpFault endless(String beginning, String more) {
        byte[] again = more.repeat(4096 / more.length()).getBytes(StandardCharsets.UTF_8);
        return HttpFault.instead(HttpResponse.stream("application/json", out -> {
            out.frame(beginning.getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.frame(again);
                sent.addAndGet(again.length);
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\":{\"name\":\"p\",\"annotations\":{\"a\":\"",
                "{\"spec\":{\"containers\":[{\"name\":\"",
                "{\"unknown\":[\"",
                "{\"metadata\":{\"resourceVersion\":\"7\"}, \"status\":{\"phase\":\""
            })
    void anObjectWithoutAnEndIsNamedAndNotReadOn(String object) throws IOException {
        try (TestServer server = new TestServer()) {
            server.withoutWatchList();
            server.node("n1");
            server.faults(request -> request.path().endsWith("/pods")
                    ? endless(
                            "{\"kind\":\"PodList\",\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[" + object,
                            "xxxx")
                    : HttpFault.NONE);
            try (DirectMirror _ =
                    new DirectMirror(server.kubeconfig(folder), false, Opened.hasty(), Optional.empty(), picture)) {
                Await.until(() -> "" + picture.connections(), () -> picture.connections().stream()
                        .anyMatch(it -> it.state() == ConnectionState.FAILED
                                && it.message()
                                        .equals("An object is larger than 4 MB among the pods, and is"
                                                + " not read.")));
                assertTrue(sent.get() < 200 * MB, () -> sent + " bytes were taken");
            }
        }
    }

    @Test
    void anEventWithoutAnEndIsNamedAndNotReadOn() throws IOException {
        try (TestServer server = new TestServer()) {
            server.node("n1");
            server.faults(request -> request.path().endsWith("/nodes")
                            && request.query().has("watch")
                            && !request.query().has("sendInitialEvents")
                    ? endless(
                            "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"n2\",\"labels\":{\"a\":\"",
                            "xxxx")
                    : HttpFault.NONE);
            try (DirectMirror _ =
                    new DirectMirror(server.kubeconfig(folder), false, Opened.hasty(), Optional.empty(), picture)) {
                Await.until(() -> "" + picture.connections(), () -> picture.connections().stream()
                        .anyMatch(it -> it.message().contains("larger than 4 MB among the nodes")));
            }
        }
    }

    @Test
    void aScrapeWithoutAnEndIsRefusedAtItsLimit() throws IOException {
        try (TestServer server = new TestServer()) {
            server.faults(request -> endless("", "DCGM_FI_DEV_GPU_UTIL{gpu=\"0\"} 1\n"));
            try (DirectMirror direct =
                    new DirectMirror(server.kubeconfig(folder), false, Opened.hasty(), Optional.empty(), picture)) {
                ProxyExporterReader reader = new ProxyExporterReader(direct.transport(), InstantSource.system());
                ExporterEndpoint exporter =
                        new ExporterEndpoint("n1", "dcgm", "/api/v1/namespaces/a/pods/p:9400/proxy/metrics");
                TooLargeException refused = assertThrows(TooLargeException.class, () -> reader.read(exporter));
                assertEquals("The answer to " + exporter.path() + " is larger than 16 MB", refused.getMessage());
            }
        }
    }
}
