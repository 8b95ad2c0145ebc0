// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;

/**
 * A LeaderWorkerSet: leader and worker templates; a change makes a new revision, and group after group is made anew (lws
 * pkg/controllers/leaderworkerset_controller.go). Without a leader template the workers' stands for both.
 */
public final class LeaderWorkerSetKind implements RollKind {
    private static final String EXCLUSIVE = "leaderworkerset.sigs.k8s.io/exclusive-topology";
    private static final String AT = "/spec/leaderWorkerTemplate/";

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("leaderworkerset.x-k8s.io");
    }

    @Override
    public Templates templates(Asked asked) {
        return Templates.in(asked.ref(), asked.job(), list(asked.job()));
    }

    public static List<Template> list(JsonNode set) {
        JsonNode template = set.path("spec").path("leaderWorkerTemplate");
        int groups = groups(set);
        int size = Math.max(1, template.path("size").asInt(1));
        List<Template> templates = new ArrayList<>();
        if (template.path("leaderTemplate").path("spec").isObject()) {
            templates.add(Template.at("leader", AT + "leaderTemplate/spec", groups));
            templates.add(Template.at("worker", AT + "workerTemplate/spec", times(groups, size - 1)));
        } else {
            templates.add(Template.at("worker", AT + "workerTemplate/spec", times(groups, size)));
        }
        return templates;
    }

    private static int groups(JsonNode set) {
        return Math.max(0, set.path("spec").path("replicas").asInt(1));
    }

    private static int times(int one, int other) {
        return Math.clamp((long) one * other, 0, Integer.MAX_VALUE);
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "leaderworkerset.sigs.k8s.io/name=" + ref.name();
    }

    @Override
    public List<String> effects(Asked asked, Templates templates, Pin pin) throws Refusal {
        String name = asked.ref().name();
        int groups = groups(asked.job());
        String key =
                asked.job().path("metadata").path("annotations").path(EXCLUSIVE).asText();
        if (!key.isEmpty() && groups > 1 && (!pin.node().isEmpty() || pin.key().equals(key))) {
            throw new Refusal(
                    "Each of the " + groups + " groups of " + name + " wants a " + key + " of its own (" + EXCLUSIVE
                            + "): on " + pin.words() + " only one would run.",
                    "Choose a domain that holds " + groups + " of them, or take the annotation away.");
        }
        return List.of(
                (groups == 1 ? "The group of " : "All " + groups + " groups of ") + name + " (" + templates.pods()
                        + " pods) " + (groups == 1 ? "is" : "are") + " pinned to " + pin.words()
                        + " and rolled, a group at a time: its leader and workers are replaced together. One group"
                        + " alone cannot be pinned.");
    }
}
