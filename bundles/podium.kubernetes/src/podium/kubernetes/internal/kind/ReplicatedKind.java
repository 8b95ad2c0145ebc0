// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Templates;

/** Deployment and StatefulSet. */
public final class ReplicatedKind implements RollKind {
    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet");

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("apps") && KINDS.contains(ref.kind());
    }

    @Override
    public Templates templates(Asked asked) {
        int replicas = asked.job().path("spec").path("replicas").asInt(1);
        return Templates.single(asked.ref(), asked.job(), replicas);
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return JobKind.matchLabels(owner);
    }

    @Override
    public List<String> effects(Asked asked, Templates templates, Pin pin) {
        JsonNode set = asked.job();
        String name = asked.ref().name();
        List<String> effects = new ArrayList<>();
        effects.add(
                templates.pods() == 1
                        ? "The pod of " + name + " is replaced by one on " + pin.words() + "."
                        : "All " + templates.pods() + " replicas of " + name + " are pinned to " + pin.words()
                                + " and rolled: each is replaced by a new pod there. One replica alone cannot be"
                                + " pinned.");
        if ("Recreate".equals(Trees.text(set, "/spec/strategy/type"))) {
            effects.add("Its strategy is Recreate: all replicas stop before the new ones start.");
        }
        if ("OnDelete".equals(Trees.text(set, "/spec/updateStrategy/type"))) {
            effects.add("Its update strategy is OnDelete: each pod moves only when it is deleted.");
        }
        if (set.path("spec").path("volumeClaimTemplates").size() > 0) {
            effects.add("Its volumes must be reachable from " + pin.words() + ", or the pods will wait for them.");
        }
        return effects;
    }
}
