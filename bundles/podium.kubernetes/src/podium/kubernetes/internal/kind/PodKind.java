// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.model.value.WorkKind;

/** A pod that nothing owns. */
public final class PodKind implements TemplatedKind {
    private static final KindName NAME = new KindName("", "v1", "pods", "Pod");
    private static final WorkKind WORK = WorkKind.POD;

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public WorkKind work(String version) {
        return WORK;
    }

    @Override
    public boolean isMirrored() {
        return false;
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return WorkloadShape.plain(false, 1, object.at("spec", "template"));
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.empty();
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "";
    }

    @Override
    public Templates templates(Asked asked) {
        return Templates.in(asked.ref(), asked.job(), List.of(Template.at("pod", "/spec", 1)));
    }
}
