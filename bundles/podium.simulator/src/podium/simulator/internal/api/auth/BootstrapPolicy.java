// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Lays the roles and bindings that are there from the start. What is there already is left as it is. */
public final class BootstrapPolicy {

    private static final List<ResourceType> TYPES = List.of(
            ResourceTypes.CLUSTER_ROLE,
            ResourceTypes.CLUSTER_ROLE_BINDING,
            ResourceTypes.ROLE,
            ResourceTypes.ROLE_BINDING);

    private static final List<ObjectNode> POLICY = read();

    private BootstrapPolicy() {}

    /** Those of every cluster. */
    public static void lay(ObjectStore store) {
        POLICY.forEach(object -> lay(store, object));
    }

    /** A role of somebody's own, with its binding. */
    public static void lay(ObjectStore store, Grant grant) {
        String role = grant.role().name();
        ObjectNode made = Json.object("kind", "ClusterRole");
        Json.with(made, "metadata").put("name", role);
        ArrayNode rules = made.putArray("rules");
        grant.role().rules().forEach(rule -> rules.add(rule.json()));
        lay(store, made);
        ObjectNode binding = Json.object("kind", "ClusterRoleBinding");
        Json.with(binding, "metadata").put("name", role + ":" + grant.subject());
        binding.set(
                "roleRef", Json.object("apiGroup", ResourceTypes.ROLE.group(), "kind", "ClusterRole", "name", role));
        binding.putArray("subjects")
                .add(Json.object(
                        "apiGroup",
                        ResourceTypes.ROLE.group(),
                        "kind",
                        grant.group() ? "Group" : "User",
                        "name",
                        grant.subject()));
        lay(store, binding);
    }

    private static void lay(ObjectStore store, ObjectNode object) {
        ResourceType type = TYPES.stream()
                .filter(one -> one.kind().equals(Json.text(object, "kind")))
                .findFirst()
                .orElseThrow();
        if (store.get(type, Json.namespace(object), Json.name(object)).isEmpty()) {
            store.create(type, object.deepCopy().put("apiVersion", type.apiVersion()));
        }
    }

    private static List<ObjectNode> read() {
        ObjectMapper mapper = new ObjectMapper();
        try (InputStream file =
                Objects.requireNonNull(BootstrapPolicy.class.getResourceAsStream("bootstrap-policy.txt"))) {
            Stream<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
            return Json.objects(mapper.readTree("["
                    + String.join(
                            ",", lines.filter(line -> !line.startsWith("#")).toList()) + "]"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
