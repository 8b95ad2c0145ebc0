// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.texts.Texts;

/**
 * Who holds the devices that a pod was to get on the node that it is pinned to, where kube-scheduler says that they are short there: of
 * those that hold any the ones bound last, as many as it lacks. What cannot be read at once is not told.
 */
record TakenPlace(ClusterCalls calls) {
    /** A pod that is pinned comes as far as the resources of its own node only (kubernetes noderesources/fit.go). */
    private static final Pattern SHORT = Pattern.compile("Insufficient ([^\\s,]+/[^\\s,]*[^\\s,.])");

    /** In words; empty: it has a node, or nobody has taken it. */
    String of(JsonNode pod, String node) {
        Matcher lacking = SHORT.matcher(scheduled(pod).path("message").asText());
        if (node.isEmpty() || !Json.text(pod, "/spec/nodeName").isEmpty() || !lacking.find()) {
            return "";
        }
        String resource = lacking.group(1);
        Optional<JsonNode> there = calls.glance(ObjectRef.node(node));
        List<JsonNode> holders =
                new ArrayList<>(calls.glanced(ObjectRef.pod("", ""), "", "spec.nodeName=" + node).stream()
                        .filter(one -> !Json.hasEnded(one) && asks(one, resource) > 0)
                        .sorted(Comparator.comparing((JsonNode one) -> scheduled(one)
                                        .path("lastTransitionTime")
                                        .asText())
                                .reversed())
                        .toList());
        if (there.isEmpty()) {
            return "";
        }
        long left = asks(pod, resource)
                + holders.stream().mapToLong(one -> asks(one, resource)).sum()
                - there.get().path("status").path("allocatable").path(resource).asLong();
        List<String> names = new ArrayList<>();
        for (JsonNode one : holders) {
            if (left > 0) {
                names.add(Json.text(one, "/metadata/namespace") + "/" + Json.text(one, "/metadata/name"));
                left -= asks(one, resource);
            }
        }
        return names.isEmpty() ? "" : Texts.of("TakenPlace.wasTakenBy", node, Counted.named(names, AwaitRunner.NAMED));
    }

    private static long asks(JsonNode pod, String resource) {
        long sum = 0;
        for (JsonNode container : pod.path("spec").path("containers")) {
            sum += container.path("resources").path("limits").path(resource).asLong();
        }
        return sum;
    }

    private static JsonNode scheduled(JsonNode pod) {
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if ("PodScheduled".equals(condition.path("type").asText())) {
                return condition;
            }
        }
        return Json.object();
    }
}
