// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import java.util.Map;
import java.util.Optional;
import podium.kubernetes.texts.Texts;

/** Kinds that are in manifests and that Podium does not create, each with the reason and the way that works. */
final class UnsubmittableKinds {
    /**
     * Why not.
     *
     * @param reason the end of a sentence that begins with the kind
     */
    record Why(String reason, String advice) {}

    private static final Why SYSTEM = new Why(
            Texts.of("UnsubmittableKinds.changesTheClusterItself"),
            Texts.of("UnsubmittableKinds.installItWithKubectl"));

    private static final Why KUSTOMIZE = new Why(
            Texts.of("UnsubmittableKinds.describesHowToBuild"), Texts.of("UnsubmittableKinds.buildItWithKubectl"));

    private static final Map<String, Why> KINDS = Map.of(
            "/Secret",
                    new Why(
                            Texts.of("UnsubmittableKinds.isNotWrittenBy"),
                            Texts.of("UnsubmittableKinds.createItWithKubectl")),
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
