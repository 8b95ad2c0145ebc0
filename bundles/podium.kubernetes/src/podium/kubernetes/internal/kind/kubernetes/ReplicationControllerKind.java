// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import java.util.List;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.model.value.WorkKind.Trait;

/** A ReplicationController: what came before ReplicaSets. */
public final class ReplicationControllerKind extends NamedKind implements TemplatedKind {
    public ReplicationControllerKind() {
        super(new KindName("", "v1", "replicationcontrollers", "ReplicationController"), Trait.REPLACES_PODS);
    }

    @Override
    public boolean isMirrored() {
        return false;
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        int replicas = asked.job().path("spec").path("replicas").asInt(1);
        return Templates.in(asked.ref(), asked.job(), List.of(Template.at("pods", "/spec/template/spec", replicas)));
    }
}
