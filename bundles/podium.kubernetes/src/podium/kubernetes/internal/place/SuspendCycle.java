// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.operation.Step;
import podium.core.port.ApiWrite;
import podium.core.port.ObjectRef;

/** Stops an owner by its own suspend field. */
record SuspendCycle(ObjectRef ref, JsonNode object, Suspension suspension) implements Stop {
    @Override
    public List<Step> stop() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Write(suspension.set(ref, object, true), Optional.of(suspension.back(ref, object))));
        steps.addAll(suspension.await(ref));
        return steps;
    }

    @Override
    public ApiWrite now() {
        TestedPatch patch = new TestedPatch(object).set(suspension.pointer(), BooleanNode.TRUE);
        return Writes.patch(ref, Objects.uid(object), patch.there(), "Suspend " + ref.name());
    }

    @Override
    public Step.Write start() {
        return new Step.Write(suspension.back(ref, object), Optional.of(suspension.set(ref, object, true)));
    }
}
