// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import java.util.Map;
import java.util.Optional;

/** Kinds that are in manifests and that Podium does not create, each with the reason and the way that works. */
final class UnsubmittableKinds {
    /**
     * Why not.
     *
     * @param reason the end of a sentence that begins with the kind
     */
    record Why(String reason, String advice) {}

    private static final Why SYSTEM = new Why(
            "changes the cluster itself, and Podium submits jobs and what belongs to them.",
            "Install it with kubectl, then submit the rest.");

    private static final Why KUSTOMIZE = new Why(
            "describes how to build manifests and is not one itself.",
            "Build it with kubectl kustomize and submit what comes out.");

    private static final Map<String, Why> KINDS = Map.of(
            "/Secret",
                    new Why(
                            "is not written by Podium: its body would stay in the journal on this machine.",
                            "Create it with kubectl and take it out of the manifest; jobs may refer to it."),
            "/Node", SYSTEM,
            "apiextensions.k8s.io/CustomResourceDefinition", SYSTEM,
            "apiregistration.k8s.io/APIService", SYSTEM,
            "admissionregistration.k8s.io/MutatingWebhookConfiguration", SYSTEM,
            "admissionregistration.k8s.io/ValidatingWebhookConfiguration", SYSTEM,
            "admissionregistration.k8s.io/ValidatingAdmissionPolicy", SYSTEM,
            "kustomize.config.k8s.io/Kustomization", KUSTOMIZE,
            "kustomize.config.k8s.io/Component", KUSTOMIZE);

    private UnsubmittableKinds() {}

    /** Why a kind is not created; empty: it is. */
    static Optional<Why> why(String group, String kind) {
        return Optional.ofNullable(KINDS.get(group + "/" + kind));
    }
}
