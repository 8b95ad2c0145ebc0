// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * The nodes to which an operation that stopped in the middle is yet to pin, as they are now: a server takes a pin that no node answers
 * to, and what is pinned waits there. Blocks.
 */
public final class PinnedNodes {
    private static final String SELECTOR = "/nodeSelector";
    /** Placements: what else writes a pin, as an undo or an edit, may mean nodes that are not there. */
    private static final Set<String> KINDS = Set.of("place", "restart");

    private PinnedNodes() {}

    /** Places that are not there any more, a sentence for each. */
    public static List<String> gone(JournaledOperation ledger, ObjectReader reader) throws IOException {
        return places(ledger, reader, List::isEmpty).entrySet().stream()
                .map(place -> Texts.of("PinnedNodes.noNodeHas", place.getValue().displayName(), place.getKey()))
                .toList();
    }

    /** Places that somebody took out of service, a sentence for each. */
    static List<String> cordoned(JournaledOperation ledger, ObjectReader reader) throws IOException {
        return places(
                        ledger,
                        reader,
                        nodes -> !nodes.isEmpty() && nodes.stream().allMatch(PinnedNodes::isCordoned))
                .entrySet()
                .stream()
                .map(place ->
                        Texts.of("PinnedNodes.isCordoned", place.getValue().displayName(), place.getKey()))
                .toList();
    }

    private static boolean isCordoned(String node) {
        return Json.read(node).at("/spec/unschedulable").asBoolean();
    }

    /** The labels of pins that are left to be written whose nodes are such, each with what is pinned there. */
    private static Map<String, ObjectRef> places(
            JournaledOperation ledger, ObjectReader reader, Predicate<List<String>> nodes) throws IOException {
        Map<String, ObjectRef> pins = new LinkedHashMap<>();
        List<Step> steps = KINDS.contains(ledger.plan().kind()) && !ledger.restoring()
                ? ledger.plan().steps()
                : List.of();
        for (int i = 0; i < steps.size(); i++) {
            List<Step.Write> parts = steps.get(i).writes();
            for (int part = 0; part < parts.size(); part++) {
                ApiWrite write = parts.get(part).write();
                if (write.verb().isPatch() && !ledger.isDone(i, JournaledOperation.part(steps.get(i), part), false)) {
                    pins.put(labels(write), write.target());
                }
            }
        }
        pins.remove("");
        Map<String, ObjectRef> found = new LinkedHashMap<>();
        for (Map.Entry<String, ObjectRef> pin : pins.entrySet()) {
            if (nodes.test(reader.list(ObjectRef.node(""), pin.getKey(), ""))) {
                found.put(pin.getKey(), pin.getValue());
            }
        }
        return found;
    }

    /** What a patch puts into node selectors, as a selector of labels; empty: nothing. */
    private static String labels(ApiWrite write) {
        Map<String, String> labels = new TreeMap<>();
        JsonNode patch = Json.read(write.body());
        patch.findValues(SELECTOR.substring(1)).forEach(selector -> put(selector, labels));
        for (JsonNode change : patch.isArray() ? patch : Json.object()) {
            String path = change.path("path").asText();
            int at = path.indexOf(SELECTOR);
            if (at >= 0 && !change.path("op").asText().equals("test")) {
                String key = path.substring(at + SELECTOR.length());
                if (key.isEmpty()) {
                    put(change.path("value"), labels);
                } else if (change.path("value").isTextual()) {
                    labels.put(
                            key.substring(1).replace("~1", "/").replace("~0", "~"),
                            change.path("value").asText());
                }
            }
        }
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }

    private static void put(JsonNode selector, Map<String, String> labels) {
        selector.properties().stream()
                .filter(entry -> entry.getValue().isTextual())
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
    }
}
