// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.place.pin.FinishedCheck;
import podium.kubernetes.internal.place.pin.ManagedByCheck;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.RayTemplates;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/**
 * A RayJob with a cluster of its own: suspended, its RayCluster is deleted, and made anew from the templates when it is resumed. The
 * operator suspends only what initializes or runs (kuberay ray-operator/controllers/ray/rayjob_controller.go,
 * updateStatusToSuspendingIfNeeded), and only what shuts down when it has finished (controllers/ray/utils/validation.go).
 */
public final class RayJobKind extends NamedKind implements CycleKind {
    private static final String STATUS = "/status/jobDeploymentStatus";
    private static final Suspension SUSPENSION = new Suspension(
            Suspension.SPEC, List.of(Suspension.suspended(new Expectation.FieldIs(STATUS, "Suspended"))));
    private static final Set<String> ENDED = Set.of("Complete", "Failed", "ValidationFailed");
    private static final Set<String> SUSPENDABLE = Set.of("Initializing", "Running");

    public RayJobKind() {
        super(new KindName("ray.io", "v1", "rayjobs", "RayJob"), Trait.ENDS, Trait.SUSPENDS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return RayShapes.of(
                object.at("spec", "rayClusterSpec"), object.at("spec").flag("suspend"));
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(lost(object.at("spec"), object.at("status")));
    }

    /** KubeRay apis/ray/v1/rayjob_types.go: backoffLimit is how often it is tried again, each time on a new cluster. */
    private static PodLossRule lost(JsonTree spec, JsonTree status) {
        int most = spec.number("backoffLimit", 0);
        int failed = status.number("failed", 0);
        return failed < most
                ? new UncountedLossRule(
                        PodLossOutcome.RESTARTS, Texts.of("RayJobKind.tryOfBackofflimit", failed + 1, most))
                : new UncountedLossRule(
                        PodLossOutcome.ENDS,
                        failed == 0
                                ? Texts.of("RayJobKind.backoffLimitIs", most)
                                : Texts.of("RayJobKind.backoffLimitIsWithFailed", most, failed));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        return Templates.in(asked.ref(), asked.job(), RayTemplates.of(asked.job(), "/spec/rayClusterSpec"));
    }

    /** Its pods are labelled with their RayCluster, whose name the operator makes up. */
    @Override
    public List<Step> runs(ResolvedRequest asked, int pods, Pin pin) {
        return List.of(new Step.Await(
                asked.ref(),
                new Expectation.FieldIs(STATUS, "Running"),
                PlanSteps.START,
                Texts.of("RayJobKind.waitUntilRunsAgain", asked.ref().name())));
    }

    @Override
    public Optional<Refusal> elsewhere(ResolvedRequest asked) {
        return asked.job().path("spec").path("clusterSelector").isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Texts.of("RayJobKind.runsOnAnExisting", asked.ref().name()),
                        Texts.of("RayJobKind.placeThatRayclusterInstead")));
    }

    @Override
    public void check(ResolvedRequest asked) throws Refusal {
        String name = asked.ref().name();
        JsonNode spec = asked.job().path("spec");
        String status = Trees.text(asked.job(), STATUS);
        if (ENDED.contains(status)) {
            throw FinishedCheck.refusal(asked);
        }
        ManagedByCheck.check(asked, "ray.io/kuberay-operator", Texts.of("RayJobKind.theKuberayOperator"));
        Optional<Refusal> elsewhere = elsewhere(asked);
        if (elsewhere.isPresent()) {
            throw elsewhere.get();
        }
        if (spec.path("suspend").asBoolean()) {
            return;
        }
        if (!spec.path("shutdownAfterJobFinishes").asBoolean()) {
            throw new Refusal(
                    Texts.of("RayJobKind.keepsItsClusterWhenItHasFinished", name),
                    Texts.of("RayJobKind.deleteItAndCreate"));
        }
        if (!SUSPENDABLE.contains(status)) {
            throw new Refusal(
                    status.isEmpty()
                            ? Texts.of("RayJobKind.isNewAndNotSuspendable", name)
                            : Texts.of("RayJobKind.isNotSuspendable", name, status),
                    Texts.of("RayJobKind.waitUntilItRuns"));
        }
    }

    @Override
    public List<String> effects(ResolvedRequest asked, Pin pin) {
        return asked.job().path("spec").path("suspend").asBoolean()
                ? List.of()
                : List.of(Texts.of("RayJobKind.itsRayclusterIsDeleted"));
    }
}
