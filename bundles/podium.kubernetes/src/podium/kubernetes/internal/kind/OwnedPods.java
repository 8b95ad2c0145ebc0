// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/** The pods of an owner, by its kind's labels. Blocks; any thread. */
public record OwnedPods(WorkloadKinds kinds) {
    /** No pod. */
    public static final OptionalInt NONE = OptionalInt.of(0);

    /** How many have been started and have not ended; empty when they cannot be told by labels. */
    public OptionalInt active(ObjectReader reader, ObjectRef ref, JsonNode owner) throws IOException {
        return active(reader, ref, kinds.selector(ref, owner));
    }

    /** The same by a selector. */
    public static OptionalInt active(ObjectReader reader, ObjectRef ref, String selector) throws IOException {
        if (selector.isEmpty()) {
            return OptionalInt.empty();
        }
        List<JsonNode> pods = new ObjectReads(reader).pods(ref.namespace(), selector);
        return OptionalInt.of((int) pods.stream().filter(OwnedPods::isActive).count());
    }

    /** Waits until as many new ones are made as there are now, at least one; empty when they cannot be told by labels. */
    public List<Step> anew(ObjectReader reader, ObjectRef ref, JsonNode owner) throws IOException {
        String selector = kinds.podSelector(ref, owner);
        long living = selector.isEmpty()
                ? 0
                : new ObjectReads(reader)
                        .pods(ref.namespace(), selector).stream()
                                .filter(pod -> !Json.hasEnded(pod))
                                .count();
        return made(reader, ref, owner, (int) Math.max(1, living));
    }

    /** Waits until as many are made that are not there now; empty when they cannot be told by labels. */
    public List<Step> made(ObjectReader reader, ObjectRef ref, JsonNode owner, int count) throws IOException {
        String selector = kinds.podSelector(ref, owner);
        if (selector.isEmpty()) {
            return List.of();
        }
        List<String> old = new ObjectReads(reader)
                .pods(ref.namespace(), selector).stream().map(ObjectReads::uid).toList();
        return PlanSteps.anew(ref, selector, count, old);
    }

    /** Waits until as many new ones, and no old ones, run where they were pinned; empty when they cannot be told by labels. */
    public static List<Step> placed(ObjectReads objects, ObjectRef ref, String selector, int count, Pin pin)
            throws IOException {
        return placed(objects, ref, selector, count, 0, pin);
    }

    /** The same of an owner that leaves some of its pods as they are, which may be there already. */
    public static List<Step> placed(ObjectReads objects, ObjectRef ref, String selector, int count, int kept, Pin pin)
            throws IOException {
        if (selector.isEmpty()) {
            return List.of();
        }
        List<String> old = kept > 0
                ? List.of()
                : objects.pods(ref.namespace(), selector).stream()
                        .map(ObjectReads::uid)
                        .toList();
        return PlanSteps.placed(ref, selector, count, pin.key(), pin.value(), pin.words(), old);
    }

    /**
     * Waits until no pod is left that its owner made before its templates got a value, or, when that is taken back, none that has it;
     * empty when they cannot be told by labels.
     *
     * @param pointer where a pod has the value
     * @param bears whether the value is wanted; else it is what is taken back
     * @param kept how many its owner leaves as they are
     */
    public static List<Step> rolled(
            ObjectRef ref, String selector, String pointer, String value, boolean bears, int kept) {
        return selector.isEmpty()
                ? List.of()
                : List.of(new Step.Await(
                        ref,
                        new Expectation.PodsRolled(selector, pointer, value, bears, kept),
                        PlanSteps.START,
                        kept == 0
                                ? Texts.of("OwnedPods.waitUntilThePods", ref.name())
                                : Texts.of("OwnedPods.waitUntilThePodsButTheKept", ref.name(), kept)));
    }

    /**
     * Waits until as many are made that are not there now, and no more are left than all of them: the old ones are gone then. Empty when
     * they cannot be told by labels.
     */
    public static List<Step> replaced(ObjectReads objects, ObjectRef ref, String selector, int count, int all)
            throws IOException {
        if (selector.isEmpty()) {
            return List.of();
        }
        List<String> old = objects.pods(ref.namespace(), selector).stream()
                .map(ObjectReads::uid)
                .toList();
        List<Step> steps = new ArrayList<>(PlanSteps.anew(ref, selector, count, old));
        steps.add(new Step.Await(
                ref,
                new Expectation.PodsLeft(selector, all),
                PlanSteps.START,
                Texts.of("OwnedPods.waitUntilThePods", ref.name())));
        return steps;
    }

    /**
     * The same when a pin is taken out: none that has it is left. Of what Kueue queues the status tells it, where it does: Kueue may
     * write the same entry into a pod that it assigns by topology.
     */
    public static List<Step> lifted(
            RollKind kind, ObjectRef ref, JsonNode owner, boolean queued, String pointer, String value) {
        if (!queued) {
            return rolled(ref, kind.selector(ref, owner), pointer, value, false, 0);
        }
        return kind.tellsRollout()
                ? List.of(new Step.Await(
                        ref,
                        new Expectation.RolledOut(false),
                        PlanSteps.START,
                        Texts.of("OwnedPods.waitUntilHasReplaced", ref.name())))
                : List.of();
    }

    /**
     * Waits until at most this many of them have not finished: one that is ending holds its GPUs still, though its controller has
     * stopped counting it (Job: status.active; Deployment: status.replicas). The wait takes in the longest grace period.
     *
     * @param controller how long their controller may take besides
     * @param words what is waited for
     * @return empty when they cannot be told by labels
     */
    public Optional<Step.Await> left(
            ObjectReader reader, ObjectRef ref, JsonNode owner, int most, Duration controller, String words)
            throws IOException {
        String selector = kinds.podSelector(ref, owner);
        if (selector.isEmpty()) {
            return Optional.empty();
        }
        long grace = new ObjectReads(reader)
                .pods(ref.namespace(), selector).stream()
                        .mapToLong(pod -> pod.path("spec")
                                .path("terminationGracePeriodSeconds")
                                .asLong())
                        .max()
                        .orElse(0);
        return Optional.of(new Step.Await(
                ref, new Expectation.PodsLeft(selector, most), controller.plus(Duration.ofSeconds(grace)), words));
    }

    /** Waits until none of them is left, after their owner was told to stop; empty when they cannot be told by labels. */
    public Optional<Step.Await> gone(ObjectReader reader, ObjectRef ref, JsonNode owner) throws IOException {
        return left(
                reader, ref, owner, 0, Suspension.STOP, Texts.of("OwnedPods.waitUntilThePodsOfAreGone", ref.name()));
    }

    /** Whether a pod has been started and has not ended. */
    public static boolean isActive(JsonNode pod) {
        return !Json.hasEnded(pod) && !Trees.text(pod, "/spec/nodeName").isEmpty();
    }
}
