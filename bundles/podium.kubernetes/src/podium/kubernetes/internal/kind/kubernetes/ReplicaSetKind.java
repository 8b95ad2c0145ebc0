// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/** A ReplicaSet: what a Deployment owns is placed through it. */
public final class ReplicaSetKind extends NamedKind implements FixedKind, Replicated {
    private static final KindName NAME = new KindName("apps", "v1", "replicasets", "ReplicaSet");

    /** All of a namespace. */
    public static ObjectRef of(String namespace) {
        return new ObjectRef(NAME.group(), NAME.versions().getFirst(), NAME.resource(), NAME.kind(), namespace, "");
    }

    public ReplicaSetKind() {
        super(
                NAME,
                Texts.of("ReplicaSetKind.aTemplateChangeDoesNotReplace"),
                Trait.KEEPS_RUNNING,
                Trait.ADMITTED_BY_POD,
                Trait.EVICTED_SINGLY,
                Trait.REPLACES_PODS,
                Trait.UNRANKED);
    }

    @Override
    public Why why() {
        return new Why(fixed() + ".", Texts.of("ReplicaSetKind.putItUnderADeployment"));
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        int replicas = asked.job().path("spec").path("replicas").asInt(1);
        return Templates.in(asked.ref(), asked.job(), List.of(Template.at("pods", "/spec/template/spec", replicas)));
    }
}
