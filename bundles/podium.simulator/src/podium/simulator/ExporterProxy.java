// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import podium.simulator.internal.api.stream.PodProxy;
import podium.simulator.internal.gpu.Exporters;
import podium.simulator.internal.json.Json;

/** Lets the exporter pods answer through the API server's proxy. */
final class ExporterProxy implements PodProxy {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Exporters exporters;

    ExporterProxy(Exporters exporters) {
        this.exporters = exporters;
    }

    @Override
    public Optional<Response> get(ObjectNode target, String port, String path) {
        if (!Json.text(target, "kind").equals("Pod")) {
            return Optional.empty();
        }
        Optional<String> text = exporters.metrics(target, port);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                path.equals("/metrics")
                        ? new Response(200, TEXT, text.get().getBytes(StandardCharsets.UTF_8))
                        : new Response(
                                404,
                                "text/plain; charset=utf-8",
                                "404 page not found\n".getBytes(StandardCharsets.UTF_8)));
    }
}
