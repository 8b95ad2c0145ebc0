// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.store.JsonEquality;

/**
 * The subresource that adds debug containers to a pod that runs: nothing else is written through it, and what was added stays as it
 * is. Source: kubernetes pkg/registry/core/pod/strategy.go (dropNonEphemeralContainerUpdates), pkg/apis/core/validation/validation.go
 * (validateEphemeralContainers, ValidatePodEphemeralContainersUpdate).
 */
public final class EphemeralContainers {
    private static final String LIST = "ephemeralContainers";
    private static final String PATH = "spec." + LIST;
    private static final List<String> NOT_HERE = List.of(
            "lifecycle", "livenessProbe", "readinessProbe", "startupProbe", "ports", "resources", "resizePolicy");

    private EphemeralContainers() {}

    /** Puts everything but the list back to what it was, and gives what was added its defaults. */
    public static void prepare(ObjectNode before, ObjectNode after) {
        JsonNode wanted = Json.at(after, "spec", LIST);
        JsonNode metadata = after.path("metadata");
        after.removeAll();
        after.setAll(before.deepCopy());
        ObjectNode kept = Json.with(after, "metadata");
        for (String field : List.of("resourceVersion", "uid")) {
            if (metadata.has(field)) {
                kept.set(field, metadata.get(field));
            }
        }
        ObjectNode spec = Json.with(after, "spec");
        if (wanted.isEmpty()) {
            spec.remove(LIST);
        } else {
            spec.set(LIST, wanted.deepCopy());
            Json.objects(spec.path(LIST)).forEach(PodSpecValidation::container);
        }
    }

    /** Faults of the list, and of what changed in it. */
    public static void validate(ObjectNode before, ObjectNode after, FieldErrors problems) {
        Set<String> names = new HashSet<>();
        for (String field : List.of("containers", "initContainers")) {
            Json.at(after, "spec", field).forEach(container -> names.add(Json.text(container, "name")));
        }
        Set<String> targets = Set.copyOf(names);
        JsonNode now = Json.at(after, "spec", LIST);
        for (int i = 0; i < now.size(); i++) {
            JsonNode container = now.get(i);
            String path = PATH + "[" + i + "]";
            String name = Json.text(container, "name");
            if (name.isEmpty()) {
                problems.required(path + ".name", "");
            } else if (!names.add(name)) {
                problems.duplicate(path + ".name", TextNode.valueOf(name));
            }
            if (Json.text(container, "image").isEmpty()) {
                problems.required(path + ".image", "");
            }
            String target = Json.text(container, "targetContainerName");
            if (!target.isEmpty() && !targets.contains(target)) {
                problems.notFound(path + ".targetContainerName", target);
            }
            for (String field : NOT_HERE) {
                if (!container.path(field).isEmpty()) {
                    problems.forbidden(path + "." + field, "cannot be set for an Ephemeral Container");
                }
            }
        }
        for (JsonNode old : Json.at(before, "spec", LIST)) {
            String name = Json.text(old, "name");
            JsonNode kept = named(now, name);
            if (kept.isMissingNode()) {
                problems.forbidden(PATH, "existing ephemeral containers \"" + name + "\" may not be removed\n");
            } else if (!JsonEquality.value(old, kept)) {
                problems.forbidden(PATH, "existing ephemeral containers \"" + name + "\" may not be changed\n");
            }
        }
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode container : list) {
            if (Json.text(container, "name").equals(name)) {
                return container;
            }
        }
        return MissingNode.getInstance();
    }
}
