// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.StopMethod;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/**
 * Stops an owner that Kueue admitted, through its Workload: spec.active=false evicts it, Kueue then suspends it and puts its
 * templates back as they were. A change made now, while no quota is reserved, is taken over into the same Workload with its
 * spec.active kept (kueue pkg/controller/jobframework/reconciler.go, ensureOneWorkload and updateWorkloadToMatchJob), so that
 * spec.active=true queues it again under its new terms.
 *
 * @param workload the Workload that Kueue made of it
 */
public record Deactivation(ObjectRef ref, Suspension suspension, KueueWorkloadReader.Found workload)
        implements StopMethod {
    @Override
    public List<Step> stop(ArrayNode tests) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Write(active(false), Optional.of(active(true))));
        steps.add(new Step.Await(
                ref,
                new Expectation.FieldIs(suspension.pointer(), "true"),
                PlanSteps.CONTROLLER,
                Texts.of("Deactivation.waitUntilKueueHasSuspended", ref.name())));
        steps.addAll(suspension.await(ref));
        steps.add(new Step.Await(
                workload.ref(),
                new Expectation.FieldIs("/status/admission/clusterQueue", ""),
                PlanSteps.CONTROLLER,
                Texts.of("Deactivation.waitUntilKueueHasTaken", ref.name())));
        return steps;
    }

    @Override
    public ApiWrite now() {
        return active(false);
    }

    @Override
    public Step.Write start() {
        return new Step.Write(active(true), Optional.of(active(false)));
    }

    private ApiWrite active(boolean active) {
        return workload.active(
                active,
                active
                        ? Texts.of("Deactivation.letKueueQueueAgain", ref.name())
                        : Texts.of("Deactivation.haveKueueEvict", ref.name()));
    }
}
