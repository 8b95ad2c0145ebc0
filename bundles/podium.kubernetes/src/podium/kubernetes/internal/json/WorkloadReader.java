// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.List;
import java.util.Optional;
import podium.core.change.OwnState;
import podium.core.retry.PodLossRule;
import podium.model.value.Condition;
import podium.model.value.WorkKind;

/** Reads what the mirror needs from objects of a kind of workload. Any thread. */
public interface WorkloadReader {
    KindName name();

    /** What everybody else must know of it, in one of its versions. */
    WorkKind work(String version);

    /** Whether there are objects of it that the mirror follows. */
    default boolean isMirrored() {
        return true;
    }

    /** What an object asks for; as long as a kind says nothing else, one pod of the template where most kinds have theirs. */
    default WorkloadShape shape(JsonTree object) {
        return WorkloadShape.plain(false, 1, object.at("spec", "template"));
    }

    /** Conditions that stand for what its status tells in fields of its own: that it is complete, or has failed. */
    default List<Condition> ended(JsonTree object) {
        return List.of();
    }

    /** Whether a condition that does not hold says why it does not; false: it keeps what it said while it held. */
    default boolean saysWhyNot() {
        return true;
    }

    /** The state that an object tells itself, where it has no pods that do; empty: they do. */
    default Optional<OwnState> ownState(JsonTree object) {
        return Optional.empty();
    }

    /** What an object makes of a pod that it loses, or of a workload below it that fails; empty: it says nothing. */
    default Optional<PodLossRule> loss(JsonTree object) {
        return Optional.empty();
    }
}
