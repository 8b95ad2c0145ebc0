// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.kubernetes.texts.Texts;

/** Who else writes an object: GitOps tools and Helm, who will put back what Podium changes. */
public final class FieldOwners {
    private static final Map<String, String> MARKS = Map.of(
            "argocd.argoproj.io/tracking-id", "Argo CD",
            "argocd.argoproj.io/instance", "Argo CD",
            "kustomize.toolkit.fluxcd.io/name", "Flux",
            "helm.toolkit.fluxcd.io/name", "Flux",
            "meta.helm.sh/release-name", "Helm");
    private static final Map<String, String> MANAGERS = Map.of(
            "argocd-controller", "Argo CD",
            "argocd-application-controller", "Argo CD",
            "kustomize-controller", "Flux",
            "helm-controller", "Flux",
            "helm", "Helm");

    private FieldOwners() {}

    /** The warning to show; empty when nobody else is known to write it. */
    public static Optional<String> warning(JsonNode object) {
        List<String> who = new ArrayList<>();
        JsonNode metadata = object.path("metadata");
        MARKS.forEach((key, tool) -> {
            if (metadata.path("annotations").has(key) || metadata.path("labels").has(key)) {
                who.add(tool);
            }
        });
        metadata.path("managedFields").forEach(entry -> Optional.ofNullable(
                        MANAGERS.get(entry.path("manager").asText()))
                .ifPresent(who::add));
        String managedBy =
                metadata.path("labels").path("app.kubernetes.io/managed-by").asText();
        if (!managedBy.isEmpty() && who.isEmpty()) {
            who.add(managedBy);
        }
        return who.stream()
                .sorted()
                .distinct()
                .reduce((a, b) -> Texts.of("FieldOwners.pair", a, b))
                .map(tools -> Texts.of("FieldOwners.managedByWhichMayPut", tools));
    }
}
