// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.PlacementCompiler;

/** Finds what to pin on, and whether a pod pinned there could be scheduled: a pin that waits for ever helps nobody. */
public final class PinResolver {
    private PinResolver() {}

    /** The pin of templates: one node whose taints all of them tolerate, or one domain by its label. */
    public static Pin templates(PlacementCompiler.Request request, List<JsonNode> podSpecs, ObjectReads objects)
            throws IOException, Refusal {
        if (!request.pinValue().isEmpty()) {
            return new Pin(request.pinLabel(), request.pinValue(), "");
        }
        if (request.nodes().size() != 1) {
            throw new Refusal(
                    Texts.of(
                            "PinResolver.aTemplateCanBePinned",
                            Counted.of(request.nodes().size(), "node")),
                    Texts.of("PinResolver.chooseOneNodeOrTheDomain"));
        }
        Pin pin = node(request.nodes().getFirst(), admitted(podSpecs.getFirst()), objects);
        for (JsonNode podSpec : podSpecs.subList(1, podSpecs.size())) {
            node(request.nodes().getFirst(), admitted(podSpec), objects);
        }
        return pin;
    }

    /**
     * A template with what the server may add to its pods: tolerations for the extended resources that they ask for (admission plugin
     * ExtendedResourceToleration). Whether it does is told by the verdict of the node.
     */
    private static JsonNode admitted(JsonNode template) {
        ObjectNode copy = template.deepCopy();
        for (String kind : List.of("containers", "initContainers")) {
            for (JsonNode container : template.path(kind)) {
                for (String part : List.of("requests", "limits")) {
                    container.path("resources").path(part).fieldNames().forEachRemaining(resource -> {
                        if (resource.contains("/") && !resource.contains("kubernetes.io/")) {
                            copy.withArray("/tolerations")
                                    .addObject()
                                    .put("key", resource)
                                    .put("operator", "Exists")
                                    .put("effect", "NoSchedule");
                        }
                    });
                }
            }
        }
        return copy;
    }

    /** The pin of one node, whose taints the pod tolerates. */
    public static Pin node(String name, JsonNode podSpec, ObjectReads objects) throws IOException, Refusal {
        JsonNode node = objects.get(ObjectRef.node(name));
        String value = node.path("metadata").path("labels").path(Pin.HOSTNAME).asText();
        if (value.isEmpty()) {
            throw new Refusal(
                    Texts.of("PinResolver.nodeHasNoLabel", name, Pin.HOSTNAME),
                    Texts.of("PinResolver.labelTheNodeOrChoose"));
        }
        List<String> sharing = sharing(name, value, objects);
        if (!sharing.isEmpty()) {
            throw new Refusal(
                    Texts.of("PinResolver.sharesItsLabel", name, Pin.HOSTNAME + "=" + value, Counted.named(sharing, 3)),
                    Texts.of("PinResolver.giveTheNodeItsOwn", name));
        }
        if (node.path("spec").path("unschedulable").asBoolean() && untolerated(unschedulable(), podSpec)) {
            throw new Refusal(
                    Texts.of("PinResolver.nodeIsCordonedWhatIsPinned", name),
                    Texts.of("PinResolver.uncordonItFirstOrChoose"));
        }
        List<String> taints = new ArrayList<>();
        for (JsonNode taint : node.path("spec").path("taints")) {
            if (!"PreferNoSchedule".equals(taint.path("effect").asText()) && untolerated(taint, podSpec)) {
                taints.add(words(taint));
            }
        }
        if (!taints.isEmpty()) {
            throw new Refusal(
                    Texts.of("PinResolver.nodeIsTaintedWhichTheJob", name, String.join(", ", taints)),
                    Texts.of("PinResolver.addTheTolerationToTheJob"));
        }
        return new Pin(Pin.HOSTNAME, value, name);
    }

    /** Other nodes with the same host name, as where it was copied with an image. Who may not list nodes is told of none. */
    private static List<String> sharing(String name, String value, ObjectReads objects) throws IOException {
        try {
            return objects.list(ObjectRef.node(""), Pin.HOSTNAME + "=" + value).stream()
                    .filter(one -> value.equals(one.path("metadata")
                            .path("labels")
                            .path(Pin.HOSTNAME)
                            .asText()))
                    .map(one -> Trees.text(one, "/metadata/name"))
                    .filter(other -> !other.equals(name))
                    .toList();
        } catch (ReadRefused refused) {
            return List.of();
        }
    }

    private static JsonNode unschedulable() {
        return Trees.object().put("key", "node.kubernetes.io/unschedulable").put("effect", "NoSchedule");
    }

    /** Rules of core/v1 Toleration: an empty key with Exists tolerates all, an empty effect every effect. */
    private static boolean untolerated(JsonNode taint, JsonNode podSpec) {
        for (JsonNode toleration : podSpec.path("tolerations")) {
            String key = toleration.path("key").asText();
            String effect = toleration.path("effect").asText();
            boolean exists = "Exists".equals(toleration.path("operator").asText());
            boolean keyFits =
                    key.isEmpty() ? exists : key.equals(taint.path("key").asText());
            boolean valueFits = exists
                    || toleration
                            .path("value")
                            .asText()
                            .equals(taint.path("value").asText());
            boolean effectFits =
                    effect.isEmpty() || effect.equals(taint.path("effect").asText());
            if (keyFits && valueFits && effectFits) {
                return false;
            }
        }
        return true;
    }

    private static String words(JsonNode taint) {
        String value = taint.path("value").asText();
        return taint.path("key").asText() + (value.isEmpty() ? "" : "=" + value) + ":"
                + taint.path("effect").asText();
    }
}
