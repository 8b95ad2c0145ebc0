// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.core.api.ServedResource;
import podium.core.dra.QuantityText;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.ApiPaths;
import podium.kubernetes.internal.write.Statuses;

/**
 * What metrics-server tells (metrics.k8s.io/v1beta1), summed over the containers of a pod, in the units of {@code kubectl top}
 * (kubectl pkg/metricsutil/metrics_printer.go): thousandths of a core, and mebibytes.
 */
record ResourceUsage(Transport transport) {
    private static final BigDecimal MILLI = BigDecimal.valueOf(1000);
    private static final BigDecimal MEBI = BigDecimal.valueOf(1 << 20);
    /** Of a node one, of a pod one a container; thousands of pods are some megabytes. */
    private static final int LARGEST = 64 << 20;

    Map<String, List<String>> of(ServedResource resource, String namespace) throws IOException {
        ServedResource metrics = new ServedResource(
                "metrics.k8s.io",
                "v1beta1",
                resource.resource(),
                "",
                "",
                List.of(),
                resource.namespaced(),
                resource.verbs(),
                resource.subresources());
        ApiResponse response = transport.send(
                ApiRequest.get(ApiPaths.object(metrics.in(namespace))).atMost(LARGEST));
        if (response.status() == 404 || response.status() == 503) {
            return Map.of();
        }
        if (!response.ok()) {
            throw Statuses.unread(response);
        }
        Map<String, List<String>> usage = new HashMap<>();
        for (JsonNode item : Trees.read(response.text()).path("items")) {
            JsonNode metadata = item.path("metadata");
            usage.put(
                    metadata.path("namespace").asText() + "/"
                            + metadata.path("name").asText(),
                    List.of(
                            amount(item, "cpu", MILLI, true) + "m",
                            amount(item, "memory", BigDecimal.ONE.divide(MEBI), false) + "Mi"));
        }
        return usage;
    }

    private static long amount(JsonNode item, String resource, BigDecimal unit, boolean up) {
        BigDecimal sum = quantity(item.path("usage"), resource);
        for (JsonNode container : item.path("containers")) {
            sum = sum.add(quantity(container.path("usage"), resource));
        }
        return sum.multiply(unit)
                .setScale(0, up ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .longValue();
    }

    private static BigDecimal quantity(JsonNode usage, String resource) {
        return QuantityText.parse(usage.path(resource).asText()).orElse(BigDecimal.ZERO);
    }
}
