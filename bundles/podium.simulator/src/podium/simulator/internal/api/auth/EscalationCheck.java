// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/**
 * Lets nobody give away rights that they do not have, unless they may {@code escalate} the role or {@code bind} it. Source:
 * pkg/registry/rbac, policybased storage.
 */
public final class EscalationCheck {

    private static final List<ResourceType> ROLES = List.of(ResourceTypes.ROLE, ResourceTypes.CLUSTER_ROLE);
    private static final List<ResourceType> BINDINGS =
            List.of(ResourceTypes.ROLE_BINDING, ResourceTypes.CLUSTER_ROLE_BINDING);

    private final ObjectStore store;
    private final AccessPolicy policy;

    /** A check by the roles and bindings in a store. */
    public EscalationCheck(ObjectStore store) {
        this.store = store;
        this.policy = new AccessPolicy(store);
    }

    /**
     * Looks at a role or binding that a user wants to write; other objects are let through.
     *
     * @throws ApiException 403 naming the rights that they do not have
     */
    public void check(User user, ResourceType type, ObjectNode object, JsonNode before) {
        String namespace = Json.namespace(object);
        if (ROLES.contains(type)) {
            if (!object.path("rules").equals(before.path("rules"))
                    && !may(user, "escalate", type, namespace, Json.name(object))) {
                require(user, type, object, rules(object));
            }
        } else if (BINDINGS.contains(type)) {
            RoleBinding binding = new RoleBinding(object);
            if (!may(user, "bind", binding.kind(), namespace, binding.role())) {
                require(
                        user,
                        type,
                        object,
                        binding.rules(store).orElseThrow(() -> ApiException.notFound(type, binding.role())));
            }
        }
    }

    private boolean may(User user, String verb, ResourceType role, String namespace, String name) {
        return policy.decide(user, new AccessAttributes(verb, role.group(), role.plural(), "", namespace, name))
                .allowed();
    }

    private static List<PolicyRule> rules(ObjectNode role) {
        List<PolicyRule> rules = new ArrayList<>();
        role.path("rules").forEach(rule -> rules.add(new PolicyRule(rule)));
        return rules;
    }

    private void require(User user, ResourceType type, ObjectNode object, List<PolicyRule> wanted) {
        List<PolicyRule> held = policy.rules(user, Json.namespace(object)).rules();
        Map<String, Set<String>> missing = new TreeMap<>();
        wanted.forEach(rule -> parts(rule.json())
                .forEach((words, asked) -> asked.forEach(one -> {
                    if (held.stream().noneMatch(one::allowedBy)) {
                        missing.computeIfAbsent(words, it -> new LinkedHashSet<>())
                                .add("\"" + one.verb() + "\"");
                    }
                })));
        if (!missing.isEmpty()) {
            StringBuilder why = new StringBuilder("user \"" + user.name() + "\" (groups="
                    + Json.array(user.groups()).toString().replace(",", " ")
                    + ") is attempting to grant RBAC permissions not currently held:");
            missing.forEach((words, verbs) -> why.append("\n{" + words + ", Verbs:[" + String.join(" ", verbs) + "]}"));
            throw ApiException.forbidden(type, Json.name(object), why.toString());
        }
    }

    /** What a rule allows, one by one, by the words for what it is allowed with. */
    private static Map<String, List<AccessAttributes>> parts(JsonNode rule) {
        Map<String, List<AccessAttributes>> parts = new TreeMap<>();
        for (String verb : Json.list(rule.path("verbs"))) {
            for (String url : Json.list(rule.path("nonResourceURLs"))) {
                add(parts, "NonResourceURLs:[\"" + url + "\"]", AccessAttributes.ofPath(verb, url));
            }
            for (String group : Json.list(rule.path("apiGroups"))) {
                for (String resource : Json.list(rule.path("resources"))) {
                    String words = "APIGroups:[\"" + group + "\"], Resources:[\"" + resource + "\"]";
                    if (rule.path("resourceNames").isEmpty()) {
                        add(parts, words, new AccessAttributes(verb, group, resource, "", "", ""));
                    }
                    for (String name : Json.list(rule.path("resourceNames"))) {
                        add(
                                parts,
                                words + ", ResourceNames:[\"" + name + "\"]",
                                new AccessAttributes(verb, group, resource, "", "", name));
                    }
                }
            }
        }
        return parts;
    }

    private static void add(Map<String, List<AccessAttributes>> parts, String words, AccessAttributes asked) {
        parts.computeIfAbsent(words, it -> new ArrayList<>()).add(asked);
    }
}
