// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.store.JsonEquality;
import podium.simulator.store.ResourceTypes;

/** What roles and their bindings demand. Source: pkg/apis/rbac/validation. */
final class RbacStrategies {

    private static final String GROUP = ResourceTypes.ROLE.group();

    /** A rule says what may be done, and with what. */
    static final KindStrategy ROLE = new KindStrategy() {
        @Override
        public void validate(ObjectNode role, FieldErrors problems) {
            JsonNode rules = role.path("rules");
            for (int i = 0; i < rules.size(); i++) {
                rule(rules.path(i), "rules[" + i + "].", Json.namespace(role).isEmpty(), problems);
            }
        }
    };

    /** A binding keeps its role. */
    static final KindStrategy BINDING = new KindStrategy() {
        @Override
        public void defaults(ObjectNode binding) {
            Json.orElse(Json.with(binding, "roleRef"), "apiGroup", GROUP);
            for (ObjectNode subject : Json.objects(binding.path("subjects"))) {
                if (!Json.text(subject, "kind").equals("ServiceAccount")) {
                    Json.orElse(subject, "apiGroup", GROUP);
                }
            }
        }

        @Override
        public void validate(ObjectNode binding, FieldErrors problems) {
            boolean everywhere = Json.namespace(binding).isEmpty();
            List<String> kinds = everywhere ? List.of("ClusterRole") : List.of("Role", "ClusterRole");
            String kind = Json.text(binding, "roleRef", "kind");
            if (!kinds.contains(kind)) {
                problems.unsupported("roleRef.kind", kind, kinds);
            }
            if (Json.text(binding, "roleRef", "name").isEmpty()) {
                problems.required("roleRef.name", "");
            }
            JsonNode subjects = binding.path("subjects");
            for (int i = 0; i < subjects.size(); i++) {
                subject(subjects.path(i), "subjects[" + i + "].", everywhere, problems);
            }
        }

        @Override
        public void validateUpdate(ObjectNode binding, ObjectNode before, FieldErrors problems) {
            if (!JsonEquality.value(binding.path("roleRef"), before.path("roleRef"))) {
                JsonNode ref = binding.path("roleRef");
                // shown as Go's decoder of the API server has it
                ObjectNode shown = Json.object(
                        "APIGroup",
                        Json.text(ref, "apiGroup"),
                        "Kind",
                        Json.text(ref, "kind"),
                        "Name",
                        Json.text(ref, "name"));
                problems.invalid("roleRef", shown, "cannot change roleRef");
            }
        }
    };

    private RbacStrategies() {}

    private static void rule(JsonNode rule, String path, boolean everywhere, FieldErrors problems) {
        if (rule.path("verbs").isEmpty()) {
            problems.required(path + "verbs", "verbs must contain at least one value");
        }
        if (!rule.path("nonResourceURLs").isEmpty()) {
            if (!everywhere) {
                problems.invalid(
                        path + "nonResourceURLs",
                        rule.path("nonResourceURLs"),
                        "namespaced rules cannot apply to non-resource URLs");
            }
            return;
        }
        if (rule.path("apiGroups").isEmpty()) {
            problems.required(path + "apiGroups", "resource rules must supply at least one api group");
        }
        if (rule.path("resources").isEmpty()) {
            problems.required(path + "resources", "resource rules must supply at least one resource");
        }
    }

    private static void subject(JsonNode subject, String path, boolean everywhere, FieldErrors problems) {
        if (Json.text(subject, "name").isEmpty()) {
            problems.required(path + "name", "");
        }
        String kind = Json.text(subject, "kind");
        if (!List.of("Group", "ServiceAccount", "User").contains(kind)) {
            problems.unsupported(path + "kind", kind, List.of("Group", "ServiceAccount", "User"));
        }
        if (everywhere
                && kind.equals("ServiceAccount")
                && Json.text(subject, "namespace").isEmpty()) {
            problems.required(path + "namespace", "");
        }
    }
}
