// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.select;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import podium.simulator.store.ApiException;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Reads field selectors. Only the fields that Kubernetes has made selectable can be asked for. */
public final class FieldSelectors {

    private static final Set<String> COMMON = Set.of("metadata.name", "metadata.namespace");
    private static final Map<ResourceType, Set<String>> MORE = Map.of(
            ResourceTypes.POD,
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "spec.hostNetwork",
                    "status.phase",
                    "status.podIP",
                    "status.nominatedNodeName"),
            ResourceTypes.NODE,
            Set.of("spec.unschedulable"),
            ResourceTypes.NAMESPACE,
            Set.of("status.phase"),
            ResourceTypes.JOB,
            Set.of("status.successful"),
            ResourceTypes.REPLICA_SET,
            Set.of("status.replicas"),
            ResourceTypes.SECRET,
            Set.of("type"),
            ResourceTypes.SERVICE,
            Set.of("spec.clusterIP", "spec.type"),
            ResourceTypes.RESOURCE_SLICE,
            Set.of("spec.nodeName", "spec.driver"),
            ResourceTypes.EVENT,
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "reportingComponent",
                    "source",
                    "type"));

    private FieldSelectors() {}

    /**
     * Reads {@code a=b,c!=d}; the empty text takes all.
     *
     * @throws ApiException 400 for a field that cannot be selected
     */
    public static Predicate<ObjectNode> parse(ResourceType type, String text, String labels) {
        Predicate<ObjectNode> all = object -> true;
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                all = all.and(requirement(type, part.strip(), text, labels));
            }
        }
        return all;
    }

    private static Predicate<ObjectNode> requirement(ResourceType type, String part, String text, String labels) {
        int equals = part.indexOf('=');
        if (equals < 1) {
            throw ApiException.badRequest("invalid selector: '" + text + "'; can't understand '" + part + "'");
        }
        boolean not = part.charAt(equals - 1) == '!';
        String field = part.substring(0, not ? equals - 1 : equals).strip();
        String value = part.substring(equals + 1).replaceFirst("^=", "").strip();
        if (!COMMON.contains(field) && !MORE.getOrDefault(type, Set.of()).contains(field)) {
            throw ApiException.badRequest(unsupported(type, field, text, labels));
        }
        String[] path = field.split("\\.");
        boolean flag = field.equals("spec.unschedulable") || field.equals("spec.hostNetwork");
        return object -> read(object, path, flag).equals(value) != not;
    }

    private static String unsupported(ResourceType type, String field, String text, String labels) {
        if (!MORE.containsKey(type)) {
            return "\"" + field + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";
        }
        return "Unable to find \"" + type.apiVersion() + ", Resource=" + type.plural()
                + "\" that match label selector \"" + labels + "\", field selector \"" + text
                + "\": field label not supported: " + field;
    }

    private static String read(JsonNode object, String[] path, boolean flag) {
        JsonNode current = object;
        for (String name : path) {
            current = current.path(name);
        }
        if (current.isObject() && path.length == 1) {
            return current.path("component").asText("");
        }
        return current.asText(flag ? "false" : "");
    }
}
