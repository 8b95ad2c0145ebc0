// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Makes the writes and waits that plans are built of. */
public final class PlanSteps {
    /** How long a controller may take to do its part. */
    public static final Duration CONTROLLER = Duration.ofMinutes(5);
    /** How long a placed pod may take to run: images are large. */
    public static final Duration START = Duration.ofMinutes(15);

    private PlanSteps() {}

    /** Creates an object that did not exist, with a mark by which it is known for the one that was sent. */
    public static ApiWrite create(ObjectRef ref, JsonNode body, String words) {
        ObjectNode marked = body.deepCopy();
        marked.withObject("/metadata/annotations")
                .put(CreationMark.KEY, UUID.randomUUID().toString());
        return new ApiWrite(
                ApiWrite.Verb.CREATE, ref, "", Trees.write(marked), Optional.empty(), Optional.empty(), words);
    }

    /** Deletes by uid, with what belongs to it, giving pods their own grace period. Empty uid: the engine fills it in. */
    public static ApiWrite delete(ObjectRef ref, String uid, String words) {
        return new ApiWrite(
                ApiWrite.Verb.DELETE,
                ref,
                "",
                "{\"propagationPolicy\":\"Background\"}",
                uid.isEmpty() ? Optional.empty() : Optional.of(uid),
                Optional.empty(),
                words);
    }

    /** The same, gone only when all that it owns is gone. */
    public static ApiWrite deleteAll(ObjectRef ref, String uid, String words) {
        return new ApiWrite(
                ApiWrite.Verb.DELETE,
                ref,
                "",
                "{\"propagationPolicy\":\"Foreground\"}",
                uid.isEmpty() ? Optional.empty() : Optional.of(uid),
                Optional.empty(),
                words);
    }

    public static ApiWrite merge(
            ObjectRef ref, String uid, Optional<String> resourceVersion, JsonNode patch, String words) {
        return new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH, ref, "", Trees.write(patch), Optional.of(uid), resourceVersion, words);
    }

    public static ApiWrite patch(ObjectRef ref, String uid, JsonNode operations, String words) {
        return new ApiWrite(
                ApiWrite.Verb.JSON_PATCH, ref, "", Trees.write(operations), Optional.of(uid), Optional.empty(), words);
    }

    /**
     * A plan of one write, and of what is waited for after it; the inverse of the write takes it back. Its changes are filled in from
     * its writes when it is handed out.
     */
    public static Plan plan(
            ClusterId cluster,
            String kind,
            String title,
            Step.Write write,
            List<Step> waits,
            List<String> effects,
            List<String> irreversible) {
        List<Step> steps = new ArrayList<>(List.of(write));
        steps.addAll(waits);
        List<Step> undo = write.inverse().<List<Step>>map(List::of).orElse(List.of());
        return new Plan(cluster, kind, title, steps, effects, irreversible, List.of(), undo);
    }

    public static Step.Await gone(ObjectRef ref, String uid, Duration atMost) {
        return new Step.Await(
                ref, new Expectation.Gone(uid), atMost, Texts.of("PlanSteps.waitUntilTheOld", ObjectReads.name(ref)));
    }

    /** Waits until one pod runs on its node. */
    public static Step.Await runs(ObjectRef pod, String node) {
        return new Step.Await(
                pod,
                new Expectation.PodsRunning("", 1, node),
                START,
                Texts.of("PlanSteps.waitUntilRunsOn", pod.name(), node));
    }

    /** Waits until the owner has made pods that it had not when they were read; empty when nothing is known to select them by. */
    public static List<Step> anew(ObjectRef owner, String selector, int count, List<String> old) {
        return selector.isEmpty() || count == 0
                ? List.of()
                : List.of(new Step.Await(
                        owner,
                        new Expectation.PodsAnew(selector, count, old),
                        CONTROLLER,
                        count == 1
                                ? Texts.of("PlanSteps.waitUntilHasANewPod", owner.name())
                                : Texts.of("PlanSteps.waitUntilHas", owner.name(), Counted.of(count, "new pod"))));
    }

    /**
     * Waits until new pods run where they were placed; empty when nothing is known to select them by.
     *
     * @param label of the nodes they are to run on
     * @param where that is, in words
     * @param old uids of the pods that are there now
     */
    public static List<Step> placed(
            ObjectRef owner, String selector, int count, String label, String value, String where, List<String> old) {
        return selector.isEmpty() || count == 0
                ? List.of()
                : List.of(new Step.Await(
                        owner,
                        new Expectation.PodsPlaced(selector, count, label, value, old),
                        START,
                        count == 1
                                ? Texts.of(
                                        "PlanSteps.waitUntilOneRunsOn", Counted.of(count, "pod"), owner.name(), where)
                                : Texts.of(
                                        "PlanSteps.waitUntilSomeRunOn",
                                        Counted.of(count, "pod"),
                                        owner.name(),
                                        where)));
    }
}
