// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.model.value.WorkKind;

/** A Deployment. */
public final class DeploymentKind implements RollKind, ScaledKind, PrioritizedKind {
    private static final KindName NAME = new KindName("apps", "v1", "deployments", "Deployment");
    private static final WorkKind WORK = new WorkKind(
            "deployments",
            List.of(
                    WorkKind.Trait.KEEPS_RUNNING,
                    WorkKind.Trait.ADMITTED_BY_POD,
                    WorkKind.Trait.EVICTED_SINGLY,
                    WorkKind.Trait.REPLACES_PODS),
            "");

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public WorkKind work(String version) {
        return WORK;
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return Replicated.shape(object);
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return JobKind.matchLabels(owner);
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        return Replicated.templates(asked);
    }

    @Override
    public List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) {
        return Replicated.effects(asked, templates, pin);
    }

    @Override
    public Replicas replicas(JsonNode owner) {
        return Replicated.replicas(owner);
    }

    @Override
    public List<String> priorityField() {
        return Replicated.PRIORITY;
    }
}
