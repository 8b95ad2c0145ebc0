// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * The object an act is about, as the server has it now.
 *
 * @param object all of it
 */
record ObjectTarget(ClusterId cluster, ObjectRef ref, JsonNode object, ObjectReader reader, WorkloadKinds kinds) {
    String uid() {
        return ObjectReads.uid(object);
    }

    /** {@code Deployment team-a/web}. */
    String name() {
        return ObjectReads.name(ref);
    }

    String text(String pointer) {
        return Trees.text(object, pointer);
    }

    /** What makes it and keeps it as it is, as {@code Kind name}; empty: nothing does. */
    Optional<String> owner() {
        return ObjectReads.owner(object);
    }

    /** The effect that its owner may put back what is changed; empty: it belongs to none. */
    Optional<String> putBack() {
        return owner().map(owner -> Texts.of("ObjectTarget.itBelongsToWhichMayPut", owner));
    }

    /**
     * A write of a patch that tests each value that it changes, of this very object, and what takes it back. It is not held to the
     * version: a controller that writes the status moves that on within the second, and would make every act a conflict.
     */
    Step.Write write(TestedPatch patch, String there, String back) {
        return new Step.Write(
                PlanSteps.patch(ref, uid(), patch.there(), there),
                Optional.of(PlanSteps.patch(ref, uid(), patch.back(), back)));
    }

    /** A plan of one write, which its inverse takes back. */
    Plan plan(String kind, String title, Step.Write write, List<String> effects, List<String> irreversible) {
        return plan(kind, title, write, List.of(), effects, irreversible);
    }

    /** The same, done when what is waited for is seen. */
    Plan plan(
            String kind,
            String title,
            Step.Write write,
            List<Step> waits,
            List<String> effects,
            List<String> irreversible) {
        return PlanSteps.plan(cluster, kind, title, write, waits, effects, irreversible);
    }

    /** Waits until it is as expected, for as long as pods may take to start. */
    Step await(Expectation expectation, String words) {
        return new Step.Await(ref, expectation, PlanSteps.START, words);
    }
}
