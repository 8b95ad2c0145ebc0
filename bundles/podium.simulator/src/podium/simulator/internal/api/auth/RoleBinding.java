// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/**
 * A RoleBinding, or a ClusterRoleBinding, which has no namespace.
 *
 * @param json the object
 */
record RoleBinding(ObjectNode json) {

    /** As whom it names a user: by name, by a group, or as a service account; empty if it does not. */
    Optional<JsonNode> subject(User user) {
        return StreamSupport.stream(json.path("subjects").spliterator(), false)
                .filter(subject -> names(subject, user))
                .findFirst();
    }

    private boolean names(JsonNode subject, User user) {
        String name = Json.text(subject, "name");
        return switch (Json.text(subject, "kind")) {
            case "User" -> user.name().equals(name);
            case "Group" -> user.groups().contains(name);
            case "ServiceAccount" -> user.name().equals("system:serviceaccount:" + namespace(subject) + ":" + name);
            default -> false;
        };
    }

    private String namespace(JsonNode subject) {
        return subject.path("namespace").asText(Json.namespace(json));
    }

    String role() {
        return Json.text(json, "roleRef", "name");
    }

    ResourceType kind() {
        return Json.text(json, "roleRef", "kind").equals("ClusterRole")
                ? ResourceTypes.CLUSTER_ROLE
                : ResourceTypes.ROLE;
    }

    /** The rules of its role; empty if there is no such role. */
    Optional<List<PolicyRule>> rules(ObjectStore store) {
        String namespace = kind().namespaced() ? Json.namespace(json) : "";
        return store.get(kind(), namespace, role())
                .map(found -> StreamSupport.stream(found.path("rules").spliterator(), false)
                        .map(PolicyRule::new)
                        .toList());
    }

    /** That its role is not there. */
    String missing() {
        return kind().singular() + "." + kind().group() + " \"" + role() + "\" not found";
    }

    /** Why a subject is allowed something. */
    String reason(JsonNode subject) {
        String namespace = Json.namespace(json);
        String account = Json.text(subject, "kind").equals("ServiceAccount") ? "/" + namespace(subject) : "";
        return "RBAC: allowed by " + (namespace.isEmpty() ? "ClusterRoleBinding" : "RoleBinding") + " \""
                + Json.name(json) + (namespace.isEmpty() ? "" : "/" + namespace) + "\" of " + kind().kind() + " \""
                + role() + "\" to " + Json.text(subject, "kind") + " \"" + Json.text(subject, "name") + account + "\"";
    }
}
