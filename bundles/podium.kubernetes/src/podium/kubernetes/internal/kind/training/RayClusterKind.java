// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.place.pin.ManagedByCheck;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.RayTemplates;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Expectation;

/**
 * A RayCluster: its pods are made of the templates once, so it restarts as a whole. status.state is "suspended" when the last of its
 * pods is gone (kuberay ray-operator/controllers/ray/raycluster_controller.go, calculateStatus).
 */
public final class RayClusterKind extends NamedKind implements CycleKind, ScaledKind {
    private static final Suspension SUSPENSION = new Suspension(
            Suspension.SPEC, List.of(Suspension.suspended(new Expectation.FieldIs("/status/state", "suspended"))));

    public RayClusterKind() {
        super(new KindName("ray.io", "v1", "rayclusters", "RayCluster"), Trait.SUSPENDS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return RayShapes.of(object.at("spec"), object.at("spec").flag("suspend"));
    }

    /** KubeRay makes pods of a cluster anew; a job that runs on it ends with its head (GCS without fault tolerance). */
    @Override
    public Optional<PodLossRule> loss(JsonTree cluster) {
        boolean ofJob = cluster.at("metadata", "ownerReferences").elements().stream()
                .anyMatch(
                        owner -> owner.flag("controller") && owner.text("kind").equals("RayJob"));
        return Optional.of(
                ofJob
                        ? new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("RayClusterKind.aJobOnRay"))
                        : UncountedLossRule.REPLACES);
    }

    @Override
    public Replicas replicas(JsonNode owner) throws Refusal {
        return Replicas.element(owner, "workerGroupSpecs", "groupName", Replicas.Unit.WORKER)
                .of(Math.max(1, owner.at("/spec/workerGroupSpecs/0/numOfHosts").asInt(1)))
                .besides(1);
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        return Templates.in(asked.ref(), asked.job(), RayTemplates.of(asked.job(), "/spec"));
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "ray.io/cluster=" + ref.name();
    }

    @Override
    public void check(ResolvedRequest asked) throws Refusal {
        ManagedByCheck.check(asked, "ray.io/kuberay-operator", Texts.of("RayClusterKind.theKuberayOperator"));
    }

    @Override
    public List<String> effects(ResolvedRequest asked, Pin pin) {
        return asked.job().path("spec").path("suspend").asBoolean()
                ? List.of()
                : List.of(Texts.of("RayClusterKind.theHeadRestartsToo"));
    }
}
