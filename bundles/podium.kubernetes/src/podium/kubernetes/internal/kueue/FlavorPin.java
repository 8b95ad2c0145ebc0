// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinMark;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanReads;
import podium.kubernetes.internal.plan.Refusal;

/** A pin of what Kueue queues, where the queue has flavors on different nodes: it names the labels of the flavor as well. */
public final class FlavorPin {
    private FlavorPin() {}

    /** The pin with what it needs besides; a label that a template names itself is its author's. */
    public static Pin of(Pin pin, ResolvedRequest asked, List<JsonNode> podSpecs) throws IOException, Refusal {
        return of(pin, labels(asked), asked.job(), podSpecs);
    }

    /** The same where the labels are known. */
    public static Pin of(Pin pin, Map<String, String> labels, JsonNode owner, List<JsonNode> podSpecs) {
        Map<String, String> besides = new TreeMap<>(labels);
        besides.remove(pin.key());
        List<String> marked = PinMark.of(owner);
        besides.keySet()
                .removeIf(key -> !marked.contains(key)
                        && podSpecs.stream()
                                .anyMatch(spec -> spec.path("nodeSelector").has(key)));
        return new Pin(pin.key(), pin.value(), pin.node(), besides);
    }

    /** Pod specs with what Kueue lets them tolerate when it admits them. */
    public static List<JsonNode> tolerating(ResolvedRequest asked, List<JsonNode> podSpecs) throws IOException {
        ArrayNode granted =
                QueueFlavors.tolerations(asked.objects(), asked.ref().namespace(), asked.job());
        List<JsonNode> specs = new ArrayList<>();
        for (JsonNode spec : podSpecs) {
            JsonNode copy = spec;
            if (!granted.isEmpty() && spec instanceof ObjectNode object) {
                copy = object.deepCopy();
                ((ObjectNode) copy).withArray("/tolerations").addAll(granted);
            }
            specs.add(copy);
        }
        return specs;
    }

    /** What tells the flavor of the nodes that are asked for. */
    public static Map<String, String> labels(ResolvedRequest asked) throws IOException, Refusal {
        if (!KueueGuard.isQueued(asked.job())) {
            return Map.of();
        }
        ObjectReads objects = asked.objects();
        String label = asked.request().pinLabel();
        String value = asked.request().pinValue();
        if (value.isEmpty() && asked.asTemplate().nodes().size() != 1) {
            return Map.of();
        }
        List<JsonNode> nodes = value.isEmpty()
                ? List.of(objects.get(ObjectRef.node(asked.asTemplate().nodes().getFirst())))
                : objects.list(ObjectRef.node(""), label + "=" + value);
        return QueueFlavors.labels(objects, asked.ref().namespace(), asked.job(), nodes);
    }

    /**
     * The owner as it is while it is stopped: without the node labels that Kueue wrote into its templates when it admitted it. By that
     * its patches are made.
     */
    public static ResolvedRequest authored(ResolvedRequest asked) throws IOException {
        ObjectNode copy = asked.job().deepCopy();
        QueueMarks.selectors(
                copy,
                KueueWorkloadReader.of(asked.objects(), asked.ref(), ObjectReads.uid(asked.job()))
                        .map(KueueWorkloadReader.Found::object));
        if (asked.objects().reader() instanceof PlanReads reads) {
            reads.suppose(asked.ref(), copy);
        }
        return asked.about(asked.ref(), copy);
    }
}
