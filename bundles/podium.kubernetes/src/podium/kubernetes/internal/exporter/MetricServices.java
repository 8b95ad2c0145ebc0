// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.exporter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.metrics.ExporterEndpoint;

/**
 * Finds the services of a cluster that answer Prometheus queries: Prometheus as its operator, its chart and
 * kube-prometheus name it, Thanos Query and VictoriaMetrics. One a namespace: the others are the same server again.
 */
final class MetricServices {
    /** What such a service is called, whole or after a release's name, the best first. */
    private static final List<String> NAMES = List.of(
            "prometheus-k8s",
            "thanos-query",
            "thanos-querier",
            "vmselect",
            "vmsingle",
            "victoria-metrics-single-server",
            "prometheus-server",
            "prometheus",
            "prometheus-operated");

    private static final List<String> PORTS = List.of("web", "http-web", "http", "http-query");
    private static final Set<String> QUERY_APPS = Set.of("prometheus", "thanos-query", "vmsingle", "vmselect");

    private MetricServices() {}

    /** The servers among these services. */
    static List<ExporterEndpoint> of(List<JsonNode> services) {
        List<ExporterEndpoint> found = new ArrayList<>();
        Set<String> namespaces = new HashSet<>();
        for (String name : NAMES) {
            for (JsonNode service : services) {
                String namespace = service.path("metadata").path("namespace").asText("");
                if (!namespaces.contains(namespace) && isNamed(service, name)) {
                    path(service).ifPresent(path -> {
                        namespaces.add(namespace);
                        found.add(new ExporterEndpoint("", ExporterEndpoint.PROMETHEUS, path));
                    });
                }
            }
        }
        return found;
    }

    private static boolean isNamed(JsonNode service, String wanted) {
        JsonNode metadata = service.path("metadata");
        String name = metadata.path("name").asText("");
        String app = metadata.path("labels").path("app.kubernetes.io/name").asText("");
        return name.equals(wanted)
                || name.endsWith("-" + wanted)
                || name.startsWith(wanted + "-") && QUERY_APPS.contains(app);
    }

    private static Optional<String> path(JsonNode service) {
        JsonNode metadata = service.path("metadata");
        Optional<JsonNode> port = Optional.empty();
        for (JsonNode candidate : service.path("spec").path("ports")) {
            boolean better = PORTS.contains(candidate.path("name").asText(""));
            if (candidate.path("port").asInt(0) > 0 && (port.isEmpty() || better)) {
                port = Optional.of(candidate);
            }
        }
        return port.map(chosen -> {
            String scheme = chosen.path("name").asText("").startsWith("https") ? "https:" : "";
            return "/api/v1/namespaces/" + metadata.path("namespace").asText() + "/services/" + scheme
                    + metadata.path("name").asText() + ":" + chosen.path("port").asInt() + "/proxy";
        });
    }
}
