// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.operation.plan.Step;

/**
 * Stops an owner by its own suspend field. Where what the field lies in is not there, it is merged in with the version that was read;
 * else it is tested, together with what is to be changed while it is stopped.
 */
public record SuspendCycle(ObjectRef ref, JsonNode object, Suspension suspension) implements StopMethod {
    @Override
    public List<Step> stop(ArrayNode tests) {
        ApiWrite write = isTested() ? patch(tests.deepCopy().addAll(patch().there()), true) : suspend();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Write(write, Optional.of(resume())));
        steps.addAll(suspension.await(ref));
        return steps;
    }

    @Override
    public ApiWrite now() {
        return patch(patch().there(), true);
    }

    @Override
    public Step.Write start() {
        return new Step.Write(resume(), Optional.of(suspend()));
    }

    private ApiWrite suspend() {
        return isTested() ? now() : suspension.set(ref, object, true);
    }

    private ApiWrite resume() {
        return isTested() ? patch(patch().back(), false) : suspension.back(ref, object);
    }

    private boolean isTested() {
        return object.at(JsonPointer.compile(suspension.pointer()).head()).isObject();
    }

    private ApiWrite patch(ArrayNode operations, boolean suspended) {
        return PlanSteps.patch(ref, ObjectReads.uid(object), operations, Suspension.words(ref, suspended));
    }

    /** Suspends it as it is while it runs, whether it does now or not. */
    private TestedPatch patch() {
        JsonNode running = object.deepCopy();
        JsonPointer field = JsonPointer.compile(suspension.pointer());
        if (running.at(field.head()) instanceof ObjectNode holder
                && holder.has(field.last().getMatchingProperty())) {
            holder.put(field.last().getMatchingProperty(), false);
        }
        return new TestedPatch(running).set(suspension.pointer(), BooleanNode.TRUE);
    }
}
