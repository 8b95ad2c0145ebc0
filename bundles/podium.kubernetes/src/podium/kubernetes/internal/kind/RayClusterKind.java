// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.operation.plan.Expectation;
import podium.operation.suspend.SuspendKind;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Managed;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.RayTemplates;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;

/**
 * A RayCluster: its pods are made of the templates once, so it restarts as a whole. status.state is "suspended" when the last of its
 * pods is gone (kuberay ray-operator/controllers/ray/raycluster_controller.go, calculateStatus).
 */
public final class RayClusterKind implements CycleKind {
    private static final Suspension SUSPENSION = new Suspension(
            SuspendKind.SPEC, List.of(Suspension.suspended(new Expectation.FieldIs("/status/state", "suspended"))));

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("ray.io") && ref.kind().equals("RayCluster");
    }

    @Override
    public Suspension suspension(Asked asked) {
        return SUSPENSION;
    }

    @Override
    public Templates templates(Asked asked) {
        return Templates.in(asked.ref(), asked.job(), RayTemplates.of(asked.job(), "/spec"));
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "ray.io/cluster=" + ref.name();
    }

    @Override
    public void check(Asked asked) throws Refusal {
        Managed.check(asked, "ray.io/kuberay-operator", "the KubeRay operator");
    }

    @Override
    public List<String> effects(Asked asked, Pin pin) {
        return asked.job().path("spec").path("suspend").asBoolean()
                ? List.of()
                : List.of("The head restarts too: actors, objects and jobs of the Ray cluster end.");
    }
}
