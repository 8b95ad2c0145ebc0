// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.exporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.ExporterReader;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;
import podium.model.value.Labels;

/**
 * Finds exporters among the mirrored pods by the labels their charts set, or by services named after them, servers that answer
 * Prometheus queries, and metrics.k8s.io. Asks for services every five minutes, and for one pod of each controller; reads them through
 * {@code pods/name:port/proxy} and {@code services/name:port/proxy}. Blocks. Any
 * thread.
 */
public final class ProxyExporterReader implements ExporterReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SCRAPE = Duration.ofSeconds(10);
    private static final String TEXT = "application/openmetrics-text;version=1.0.0;q=0.7,text/plain;version=0.0.4";
    private static final String NODE_METRICS_GROUP = "/apis/metrics.k8s.io/v1beta1";
    private static final List<String> LABELS = List.of("app", "app.kubernetes.io/name", "k8s-app", "name");

    /** Bytes of one scrape: dcgm-exporter of a full node with all its fields has 200 KB. */
    private static final int LARGEST = 16 << 20;

    private static final Duration SERVICES_FOR = Duration.ofMinutes(5);

    private final Transport transport;
    private final InstantSource clock;
    private volatile @Nullable Servers servers;

    public ProxyExporterReader(Transport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public List<ExporterEndpoint> discover(RunningPods pods) throws IOException {
        Servers there = servers();
        Map<String, ExporterEndpoint> found = new LinkedHashMap<>();
        for (RunningPod pod : pods.matching((name, labels) -> labelled(labels) || there.serves(labels))) {
            Optional<KnownExporter> maker = maker(pod);
            if (maker.isPresent()) {
                exporter(pod, maker.get()).ifPresent(exporter -> found.putIfAbsent(exporter.path(), exporter));
            }
        }
        there.central().forEach(server -> found.put(server.path(), server));
        return List.copyOf(found.values());
    }

    /**
     * What the server has to be asked for.
     *
     * @param selectors of services that are named after an exporter, for pods whose labels tell nothing
     * @param central sources that tell of many nodes
     * @param ports of pods, by their controller
     */
    private record Servers(
            Instant at, List<Labels> selectors, List<ExporterEndpoint> central, Map<String, Integer> ports) {
        boolean serves(Labels labels) {
            return selectors.stream().anyMatch(labels::containsAll);
        }
    }

    /** As they were some minutes ago: services seldom change, and a large cluster has thousands. */
    private Servers servers() throws IOException {
        Servers last = servers;
        Instant now = clock.instant();
        if (last != null && last.at.plus(SERVICES_FOR).isAfter(now)) {
            return last;
        }
        List<JsonNode> services = items("/api/v1/services");
        List<ExporterEndpoint> central = new ArrayList<>(MetricServices.of(services));
        if (transport.send(ApiRequest.get(NODE_METRICS_GROUP)).ok()) {
            central.add(new ExporterEndpoint("", ExporterEndpoint.NODE_METRICS, NODE_METRICS_GROUP + "/nodes"));
        }
        Servers fresh = new Servers(now, selectors(services), central, new ConcurrentHashMap<>());
        servers = fresh;
        return fresh;
    }

    private static List<Labels> selectors(List<JsonNode> services) {
        List<Labels> selectors = new ArrayList<>();
        for (JsonNode service : services) {
            Map<String, String> selector = new HashMap<>();
            service.path("spec")
                    .path("selector")
                    .properties()
                    .forEach(entry ->
                            selector.put(entry.getKey(), entry.getValue().asText()));
            boolean named = KnownExporter.of(
                            service.path("metadata").path("name").asText(""))
                    .isPresent();
            if (named && !selector.isEmpty()) {
                selectors.add(Labels.of(selector));
            }
        }
        return selectors;
    }

    private List<JsonNode> items(String path) throws IOException {
        ApiResponse response = transport.send(ApiRequest.get(path));
        if (response.status() == 403 || response.status() == 404) {
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        json(path, response).path("items").forEach(items::add);
        return items;
    }

    private static JsonNode json(String path, ApiResponse response) throws IOException {
        if (!response.ok()) {
            throw new IOException(Texts.of("ProxyExporterReader.status", path, response.status()));
        }
        return JSON.readTree(response.body());
    }

    private static boolean labelled(Labels labels) {
        return LABELS.stream().anyMatch(label -> labels.get(label)
                .filter(KnownExporter.allApps()::contains)
                .isPresent());
    }

    private static Optional<KnownExporter> maker(RunningPod pod) {
        return LABELS.stream()
                .map(label -> KnownExporter.of(pod.labels().get(label).orElse("")))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> KnownExporter.of(pod.name()));
    }

    /** Empty: the pod has gone. */
    private Optional<ExporterEndpoint> exporter(RunningPod pod, KnownExporter maker) throws IOException {
        String path = "/api/v1/namespaces/" + pod.namespace() + "/pods/" + pod.name();
        String template = pod.controller().isEmpty() ? path : pod.controller();
        Integer port = servers().ports.get(template);
        if (port == null) {
            ApiResponse response = transport.send(ApiRequest.get(path));
            if (response.status() == 404) {
                return Optional.empty();
            }
            // one who may not look at it gets what its maker says
            port = response.status() == 403 ? maker.port() : port(json(path, response), maker);
            servers().ports.put(template, port);
        }
        return Optional.of(new ExporterEndpoint(pod.node(), maker.word(), path + ":" + port + "/proxy/metrics"));
    }

    /** The port named metrics, else the first of the first container, else the maker's own. */
    private static int port(JsonNode pod, KnownExporter maker) {
        int first = 0;
        for (JsonNode container : pod.path("spec").path("containers")) {
            for (JsonNode port : container.path("ports")) {
                int number = port.path("containerPort").asInt(0);
                if (port.path("name").asText("").contains("metrics") && number > 0) {
                    return number;
                }
                first = first == 0 ? number : first;
            }
        }
        return first > 0 ? first : maker.port();
    }

    @Override
    public byte[] read(ExporterEndpoint exporter) throws IOException {
        boolean json = exporter.kind().equals(ExporterEndpoint.PROMETHEUS)
                || exporter.kind().equals(ExporterEndpoint.NODE_METRICS);
        ApiRequest request = ApiRequest.get(exporter.path()).within(SCRAPE).atMost(LARGEST);
        ApiResponse response = transport.send(json ? request : request.accepting(TEXT));
        if (!response.ok()) {
            String who = exporter.node().isEmpty()
                    ? exporter.kind()
                    : Texts.of("ProxyExporterReader.theExporterOf", exporter.node());
            throw new IOException(Texts.of("ProxyExporterReader.answered", who, response.status()));
        }
        return response.body();
    }
}
