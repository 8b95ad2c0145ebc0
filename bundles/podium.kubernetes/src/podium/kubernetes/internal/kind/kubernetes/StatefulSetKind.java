// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.RecreateKind;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/** A StatefulSet. */
public final class StatefulSetKind extends NamedKind implements Replicated.Rolling, RecreateKind {
    public StatefulSetKind() {
        super(
                new KindName("apps", "v1", "statefulsets", "StatefulSet"),
                Trait.KEEPS_RUNNING,
                Trait.ADMITTED_BY_POD,
                Trait.EVICTED_SINGLY,
                Trait.REPLACES_PODS,
                Trait.RANKED_BY_NAME);
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

    /** kueue pkg/controller/jobs/statefulset/statefulset_webhook.go, ValidateUpdate: all of its pods are one group. */
    @Override
    public void check(JsonNode owner, int to) throws Refusal {
        String name = owner.path("metadata").path("name").asText();
        int now = owner.path("spec").path("replicas").asInt(1);
        if (!KueueGuard.isQueued(owner)) {
            return;
        } else if (now != 0 && to != 0) {
            throw new Refusal(
                    Texts.of("StatefulSetKind.isInAQueue", name), Texts.of("StatefulSetKind.scaleItToThen", to));
        } else if (now == 0 && owner.path("status").path("replicas").asInt() > 0) {
            throw new Refusal(
                    Texts.of("StatefulSetKind.isStillBeingScaled", name), Texts.of("StatefulSetKind.waitUntilItsPods"));
        }
    }

    @Override
    public boolean isOrdered() {
        return true;
    }
}
