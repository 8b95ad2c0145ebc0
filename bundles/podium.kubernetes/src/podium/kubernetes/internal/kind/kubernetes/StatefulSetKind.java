// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.RecreateKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.model.value.WorkKind;

/** A StatefulSet. */
public final class StatefulSetKind implements Replicated.Rolling, RecreateKind {
    private static final KindName NAME = new KindName("apps", "v1", "statefulsets", "StatefulSet");
    private static final WorkKind WORK = new WorkKind(
            "statefulsets",
            List.of(
                    WorkKind.Trait.KEEPS_RUNNING,
                    WorkKind.Trait.ADMITTED_BY_POD,
                    WorkKind.Trait.EVICTED_SINGLY,
                    WorkKind.Trait.REPLACES_PODS,
                    WorkKind.Trait.RANKED_BY_NAME),
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
    public Optional<String> whyRecreated(JsonNode owner) {
        return Replicated.whyRecreated(owner);
    }

    @Override
    public List<Template> list(JsonNode owner) {
        int replicas = owner.path("spec").path("replicas").asInt(1);
        return List.of(Template.at("pods", "/spec/template/spec", replicas));
    }

    @Override
    public void checkRecreated(ResolvedRequest asked) {
        // it serves until it is deleted: there is no end to look for
    }

    @Override
    public boolean isOrdered() {
        return true;
    }
}
