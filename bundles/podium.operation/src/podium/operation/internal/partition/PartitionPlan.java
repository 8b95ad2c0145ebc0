// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.partition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.internal.drain.Cordons;
import podium.operation.partition.PartitionPreview;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanChanges;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** The steps of one re-partition. */
final class PartitionPlan {
    /** Stopping the clients of the GPUs and cutting them takes a minute or two; a reboot, where one is needed, ten. */
    private static final Duration CUT = Duration.ofMinutes(30);

    /** The device plugin starts again and counts. */
    private static final Duration COUNT = Duration.ofMinutes(5);

    /** For a pod that was bound between preview and cordon. */
    private static final Duration LATECOMERS = Duration.ofSeconds(30);

    private final PartitionPreview preview;
    private final Node node;
    private final ObjectRef ref;
    private final MigNode mig;
    private final String config;

    private final Cordons cordons;

    PartitionPlan(PartitionPreview preview, Cordons cordons) {
        this.preview = preview;
        this.cordons = cordons;
        node = preview.node();
        ref = ObjectRef.node(node.getName());
        mig = MigNode.of(node);
        config = preview.layout().config();
    }

    Plan build(boolean evict, Duration atMost) {
        List<Step> steps = new ArrayList<>();
        boolean open = !node.isUnschedulable();
        if (open) {
            steps.add(cordons.cordon(node));
        }
        clear(evict, atMost, steps);
        // First the state, so that an old success is not taken for the new one; then the label that sets the manager to
        // work.
        // Each is a write of its own: sent twice after a crash, neither undoes what the manager has reported since.
        steps.add(label(MigNode.STATE, mig.state(), "pending", Texts.of("PartitionPlan.resetTheReportedMig")));
        steps.add(new Step.Write(
                label(MigNode.CONFIG, mig.config(), config, Texts.of("PartitionPlan.askTheMigManager", config))
                        .write(),
                Optional.empty()));
        steps.add(new Step.Await(
                ref,
                new Expectation.Settles(pointer(MigNode.STATE), "success", List.of("failed")),
                CUT,
                Texts.of("PartitionPlan.waitForTheMig", node.getName())));
        new TreeMap<>(preview.offers())
                .forEach((resource, count) -> steps.add(new Step.Await(
                        ref,
                        new Expectation.FieldIs("/status/allocatable/" + Json.segment(resource), count.toString()),
                        COUNT,
                        Texts.of("PartitionPlan.waitUntilOffers", node.getName(), count, resource))));
        if (open) {
            steps.add(cordons.undo(node));
        }
        return new Plan(
                ClusterId.of(node.getCluster()),
                "partition",
                Texts.of("PartitionPlan.rePartitionTo", node.getName(), config),
                steps,
                effects(evict, open),
                List.of(
                        mig.config().isEmpty()
                                ? Texts.of("PartitionPlan.thereIsNoUndo")
                                : Texts.of("PartitionPlan.thereIsNoUndoOfConfig", mig.config())),
                PlanChanges.of(steps),
                List.of());
    }

    private void clear(boolean evict, Duration atMost, List<Step> steps) {
        List<Task> inTheWay = preview.inTheWay();
        List<String> uids = inTheWay.stream().map(Task::getUid).toList();
        String pods = Texts.of("PartitionPlan.withGpus", Counted.of(inTheWay.size(), "pod"));
        if (!inTheWay.isEmpty() && evict) {
            List<Step.Victim> victims = inTheWay.stream()
                    .map(task -> new Step.Victim(
                            ObjectRef.pod(task.getNamespace(), task.getName()),
                            task.getUid(),
                            Optional.empty(),
                            task.getController() == null))
                    .toList();
            steps.add(new Step.EvictAll(victims, atMost, Texts.of("PartitionPlan.evictFrom", pods, node.getName())));
        } else if (!inTheWay.isEmpty()) {
            steps.add(new Step.Await(
                    ref,
                    new Expectation.Ended(uids, Optional.empty()),
                    atMost,
                    Texts.of("PartitionPlan.waitForOnTo", pods, node.getName())));
        }
        List<String> staying = node.getTasks().stream()
                .map(Task::getUid)
                .filter(uid -> !uids.contains(uid))
                .toList();
        steps.add(new Step.Await(
                ref,
                new Expectation.NoOtherPods(
                        staying, Optional.ofNullable(node.getUid()).orElse("")),
                LATECOMERS,
                Texts.of("PartitionPlan.checkThatNoNew", node.getName())));
    }

    private List<String> effects(boolean evict, boolean open) {
        List<String> effects = new ArrayList<>();
        effects.add(
                open
                        ? Texts.of("PartitionPlan.isCordonedAndBack", node.getName())
                        : Texts.of("PartitionPlan.isCordonedAlreadyAnd", node.getName()));
        if (!preview.inTheWay().isEmpty()) {
            int pods = preview.inTheWay().size();
            String counted = Counted.of(pods, "pod");
            effects.add(
                    evict
                            ? pods == 1
                                    ? Texts.of("PartitionPlan.onePodIsEvicted", counted)
                                    : Texts.of("PartitionPlan.podsAreEvicted", counted)
                            : pods == 1
                                    ? Texts.of("PartitionPlan.onePodIsWaitedFor", counted)
                                    : Texts.of("PartitionPlan.podsAreWaitedFor", counted));
        }
        String layout = preview.layout().words();
        effects.add(
                mig.gpus() == 1
                        ? Texts.of("PartitionPlan.itsGpu", layout, offers())
                        : Texts.of("PartitionPlan.eachOfItsGpus", mig.gpus(), layout, offers()));
        preview.served()
                .forEach((resource, count) -> effects.add(
                        count == 1
                                ? Texts.of(
                                        "PartitionPlan.oneWaitingPodWants", Counted.of(count, "waiting pod"), resource)
                                : Texts.of(
                                        "PartitionPlan.waitingPodsWant", Counted.of(count, "waiting pod"), resource)));
        if (preview.sliced() > 0) {
            effects.add(
                    preview.sliced() == 1
                            ? Texts.of("PartitionPlan.onePodGetsSlices", Counted.of(1, "waiting pod"))
                            : Texts.of("PartitionPlan.podsGetSlices", Counted.of(preview.sliced(), "waiting pod")));
        }
        effects.add(Texts.of("PartitionPlan.ifTheMigManager"));
        return effects;
    }

    private String offers() {
        List<String> parts = new ArrayList<>();
        new TreeMap<>(preview.offers()).forEach((resource, count) -> parts.add(count + " " + resource));
        return String.join(", ", parts);
    }

    /** Empty: the label is not there. */
    private Step.Write label(String key, String before, String after, String words) {
        return new Step.Write(
                patch(key, before, after, words),
                Optional.of(patch(key, after, before, Texts.of("PartitionPlan.restore", key))));
    }

    private ApiWrite patch(String key, String before, String after, String words) {
        String tested = before.isEmpty() ? "null" : "\"" + before + "\"";
        String change = after.isEmpty()
                ? "{\"op\":\"remove\",\"path\":\"" + pointer(key) + "\"}"
                : "{\"op\":\"add\",\"path\":\"" + pointer(key) + "\",\"value\":\"" + after + "\"}";
        return new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                ref,
                "",
                "[{\"op\":\"test\",\"path\":\"" + pointer(key) + "\",\"value\":" + tested + "}," + change + "]",
                Optional.ofNullable(node.getUid()).filter(uid -> !uid.isEmpty()),
                Optional.empty(),
                words);
    }

    private static String pointer(String label) {
        return "/metadata/labels/" + Json.segment(label);
    }
}
