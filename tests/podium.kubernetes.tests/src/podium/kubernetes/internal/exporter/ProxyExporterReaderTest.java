// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.port.Exporter;
import podium.kubernetes.internal.testing.Data;
import podium.kubernetes.internal.testing.StubTransport;
import podium.kubernetes.internal.transport.Response;

/** Exporters are found by what their charts write on them. */
class ProxyExporterReaderTest {
    private static final String NOTHING = "{\"items\":[]}";
    private final Map<String, Response> answers = new HashMap<>();
    private final StubTransport transport = new StubTransport(path -> answers.entrySet().stream()
            .filter(entry -> URLDecoder.decode(path, StandardCharsets.UTF_8).contains(entry.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElseGet(() -> path.startsWith("/apis/metrics")
                    ? StubTransport.answer(404, "{}")
                    : StubTransport.answer(200, NOTHING)));
    private final ProxyExporterReader reader = new ProxyExporterReader(transport);

    private static Response file(String name) {
        return StubTransport.answer(200, Data.fixture(ProxyExporterReaderTest.class, "objects/" + name + ".json"));
    }

    @Test
    void runningPodsWithAChartsLabelAreFoundOnTheirNodes() throws IOException {
        answers.put("labelSelector=app in (", file("pods"));
        assertEquals(
                List.of(
                        new Exporter("n1", "dcgm", "/api/v1/namespaces/gpu-operator/pods/dcgm-1:9400/proxy/metrics"),
                        new Exporter("n2", "dcgm", "/api/v1/namespaces/gpu-operator/pods/dcgm-2:9401/proxy/metrics"),
                        new Exporter("n3", "amd", "/api/v1/namespaces/amd/pods/amd-1:5000/proxy/metrics")),
                reader.discover(),
                "not those that are pending, going or of no known maker");
    }

    @Test
    void oneFoundByTwoLabelsIsReadOnce() throws IOException {
        answers.put("labelSelector=app in (", file("pods"));
        answers.put("labelSelector=k8s-app in (", file("pods"));
        assertEquals(3, reader.discover().size());
    }

    @Test
    void aServiceNamedAfterAnExporterLeadsToPodsWhoseLabelsTellNothing() throws IOException {
        answers.put("/api/v1/services", file("services"));
        answers.put("labelSelector=team=gpu", StubTransport.answer(200, """
            {"items":[{"metadata":{"namespace":"x","name":"all-smi-abc"},"spec":{"nodeName":"n9","containers":[]},
            "status":{"phase":"Running"}}]}\
            """));
        assertEquals(
                List.of(new Exporter("n9", "all-smi", "/api/v1/namespaces/x/pods/all-smi-abc:9090/proxy/metrics")),
                reader.discover());
        assertTrue(
                transport.sent().stream().noneMatch(request -> request.path().contains("web")),
                "services of others are not followed");
    }

    @Test
    void aPrometheusIsFoundOnceANamespaceByItsBestName() throws IOException {
        answers.put("/api/v1/services", file("prometheus-services"));
        assertEquals(
                List.of(
                        new Exporter(
                                "",
                                "prometheus",
                                "/api/v1/namespaces/openshift-monitoring/services/https:prometheus-k8s:9091/proxy"),
                        new Exporter(
                                "",
                                "prometheus",
                                "/api/v1/namespaces/monitoring/services/kps-kube-prometheus-stack-prometheus:9090/proxy"),
                        new Exporter("", "prometheus", "/api/v1/namespaces/vm/services/vmsingle-main:8428/proxy")),
                reader.discover().stream()
                        .sorted(java.util.Comparator.comparing(Exporter::path).reversed())
                        .sorted(java.util.Comparator.comparing(
                                exporter -> exporter.path().contains("/vm/")
                                        ? 2
                                        : exporter.path().contains("/monitoring/") ? 1 : 0))
                        .toList());
    }

    @Test
    void nodeMetricsAreASourceWhereTheirGroupIsServed() throws IOException {
        answers.put("/apis/metrics.k8s.io/v1beta1", StubTransport.answer(200, "{\"items\":[]}"));
        Exporter nodes = new Exporter("", "metrics.k8s.io", "/apis/metrics.k8s.io/v1beta1/nodes");
        assertEquals(List.of(nodes), reader.discover());
        reader.read(nodes);
        assertEquals("application/json", transport.sent().getLast().accept());
    }

    @ParameterizedTest
    @CsvSource({"403", "404"})
    void whoMayNotListSeesNone(int status) throws IOException {
        answers.put("/api/v1/", StubTransport.answer(status, "{}"));
        assertEquals(List.of(), reader.discover());
    }

    @Test
    void aServerInTroubleIsNotTakenForOneWithoutExporters() {
        answers.put("/api/v1/", StubTransport.answer(500, "{}"));
        assertThrows(IOException.class, reader::discover);
        answers.put("/api/v1/", StubTransport.answer(200, "<html>"));
        assertThrows(IOException.class, reader::discover);
    }

    @Test
    void aScrapeAsksForTheTextFormatsAndNamesTheNodeThatFails() throws IOException {
        Exporter exporter = new Exporter("n1", "dcgm", "/api/v1/namespaces/x/pods/p:9400/proxy/metrics");
        answers.put(exporter.path(), StubTransport.answer(200, "DCGM_FI_DEV_GPU_TEMP 40\n"));
        assertEquals("DCGM_FI_DEV_GPU_TEMP 40\n", new String(reader.read(exporter), StandardCharsets.UTF_8));
        assertTrue(transport.sent().getLast().accept().contains("text/plain;version=0.0.4"));
        answers.put(exporter.path(), StubTransport.answer(503, "no endpoints"));
        IOException e = assertThrows(IOException.class, () -> reader.read(exporter));
        assertEquals("the exporter of n1 answered 503", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "nvidia-dcgm-exporter,dcgm,9400",
        "my-dcgm-exporter-x7,dcgm,9400",
        "device-metrics-exporter,amd,5000",
        "habana-metric-exporter-ds,habana,41611",
        "nvidia_gpu_exporter,nvidia-smi,9835",
        "all-smi,all-smi,9090",
        "npu-exporter,ascend,8082",
        "hami-device-plugin-monitor,hami,9394",
        "podium-agent,podium,9507",
    })
    void aMakerIsKnownByTheNameOfItsApplication(String text, String word, int port) {
        Maker maker = Maker.of(text).orElseThrow();
        assertEquals(word, maker.word());
        assertEquals(port, maker.port());
    }

    @ParameterizedTest
    @CsvSource({"''", "node-exporter", "kube-state-metrics", "dcgm", "nginx"})
    void otherExportersAreNotTakenForOnesOfGpus(String text) {
        assertEquals(Optional.empty(), Maker.of(text));
    }
}
