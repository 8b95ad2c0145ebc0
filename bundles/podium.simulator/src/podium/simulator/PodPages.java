// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import podium.simulator.internal.api.stream.PodProxy;
import podium.simulator.internal.json.Json;

/**
 * What pods answer on their ports: exporters their metrics, and whoever declares a port named {@code http} a page that says who it is
 * and how it fares.
 *
 * @param others asked first
 * @param clock the time that the fleet has
 */
record PodPages(PodProxy others, Clock clock) implements PodProxy {
    @Override
    public Optional<Response> get(ObjectNode target, String port, String path) {
        Optional<Response> answer = others.get(target, port, path);
        if (answer.isPresent() || !serves(target, port)) {
            return answer;
        }
        return Optional.of(
                switch (path) {
                    case "/" -> page(200, "text/html; charset=utf-8", status(target));
                    case "/health" -> page(200, "text/plain; charset=utf-8", "");
                    default -> page(404, "application/json", "{\"detail\":\"Not Found\"}");
                });
    }

    private static Response page(int status, String type, String text) {
        return new Response(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean serves(ObjectNode pod, String port) {
        if (!Json.text(pod, "status", "phase").equals("Running")) {
            return false;
        }
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            for (JsonNode known : container.path("ports")) {
                if (Json.text(known, "name").equals("http")
                        && (port.isEmpty() || port.equals("http") || port.equals(Json.text(known, "containerPort")))) {
                    return true;
                }
            }
        }
        return false;
    }

    private String status(ObjectNode pod) {
        Duration up = Json.instant(Json.at(pod, "status"), "startTime")
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
        String name = Json.namespace(pod) + "/" + Json.name(pod);
        return "<!doctype html><html><head><title>" + name + "</title></head><body><h1>" + name + "</h1><p>"
                + Json.text(Json.at(pod, "spec", "containers").path(0), "image") + " on "
                + Json.text(pod, "spec", "nodeName") + ", up " + up.toMinutes() + " min</p></body></html>\n";
    }
}
