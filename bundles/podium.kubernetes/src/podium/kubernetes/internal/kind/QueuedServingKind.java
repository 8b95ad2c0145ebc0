// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.kueue.Queued;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Template;

/**
 * A StatefulSet or LeaderWorkerSet in a queue of Kueue: its pods are a Kueue pod group, so Kueue's webhooks keep the nodeSelector of
 * its templates as it is (kueue pkg/controller/jobframework/validation.go, ValidateImmutablePodGroupPodSpec). A queued Deployment is
 * not held so: each of its pods is a workload of its own.
 */
public final class QueuedServingKind implements RecreateKind {
    @Override
    public boolean is(Asked asked) {
        return Queued.isQueued(asked.job())
                && (asked.ref().group().equals("leaderworkerset.x-k8s.io")
                        || asked.ref().group().equals("apps")
                                && asked.ref().kind().equals("StatefulSet"));
    }

    @Override
    public List<Template> templates(JsonNode owner) {
        return owner.path("spec").has("leaderWorkerTemplate")
                ? LeaderWorkerSetKind.list(owner)
                : List.of(Template.at(
                        "pods",
                        "/spec/template/spec",
                        owner.path("spec").path("replicas").asInt(1)));
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return ref.group().equals("apps") ? JobKind.matchLabels(owner) : new LeaderWorkerSetKind().selector(ref, owner);
    }

    @Override
    public void check(Asked asked) {
        // it serves until it is deleted: there is no end to look for
    }

    @Override
    public String why() {
        return "Kueue forbids changes of its templates";
    }
}
