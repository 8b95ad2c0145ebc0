// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import podium.core.operation.Plan;
import podium.core.operation.Step;
import podium.kubernetes.internal.write.Trees;

/** Deployment and StatefulSet: the pin goes into the template, so it takes all replicas there, and rolls them. */
final class ReplicatedAdapter implements Adapter {
    private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet");

    @Override
    public boolean accepts(Asked asked) {
        return asked.ref().group().equals("apps") && KINDS.contains(asked.ref().kind());
    }

    @Override
    public Plan plan(Asked asked) throws IOException, Refusal {
        JsonNode set = asked.job();
        JsonNode owner = Objects.controller(set);
        if (!owner.isMissingNode()) {
            throw new Refusal(
                    asked.ref().name() + " belongs to " + owner.path("kind").asText() + " "
                            + owner.path("name").asText() + ", which would put its template back.",
                    "Place its owner instead.");
        }
        JsonNode podSpec = set.path("spec").path("template").path("spec");
        Pin pin = Pins.template(asked.asTemplate(), podSpec, asked.objects());
        TemplatePatch patch = new TemplatePatch(asked.ref(), set, pin);
        if (patch.isThere()) {
            throw new Refusal(asked.ref().name() + " is pinned to " + pin.words() + " already.", "Nothing to do.");
        }
        int replicas = set.path("spec").path("replicas").asInt(1);
        List<Step> steps = new ArrayList<>();
        steps.add(patch.write());
        steps.addAll(Writes.run(asked.ref(), JobAdapter.selector(set), replicas, pin));
        return asked.plan(
                "Pin " + asked.ref().name() + " to " + pin.words(),
                steps,
                effects(asked, pin, replicas),
                List.of(),
                List.of(patch.change()),
                List.of(patch.undo()));
    }

    private static List<String> effects(Asked asked, Pin pin, int replicas) {
        JsonNode set = asked.job();
        String name = asked.ref().name();
        List<String> effects = new ArrayList<>();
        effects.add(
                replicas == 1
                        ? "The pod of " + name + " is replaced by one on " + pin.words() + "."
                        : "All " + replicas + " replicas of " + name + " are pinned to " + pin.words()
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
