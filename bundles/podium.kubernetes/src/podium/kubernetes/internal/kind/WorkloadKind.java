// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.WorkloadReader;

/**
 * All that Podium knows of one kind of workload. A new kind is one class, most often a {@link NamedKind}, its line in
 * {@link WorkloadKinds}, its fixtures, and its row in the contract test. What can be done with a kind is what its class implements
 * besides:
 * <ul>
 *   <li>{@link TemplatedKind}: it has pod templates, so it can be pinned or held before it exists
 *   <li>{@link CycleKind}, {@link RollKind}, {@link RecreateKind}, {@link OwnWayKind}, {@link FixedKind}: how its pods are placed once it
 *       exists, or why they are not
 *   <li>{@link SuspendedKind}, {@link ScaledKind}, {@link PrioritizedKind}: the fields that other acts change
 *   <li>{@link NestingKind}: it holds whole objects of other kinds
 *   <li>{@link MakingKind}: it makes objects of other kinds and leaves them alone; {@link TriggeredKind}: one of them can be made now
 * </ul>
 */
public interface WorkloadKind extends WorkloadReader {
    /** Label selector of its pods; empty: they cannot be told by labels. */
    default String selector(ObjectRef ref, JsonNode owner) {
        return "";
    }

    /** Takes out of a copy what the server wrote into the original, so that it can be created again. */
    default void forget(ObjectNode copy) {}

    /** Whether an object of this name and version is of this kind. */
    default boolean is(ObjectRef ref) {
        return ref.group().equals(name().group()) && ref.kind().equals(name().kind());
    }

    /** An object of it, by name. */
    default ObjectRef ref(String namespace, String name) {
        return new ObjectRef(
                name().group(), name().versions().getFirst(), name().resource(), name().kind(), namespace, name);
    }

    /** The owner's own selector, which the server or its author sets; empty when it has none yet. */
    static String matchLabels(JsonNode owner) {
        return owner.path("spec").path("selector").path("matchLabels").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
    }
}
