// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.exporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.ExporterReader.RunningPod;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.StubTransport;
import podium.model.value.Labels;

/** Exporters are found by what their charts write on them. */
class ProxyExporterReaderTest {
    private static final String NOTHING = "{\"items\":[]}";
    private final Map<String, ApiResponse> answers = new HashMap<>();
    private final StubTransport transport = new StubTransport(path -> answers.entrySet().stream()
            .filter(entry -> URLDecoder.decode(path, StandardCharsets.UTF_8).contains(entry.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElseGet(() -> path.startsWith("/apis/metrics")
                    ? StubTransport.answer(404, "{}")
                    : StubTransport.answer(200, NOTHING)));
    private final List<RunningPod> pods = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final ProxyExporterReader reader = new ProxyExporterReader(transport, () -> now);

    private List<ExporterEndpoint> discover() throws IOException {
        return reader.discover(wanted -> pods.stream()
                .filter(pod -> wanted.test(pod.name(), pod.labels()))
                .toList());
    }

    /** A pod that is mirrored, and served when it is asked for. */
    private void pod(String namespace, String name, String label, String node, String controller, String containers) {
        String[] pair = label.split("=");
        pods.add(new RunningPod(namespace, name, node, Labels.of(pair[0], pair[1]), controller));
        answers.put(
                "/api/v1/namespaces/" + namespace + "/pods/" + name,
                StubTransport.answer(200, "{\"spec\":{\"containers\":[" + containers + "]}}"));
    }

    private long asked(String path) {
        return transport.sent().stream()
                .filter(request -> request.path().contains(path))
                .count();
    }

    private static ApiResponse file(String name) {
        return StubTransport.answer(200, Data.fixture(ProxyExporterReaderTest.class, "objects/" + name + ".json"));
    }

    @Test
    void podsWithAChartsLabelAreFoundOnTheirNodesWithThePortTheyName() throws IOException {
        pod("gpu-operator", "dcgm-1", "app=nvidia-dcgm-exporter", "n1", "a", """
            {"ports":[{"name":"http","containerPort":8080}]},{"ports":[{"name":"metrics","containerPort":9400}]}\
            """);
        pod("gpu-operator", "dcgm-2", "k8s-app=dcgm-exporter", "n2", "b", """
            {"ports":[{"containerPort":9401},{"containerPort":9402}]}\
            """);
        pod("amd", "amd-1", "app=device-metrics-exporter", "n3", "", "{}");
        pod("other", "web", "app=web", "n5", "c", "{}");
        assertEquals(
                List.of(
                        new ExporterEndpoint(
                                "n1", "dcgm", "/api/v1/namespaces/gpu-operator/pods/dcgm-1:9400/proxy/metrics"),
                        new ExporterEndpoint(
                                "n2", "dcgm", "/api/v1/namespaces/gpu-operator/pods/dcgm-2:9401/proxy/metrics"),
                        new ExporterEndpoint("n3", "amd", "/api/v1/namespaces/amd/pods/amd-1:5000/proxy/metrics")),
                discover());
    }

    @Test
    void onePodIsAskedForAllOfItsController() throws IOException {
        for (int i = 0; i < 50; i++) {
            pod("gpu-operator", "dcgm-" + i, "app=dcgm-exporter", "n" + i, "set", """
                {"ports":[{"name":"metrics","containerPort":9500}]}\
                """);
        }
        assertEquals(50, discover().size());
        assertEquals(50, discover().size());
        assertTrue(discover().stream().allMatch(exporter -> exporter.path().contains(":9500/")));
        assertEquals(1, asked("/pods/"), "the others are like it");
        assertEquals(0, asked("/api/v1/pods"), "the mirror has them already");
    }

    @Test
    void servicesAreAskedForAgainAfterFiveMinutes() throws IOException {
        discover();
        now = now.plusSeconds(299);
        discover();
        assertEquals(1, asked("/api/v1/services"));
        now = now.plusSeconds(2);
        answers.put("/api/v1/services", file("prometheus-services"));
        assertEquals(3, discover().size());
        assertEquals(2, asked("/api/v1/services"));
    }

    @Test
    void aPodThatHasGoneIsLeftOutAndOneThatMayNotBeSeenHasItsMakersPort() throws IOException {
        pod("a", "gone", "app=all-smi", "n1", "x", "{}");
        pod("a", "hidden", "app=all-smi", "n2", "y", "{}");
        answers.put("/pods/gone", StubTransport.answer(404, "{}"));
        answers.put("/pods/hidden", StubTransport.answer(403, "{}"));
        answers.remove("/api/v1/namespaces/a/pods/gone");
        answers.remove("/api/v1/namespaces/a/pods/hidden");
        assertEquals(
                List.of(new ExporterEndpoint("n2", "all-smi", "/api/v1/namespaces/a/pods/hidden:9090/proxy/metrics")),
                discover());
    }

    @Test
    void aServiceNamedAfterAnExporterLeadsToPodsWhoseLabelsTellNothing() throws IOException {
        answers.put("/api/v1/services", file("services"));
        pod("x", "all-smi-abc", "team=gpu", "n9", "set", "{}");
        pod("x", "web-abc", "app=web", "n9", "other", "{}");
        assertEquals(
                List.of(new ExporterEndpoint(
                        "n9", "all-smi", "/api/v1/namespaces/x/pods/all-smi-abc:9090/proxy/metrics")),
                discover(),
                "services of others are not followed");
    }

    @Test
    void aPrometheusIsFoundOnceANamespaceByItsBestName() throws IOException {
        answers.put("/api/v1/services", file("prometheus-services"));
        assertEquals(
                List.of(
                        new ExporterEndpoint(
                                "",
                                "prometheus",
                                "/api/v1/namespaces/openshift-monitoring/services/https:prometheus-k8s:9091/proxy"),
                        new ExporterEndpoint(
                                "",
                                "prometheus",
                                "/api/v1/namespaces/monitoring/services/kps-kube-prometheus-stack-prometheus:9090/proxy"),
                        new ExporterEndpoint(
                                "", "prometheus", "/api/v1/namespaces/vm/services/vmsingle-main:8428/proxy")),
                discover().stream()
                        .sorted(java.util.Comparator.comparing(ExporterEndpoint::path)
                                .reversed())
                        .sorted(java.util.Comparator.comparing(
                                exporter -> exporter.path().contains("/vm/")
                                        ? 2
                                        : exporter.path().contains("/monitoring/") ? 1 : 0))
                        .toList());
    }

    @Test
    void nodeMetricsAreASourceWhereTheirGroupIsServed() throws IOException {
        answers.put("/apis/metrics.k8s.io/v1beta1", StubTransport.answer(200, "{\"items\":[]}"));
        ExporterEndpoint nodes = new ExporterEndpoint("", "metrics.k8s.io", "/apis/metrics.k8s.io/v1beta1/nodes");
        assertEquals(List.of(nodes), discover());
        reader.read(nodes);
        assertEquals("application/json", transport.sent().getLast().accept());
    }

    @ParameterizedTest
    @CsvSource({"403", "404"})
    void whoMayNotListSeesNone(int status) throws IOException {
        answers.put("/api/v1/", StubTransport.answer(status, "{}"));
        assertEquals(List.of(), discover());
    }

    @Test
    void aServerInTroubleIsNotTakenForOneWithoutExporters() {
        answers.put("/api/v1/", StubTransport.answer(500, "{}"));
        assertThrows(IOException.class, this::discover);
        answers.put("/api/v1/", StubTransport.answer(200, "<html>"));
        assertThrows(IOException.class, this::discover);
    }

    @Test
    void aScrapeAsksForTheTextFormatsAndNamesTheNodeThatFails() throws IOException {
        ExporterEndpoint exporter =
                new ExporterEndpoint("n1", "dcgm", "/api/v1/namespaces/x/pods/p:9400/proxy/metrics");
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
        "intel-xpumanager, intel, 29999",
        "furiosa-metrics-exporter-x, furiosa, 6254",
        "rbln-metrics-exporter, rebellions, 9090",
        "tpu-device-plugin, tpu, 2112",
    })
    void aMakerIsKnownByTheNameOfItsApplication(String text, String word, int port) {
        KnownExporter maker = KnownExporter.of(text).orElseThrow();
        assertEquals(word, maker.word());
        assertEquals(port, maker.port());
    }

    @ParameterizedTest
    @CsvSource({"''", "node-exporter", "kube-state-metrics", "dcgm", "nginx"})
    void otherExportersAreNotTakenForOnesOfGpus(String text) {
        assertEquals(Optional.empty(), KnownExporter.of(text));
    }
}
