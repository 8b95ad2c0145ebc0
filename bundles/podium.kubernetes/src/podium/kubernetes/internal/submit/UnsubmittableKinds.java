// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import podium.kubernetes.texts.Texts;

/** Kinds that are in manifests and that Podium does not create, each with the reason and the way that works. */
final class UnsubmittableKinds {
    /**
     * Why not.
     *
     * @param reason the sentence, with the kind
     */
    record Why(UnaryOperator<String> reason, String advice) {}

    private static final Why SYSTEM = new Why(
            kind -> Texts.of("UnsubmittableKinds.changesTheClusterItself", kind),
            Texts.of("UnsubmittableKinds.installItWithKubectl"));

    private static final Why KUSTOMIZE = new Why(
            kind -> Texts.of("UnsubmittableKinds.describesHowToBuild", kind),
            Texts.of("UnsubmittableKinds.buildItWithKubectl"));

    private static final Map<String, Why> KINDS = Map.of(
            "/Secret",
                    new Why(
                            kind -> Texts.of("UnsubmittableKinds.isNotWrittenBy", kind),
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
