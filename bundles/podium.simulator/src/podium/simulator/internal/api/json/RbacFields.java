// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import java.util.Map;
import podium.simulator.internal.api.json.ProtobufField.Message;
import podium.simulator.internal.api.json.ProtobufField.Messages;
import podium.simulator.internal.api.json.ProtobufField.Pairs;
import podium.simulator.internal.api.json.ProtobufField.Text;
import podium.simulator.internal.api.json.ProtobufField.Texts;

/** The fields of roles and bindings that {@code kubectl create} sends (k8s.io/api rbac/v1 generated.proto). */
final class RbacFields {
    private static final Map<Integer, ProtobufField> RULE = Map.of(
            1, new Texts("verbs"),
            2, new Texts("apiGroups"),
            3, new Texts("resources"),
            4, new Texts("resourceNames"),
            5, new Texts("nonResourceURLs"));
    private static final Map<Integer, ProtobufField> SUBJECT =
            Map.of(1, new Text("kind"), 2, new Text("apiGroup"), 3, new Text("name"), 4, new Text("namespace"));
    private static final Map<Integer, ProtobufField> GATHERED =
            Map.of(1, new Messages("clusterRoleSelectors", Map.of(1, new Pairs("matchLabels"))));

    private RbacFields() {}

    static Map<Integer, ProtobufField> role(ProtobufField metadata) {
        return Map.of(1, metadata, 2, new Messages("rules", RULE), 3, new Message("aggregationRule", GATHERED));
    }

    static Map<Integer, ProtobufField> binding(ProtobufField metadata) {
        return Map.of(
                1,
                metadata,
                2,
                new Messages("subjects", SUBJECT),
                3,
                new Message("roleRef", Map.of(1, new Text("apiGroup"), 2, new Text("kind"), 3, new Text("name"))));
    }
}
