// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * The pods that an operation pinned and released from their gate. What takes that back ends them, or stops what they belong to, and the
 * new ones come from their template: no write says so.
 */
final class ReleasedPods {
    private static final String GATES = "/spec/schedulingGates/";

    private final Map<ObjectRef, String> gates = new LinkedHashMap<>();
    private final Map<ObjectRef, String> uids = new LinkedHashMap<>();
    private final Plan done;

    /** @param back the steps that take the operation back; pods that they create themselves are not meant */
    ReleasedPods(Plan done, List<Step> back) {
        this.done = done;
        List<ApiWrite> writes = writes(back);
        Set<ObjectRef> created = writes.stream()
                .filter(write -> write.verb() == ApiWrite.Verb.CREATE)
                .map(ApiWrite::target)
                .collect(Collectors.toSet());
        Set<ObjectRef> deleted = writes.stream()
                .filter(write -> write.verb() == ApiWrite.Verb.DELETE)
                .map(ApiWrite::target)
                .collect(Collectors.toSet());
        boolean stops = writes.stream()
                .anyMatch(write -> write.verb().isPatch() && !write.target().isPod());
        for (ApiWrite write : writes(done.steps())) {
            String gate = released(write);
            if (!gate.isEmpty() && !created.contains(write.target()) && (stops || deleted.contains(write.target()))) {
                gates.put(write.target(), gate);
                uids.put(write.target(), write.uid().orElse(""));
            }
        }
    }

    private static List<ApiWrite> writes(List<Step> steps) {
        return Step.writes(steps).toList();
    }

    /** The gate that a write takes from a pod; empty: it takes none. */
    private static String released(ApiWrite write) {
        if (!write.target().isPod() || write.verb() != ApiWrite.Verb.JSON_PATCH) {
            return "";
        }
        Map<String, String> tested = new HashMap<>();
        String gate = "";
        for (JsonNode operation : Json.read(write.body())) {
            String path = Json.text(operation, "/path");
            if (path.startsWith(GATES) && Json.text(operation, "/op").equals("test")) {
                tested.put(path, Json.text(operation, "/value/name"));
            } else if (path.startsWith(GATES) && Json.text(operation, "/op").equals("remove")) {
                gate = tested.getOrDefault(path, "");
            }
        }
        return gate;
    }

    /** Whether the new ones come held, as far as this object tells: one with a template that has the gate no more makes them free. */
    boolean areHeldBy(JsonNode object) {
        JsonNode spec = object.path("spec");
        return spec.findValue("containers") == null
                || spec.findValues("schedulingGates").stream()
                        .flatMap(list -> list.findValuesAsText("name").stream())
                        .anyMatch(gates::containsValue);
    }

    /** Whether there were some, and each is gone or another one by now. */
    boolean areGone(ObjectReader reader) throws IOException {
        for (Map.Entry<ObjectRef, String> pod : uids.entrySet()) {
            Optional<JsonNode> now = reader.read(pod.getKey()).map(Json::read);
            if (now.filter(it -> pod.getValue().isEmpty() || pod.getValue().equals(Json.uid(it)))
                    .isPresent()) {
                return false;
            }
        }
        return !uids.isEmpty();
    }

    /** True for a pod that is made anew with its gate. */
    boolean has(String object) {
        return gates.keySet().stream().anyMatch(pod -> pod.displayName().equals(object));
    }

    /** What becomes of them, a sentence at most. */
    List<String> words() {
        if (gates.isEmpty()) {
            return List.of();
        }
        String names = gates.values().stream().distinct().collect(Collectors.joining(", "));
        return List.of(
                gates.size() == 1
                        ? Texts.of("ReleasedPods.aNewPodComes", names)
                        : Texts.of("ReleasedPods.newPodsCome", names));
    }

    /** What differs between them and those that come in their place. */
    List<ObjectChange> changes() {
        return done.changes().stream()
                .filter(change -> has(change.object()))
                .map(change -> new ObjectChange(
                        Texts.of("ReleasedPods.madeAnew", change.object()), change.after(), change.before()))
                .toList();
    }
}
