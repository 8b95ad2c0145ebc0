// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/**
 * How a kind is told not to run, and how it tells that it does not.
 *
 * @param path field names from the root of the object to the field
 * @param stopped what holds once its pods are gone, in words and as expectation
 * @param mark the text that suspends while anything stands there, as an annotation does; empty: the field is a flag
 * @param enables the flag says that it may run, not that it must not
 */
public record Suspension(List<String> path, List<Sign> stopped, String mark, boolean enables) {
    /** How long its pods may take to end. */
    public static final Duration STOP = Duration.ofMinutes(10);
    /** The field of most kinds. */
    public static final List<String> SPEC = List.of("spec", "suspend");
    /** That of Kubeflow's kinds of v1. */
    public static final List<String> RUN_POLICY = List.of("spec", "runPolicy", "suspend");

    /** A flag. */
    public Suspension(List<String> path, List<Sign> stopped) {
        this(path, stopped, "");
    }

    /** A text that stands for a flag. */
    public Suspension(List<String> path, List<Sign> stopped, String mark) {
        this(path, stopped, mark, false);
    }

    /** A flag without which it does not run. */
    public static Suspension enabling(List<String> path) {
        return new Suspension(path, List.of(), "", true);
    }

    /**
     * Something to wait for.
     *
     * @param other the object to look at when it is not the owner itself
     * @param words of the step, with the name of the owner
     */
    public record Sign(Optional<ObjectRef> other, Expectation expectation, UnaryOperator<String> words) {
        public Sign(Expectation expectation, UnaryOperator<String> words) {
            this(Optional.empty(), expectation, words);
        }
    }

    /** spec.suspend, and a condition that tells. */
    public static Suspension condition(String type) {
        return new Suspension(SPEC, List.of(suspended(new Expectation.ConditionTrue(type))));
    }

    /** A sign that reads "Wait until NAME is suspended". */
    public static Sign suspended(Expectation expectation) {
        return new Sign(expectation, name -> Texts.of("Suspension.waitUntilSuspended", name));
    }

    public boolean isSet(JsonNode owner) {
        JsonNode field = holder(owner).path(path.getLast());
        return mark.isEmpty() ? field.asBoolean() != enables : field.isTextual();
    }

    private JsonNode holder(JsonNode owner) {
        JsonNode holder = owner;
        for (String name : path.subList(0, path.size() - 1)) {
            holder = holder.path(name);
        }
        return holder;
    }

    /** JSON pointer to the field. */
    public String pointer() {
        return "/" + String.join("/", path);
    }

    public ApiWrite set(ObjectRef ref, JsonNode owner, boolean suspended) {
        Consumer<ObjectNode> flag = holder -> holder.put(path.getLast(), suspended != enables);
        Consumer<ObjectNode> text = holder -> holder.put(path.getLast(), suspended ? mark : null);
        return write(ref, owner, mark.isEmpty() ? flag : text, suspended);
    }

    /** The inverse of suspending it: what the field was before, which may be nothing at all. */
    public ApiWrite back(ObjectRef ref, JsonNode owner) {
        return enables || mark.isEmpty() && holder(owner).has(path.getLast())
                ? set(ref, owner, false)
                : write(ref, owner, holder -> holder.putNull(path.getLast()), false);
    }

    private ApiWrite write(ObjectRef ref, JsonNode owner, Consumer<ObjectNode> field, boolean suspended) {
        ObjectNode patch = Trees.object();
        ObjectNode holder = patch;
        for (String name : path.subList(0, path.size() - 1)) {
            holder = holder.putObject(name);
        }
        field.accept(holder);
        return PlanSteps.merge(
                ref,
                ObjectReads.uid(owner),
                Optional.of(ObjectReads.resourceVersion(owner)),
                patch,
                words(ref, suspended));
    }

    static String words(ObjectRef ref, boolean suspended) {
        return suspended ? Texts.of("Suspension.suspend", ref.name()) : Texts.of("Suspension.resume", ref.name());
    }

    /** Waits until its pods are gone. */
    public List<Step> await(ObjectRef ref) {
        return stopped.stream()
                .map(sign -> (Step) new Step.Await(
                        sign.other().orElse(ref),
                        sign.expectation(),
                        STOP,
                        sign.words().apply(ref.name())))
                .toList();
    }
}
