// SPDX-License-Identifier: Apache-2.0
package podium.operation.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.NaturalOrder;
import podium.operation.access.BoundSubject.Kind;
import podium.operation.texts.Texts;

/**
 * Whom the role bindings of a cluster name, without the cluster's own components.
 *
 * @param subjects by kind, then by name
 * @param whole false: the bindings of one sort may not be read, and others may be named there
 * @param served false: the server knows no role bindings at all
 */
public record RoleBindings(List<BoundSubject> subjects, boolean whole, boolean served) {
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final ObjectRef CLUSTER_WIDE =
            new ObjectRef(GROUP, "v1", "clusterrolebindings", "ClusterRoleBinding", "", "");
    private static final ObjectRef NAMESPACED = new ObjectRef(GROUP, "v1", "rolebindings", "RoleBinding", "", "");
    private static final String SYSTEM = "system:";
    private static final String ACCOUNT = "system:serviceaccount:";

    private record Named(Kind kind, String name) {}

    public RoleBindings {
        subjects = List.copyOf(subjects);
    }

    /**
     * Reads them. Blocks.
     *
     * @throws IOException when none of them may be read, or the server does not answer
     */
    public static RoleBindings of(ObjectReader reader) throws IOException {
        NaturalOrder natural = new NaturalOrder();
        Map<Named, Set<String>> roles =
                new TreeMap<>(Comparator.comparing(Named::kind).thenComparing(Named::name, natural));
        List<IOException> refused = new ArrayList<>();
        for (ObjectRef sort : List.of(CLUSTER_WIDE, NAMESPACED)) {
            try {
                reader.list(sort, "", "").forEach(binding -> add(Json.read(binding), roles));
            } catch (IOException e) {
                refused.add(e);
            }
        }
        if (refused.size() == 2) {
            throw refused.getFirst();
        }
        return new RoleBindings(
                roles.entrySet().stream()
                        .map(entry -> new BoundSubject(
                                entry.getKey().kind(),
                                entry.getKey().name(),
                                entry.getValue().stream().sorted(natural).toList()))
                        .toList(),
                refused.isEmpty(),
                !roles.isEmpty() || !refused.isEmpty() || reader.serves(CLUSTER_WIDE) || reader.serves(NAMESPACED));
    }

    private static void add(JsonNode binding, Map<Named, Set<String>> roles) {
        String role = Json.text(binding, "/roleRef/name");
        String namespace = Json.text(binding, "/metadata/namespace");
        String words = namespace.isEmpty() ? role : Texts.of("RoleBindings.roleInNamespace", role, namespace);
        for (JsonNode subject : binding.path("subjects")) {
            named(subject, namespace).ifPresent(named -> roles.computeIfAbsent(named, _ -> new LinkedHashSet<>())
                    .add(words));
        }
    }

    private static Optional<Named> named(JsonNode subject, String namespace) {
        String name = Json.text(subject, "/name");
        return switch (Json.text(subject, "/kind")) {
            case "User" -> person(Kind.USER, name);
            case "Group" -> person(Kind.GROUP, name);
            case "ServiceAccount" -> {
                String of = Json.text(subject, "/namespace");
                String in = of.isEmpty() ? namespace : of;
                yield in.startsWith("kube-")
                        ? Optional.empty()
                        : Optional.of(new Named(Kind.SERVICE_ACCOUNT, ACCOUNT + in + ":" + name));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Named> person(Kind kind, String name) {
        boolean component = name.startsWith(SYSTEM) && !name.startsWith(ACCOUNT);
        return name.isEmpty() || component ? Optional.empty() : Optional.of(new Named(kind, name));
    }
}
