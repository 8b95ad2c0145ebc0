// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.exporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.port.Exporter;
import podium.core.port.ExporterReader;
import podium.kubernetes.internal.transport.Request;
import podium.kubernetes.internal.transport.Response;
import podium.kubernetes.internal.transport.Transport;

/**
 * Finds exporters by the labels their charts set, or by services named after them, servers that answer Prometheus queries,
 * and metrics.k8s.io; reads them through {@code pods/name:port/proxy} and {@code services/name:port/proxy}. Blocks. Any
 * thread.
 */
public final class ProxyExporterReader implements ExporterReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SCRAPE = Duration.ofSeconds(10);
    private static final String TEXT = "application/openmetrics-text;version=1.0.0;q=0.7,text/plain;version=0.0.4";
    private static final String NODE_METRICS_GROUP = "/apis/metrics.k8s.io/v1beta1";
    private static final List<String> LABELS = List.of("app", "app.kubernetes.io/name", "k8s-app", "name");

    private final Transport transport;

    public ProxyExporterReader(Transport transport) {
        this.transport = transport;
    }

    @Override
    public List<Exporter> discover() throws IOException {
        Map<String, Exporter> found = new LinkedHashMap<>();
        String names = String.join(",", Maker.allApps());
        for (String label : LABELS) {
            collect(label + " in (" + names + ")", found);
        }
        List<JsonNode> services = items("/api/v1/services");
        for (String selector : serviceSelectors(services)) {
            collect(selector, found);
        }
        MetricServices.of(services).forEach(server -> found.put(server.path(), server));
        if (transport.send(Request.get(NODE_METRICS_GROUP)).ok()) {
            found.put(NODE_METRICS_GROUP, new Exporter("", Exporter.NODE_METRICS, NODE_METRICS_GROUP + "/nodes"));
        }
        return List.copyOf(found.values());
    }

    private void collect(String selector, Map<String, Exporter> found) throws IOException {
        String query = URLEncoder.encode(selector, StandardCharsets.UTF_8);
        for (JsonNode pod : items("/api/v1/pods?labelSelector=" + query)) {
            exporter(pod).ifPresent(exporter -> found.putIfAbsent(exporter.path(), exporter));
        }
    }

    /** Selectors of services that are named after an exporter, for pods whose labels tell nothing. */
    private static List<String> serviceSelectors(List<JsonNode> services) {
        List<String> selectors = new ArrayList<>();
        for (JsonNode service : services) {
            JsonNode selector = service.path("spec").path("selector");
            boolean named =
                    Maker.of(service.path("metadata").path("name").asText("")).isPresent();
            boolean labelled = selector.properties().stream()
                    .anyMatch(entry -> LABELS.contains(entry.getKey())
                            && Maker.allApps().contains(entry.getValue().asText()));
            if (named && !labelled && !selector.isEmpty()) {
                selectors.add(selector.properties().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                        .collect(Collectors.joining(",")));
            }
        }
        return selectors;
    }

    private List<JsonNode> items(String path) throws IOException {
        Response response = transport.send(Request.get(path));
        if (response.status() == 403 || response.status() == 404) {
            return List.of();
        }
        if (!response.ok()) {
            throw new IOException(path + ": status " + response.status());
        }
        List<JsonNode> items = new ArrayList<>();
        JSON.readTree(response.body()).path("items").forEach(items::add);
        return items;
    }

    private static Optional<Exporter> exporter(JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        String node = pod.path("spec").path("nodeName").asText("");
        boolean running = "Running".equals(pod.path("status").path("phase").asText())
                && metadata.path("deletionTimestamp").asText("").isEmpty();
        Optional<Maker> maker = maker(metadata);
        if (node.isEmpty() || !running || maker.isEmpty()) {
            return Optional.empty();
        }
        String path = "/api/v1/namespaces/" + metadata.path("namespace").asText() + "/pods/"
                + metadata.path("name").asText() + ":" + port(pod, maker.get()) + "/proxy/metrics";
        return Optional.of(new Exporter(node, maker.get().word(), path));
    }

    private static Optional<Maker> maker(JsonNode metadata) {
        for (String label : LABELS) {
            Optional<Maker> maker = Maker.of(metadata.path("labels").path(label).asText(""));
            if (maker.isPresent()) {
                return maker;
            }
        }
        return Maker.of(metadata.path("name").asText(""));
    }

    /** The port named metrics, else the first of the first container, else the maker's own. */
    private static int port(JsonNode pod, Maker maker) {
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
    public byte[] read(Exporter exporter) throws IOException {
        boolean json =
                exporter.kind().equals(Exporter.PROMETHEUS) || exporter.kind().equals(Exporter.NODE_METRICS);
        Request request = Request.get(exporter.path()).within(SCRAPE);
        Response response = transport.send(json ? request : request.accepting(TEXT));
        if (!response.ok()) {
            String who = exporter.node().isEmpty() ? exporter.kind() : "the exporter of " + exporter.node();
            throw new IOException(who + " answered " + response.status());
        }
        return response.body();
    }
}
