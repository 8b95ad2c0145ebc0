// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.RecreateKind;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kind.UnknownText;
import podium.kubernetes.internal.kind.kubernetes.Replicated;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/**
 * A LeaderWorkerSet: leader and worker templates; a change makes a new revision, and group after group is made anew (lws
 * pkg/controllers/leaderworkerset_controller.go). Without a leader template the workers' stands for both.
 */
public final class LeaderWorkerSetKind extends NamedKind implements RollKind, RecreateKind, ScaledKind {
    private static final String EXCLUSIVE = "leaderworkerset.sigs.k8s.io/exclusive-topology";
    /** On each pod its number in its group, of the leader 0 (lws api/leaderworkerset/v1/leaderworkerset_types.go, WorkerIndexLabelKey). */
    private static final String WORKER = "leaderworkerset.sigs.k8s.io/worker-index";

    private static final String AT = "/spec/leaderWorkerTemplate/";

    public LeaderWorkerSetKind() {
        super(
                new KindName("leaderworkerset.x-k8s.io", "v1", "leaderworkersets", "LeaderWorkerSet"),
                Trait.KEEPS_RUNNING,
                Trait.ADMITTED_BY_POD);
    }

    /** Each replica is a group of spec.leaderWorkerTemplate.size pods that live together. */
    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree template = object.at("spec", "leaderWorkerTemplate");
        int size = template.number("size", 1);
        int groups = object.at("spec").number("replicas", 1);
        JsonTree worker = template.at("workerTemplate");
        JsonTree leader = template.at("leaderTemplate").exists() ? template.at("leaderTemplate") : worker;
        return new WorkloadShape(
                false,
                WorkloadShape.times(groups, size),
                size > 1 ? OptionalInt.of(size) : OptionalInt.empty(),
                worker,
                "",
                List.of(
                        new Group("leader", groups, leader, Map.of(WORKER, "0")),
                        new Group("worker", WorkloadShape.times(groups, size - 1), worker, Map.of())));
    }

    /** lws pkg/controllers/pod_controller.go: it never fails; by default the group of a lost pod is made anew. */
    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        String policy = object.at("spec", "leaderWorkerTemplate").text("restartPolicy");
        return Optional.of(
                switch (policy) {
                    case "None", "Default" -> UncountedLossRule.REPLACES;
                    case "", "RecreateGroupOnPodRestart", "RecreateGroupAfterStart" ->
                        new UncountedLossRule(
                                PodLossOutcome.RESTARTS, Texts.of("LeaderWorkerSetKind.restartpolicyTheWholeGroup"));
                    default ->
                        new UncountedLossRule(
                                PodLossOutcome.MAY_END,
                                UnknownText.of(Texts.of("LeaderWorkerSetKind.subjectIt"), "restartPolicy", policy));
                });
    }

    /** lws pkg/controllers/leaderworkerset_controller.go, setCondition: Available keeps "All replicas are ready" when it is false. */
    @Override
    public boolean saysWhyNot() {
        return false;
    }

    @Override
    public Optional<String> whyRecreated(JsonNode owner) {
        return Replicated.whyRecreated(owner);
    }

    @Override
    public void checkRecreated(ResolvedRequest asked) {
        // it serves until it is deleted: there is no end to look for
    }

    @Override
    public Replicas replicas(JsonNode owner) {
        return Replicas.at(owner, List.of("spec", "replicas"), Replicas.Unit.GROUP, "/status/replicas")
                .of(owner.path("spec").path("leaderWorkerTemplate").path("size").asInt(1));
    }

    /** kueue pkg/controller/jobs/leaderworkerset/leaderworkerset_webhook.go, ValidateUpdate: also while it has no group. */
    @Override
    public boolean keepsQueue() {
        return true;
    }

    /** Its leaders are those of a StatefulSet (lws pkg/controllers/leaderworkerset_controller.go). */
    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        return Templates.in(asked.ref(), asked.job(), list(asked.job()));
    }

    @Override
    public List<Template> list(JsonNode set) {
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

    /** lws api/leaderworkerset/v1/leaderworkerset_types.go: groups below the partition are not updated. */
    @Override
    public int kept(JsonNode owner) {
        int below = owner.path("spec")
                .at("/rolloutStrategy/rollingUpdateConfiguration/partition")
                .asInt();
        int size = owner.path("spec").path("leaderWorkerTemplate").path("size").asInt(1);
        return times(Math.min(below, groups(owner)), Math.max(1, size));
    }

    @Override
    public List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) throws Refusal {
        String name = asked.ref().name();
        int groups = groups(asked.job());
        String key =
                asked.job().path("metadata").path("annotations").path(EXCLUSIVE).asText();
        if (!key.isEmpty() && groups > 1 && (!pin.node().isEmpty() || pin.key().equals(key))) {
            throw new Refusal(
                    Texts.of(
                            "LeaderWorkerSetKind.eachOfTheGroups",
                            Counted.of(groups, "group"),
                            name,
                            key,
                            EXCLUSIVE,
                            pin.words()),
                    Texts.of("LeaderWorkerSetKind.chooseADomainThatHolds", groups));
        }
        int kept = kept(asked.job());
        List<String> effects = new ArrayList<>();
        String pods = Counted.of(templates.pods(), "pod");
        effects.add(
                groups == 1
                        ? Texts.of("LeaderWorkerSetKind.theGroupIsPinned", name, pods, pin.words())
                        : Texts.of(
                                "LeaderWorkerSetKind.allGroupsArePinned",
                                Counted.allAtStart(groups, "group"),
                                name,
                                pods,
                                pin.words()));
        if (kept > 0) {
            effects.add(Texts.of("LeaderWorkerSetKind.itsPartitionLeavesOfThesePods", kept));
        }
        return effects;
    }
}
