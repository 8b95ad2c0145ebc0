// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.Refusal;

/** Who else writes an object: GitOps tools and Helm, who will put back what Podium changes. */
public final class Owners {
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

    /**
     * Owners that make an object once and leave its template alone: CronJob, Katib's Trial (katib
     * pkg/controller.v1beta1/trial/trial_controller.go, reconcileJob), a step of an Argo Workflow (action create).
     */
    private static final Set<String> MAKERS = Set.of("CronJob", "Trial", "Workflow");

    private Owners() {}

    /** Refuses an object that another one owns: the owner has the template. */
    public static void none(Asked asked) throws Refusal {
        JsonNode owner = Objects.controller(asked.job());
        if (!owner.isMissingNode() && !MAKERS.contains(owner.path("kind").asText())) {
            throw new Refusal(
                    asked.ref().name() + " belongs to " + owner.path("kind").asText() + " "
                            + owner.path("name").asText() + ", which would put its template back.",
                    "Place its owner instead.");
        }
    }

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
                .reduce((a, b) -> a + " and " + b)
                .map(tools -> "Managed by " + tools
                        + ", which may put this change back: change it at its source as well" + " (Copy as patch).");
    }
}
