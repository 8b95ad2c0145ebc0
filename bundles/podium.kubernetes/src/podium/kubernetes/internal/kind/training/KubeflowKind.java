// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.UnknownText;
import podium.kubernetes.internal.place.pin.FinishedCheck;
import podium.kubernetes.internal.place.pin.ManagedByCheck;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind;
import podium.operation.plan.Expectation;

/**
 * The jobs of the Kubeflow training operator (v1) and the MPIJob of the MPI operator (v2beta1): spec.*ReplicaSpecs under a
 * runPolicy. Suspended, the operators delete the pods and then set the condition Suspended (training-operator release-1.9
 * pkg/controller.v1/common/job.go, ReconcileJobs; mpi-operator pkg/controller/mpi_job_controller.go, which also takes the template of
 * a resumed launcher Job from the MPIJob). Kueue changes the templates in the same way.
 */
public final class KubeflowKind implements CycleKind {
    private static final String GROUP = "kubeflow.org";
    private static final Suspension SUSPENSION = new Suspension(
            Suspension.RUN_POLICY, List.of(Suspension.suspended(new Expectation.ConditionTrue("Suspended"))));

    private final KindName name;
    private final Function<JsonTree, PodLossRule> losses;

    private KubeflowKind(KindName name, Function<JsonTree, PodLossRule> losses) {
        this.name = name;
        this.losses = losses;
    }

    private static KubeflowKind training(String resource, String kind, String usual) {
        return new KubeflowKind(new KindName(GROUP, "v1", resource, kind), spec -> replicas(usual, spec));
    }

    public static KubeflowKind pyTorchJob() {
        return training("pytorchjobs", "PyTorchJob", "OnFailure");
    }

    public static KubeflowKind tfJob() {
        return training("tfjobs", "TFJob", "Never");
    }

    public static KubeflowKind jaxJob() {
        return training("jaxjobs", "JAXJob", "OnFailure");
    }

    public static KubeflowKind xgBoostJob() {
        return training("xgboostjobs", "XGBoostJob", "Never");
    }

    public static KubeflowKind paddleJob() {
        return training("paddlejobs", "PaddleJob", "OnFailure");
    }

    public static KubeflowKind mpiJob() {
        return new KubeflowKind(
                new KindName(GROUP, List.of("v2beta1", "v1"), "mpijobs", "MPIJob"), KubeflowKind::launched);
    }

    @Override
    public KindName name() {
        return name;
    }

    /** MPIJob v1alpha1 and v1alpha2 cannot be suspended: their runPolicy, where there is one, is that of kubeflow/common. */
    @Override
    public WorkKind work(String version) {
        return new WorkKind(
                name.resource(),
                isOld(version) ? List.of(WorkKind.Trait.ENDS) : List.of(WorkKind.Trait.ENDS, WorkKind.Trait.SUSPENDS),
                "");
    }

    private static boolean isOld(String version) {
        return version.startsWith("v1alpha");
    }

    @Override
    public boolean is(ObjectRef ref) {
        return CycleKind.super.is(ref) && !isOld(ref.version());
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        List<Group> groups = new ArrayList<>();
        object.at("spec").fields((field, specs) -> {
            if (field.endsWith("ReplicaSpecs")) {
                specs.fields((role, replica) -> groups.add(
                        new Group(role, replica.number("replicas", 1), replica.at("template"), marks(field, role))));
            }
        });
        JsonTree policy = object.at("spec", "runPolicy");
        OptionalInt least = policy.at("schedulingPolicy").number("minAvailable");
        WorkloadShape shape = WorkloadShape.of(
                policy.flag("suspend"),
                groups,
                least,
                policy.at("schedulingPolicy").text("queue"));
        return least.isPresent() ? shape : shape.together();
    }

    /**
     * training-operator pkg/apis/kubeflow.org/v1/common_types.go, ReplicaTypeLabel; mpi-operator
     * pkg/apis/kubeflow/v2beta1/constants.go, JobRoleLabel.
     */
    private static Map<String, String> marks(String field, String role) {
        String label = field.startsWith("mpi") ? "job-role" : "replica-type";
        return Map.of("training.kubeflow.org/" + label, role.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(losses.apply(object.at("spec")));
    }

    /** kubeflow training-operator pkg/apis/kubeflow.org/v1/common_types.go, RestartPolicy. */
    private static final Set<String> POLICIES = Set.of("Always", "OnFailure", "Never", "ExitCode");

    /**
     * kubeflow training-operator pkg/controller.v1/common/pod.go, pytorch/pytorchjob_controller.go: a running pod that is being
     * deleted counts as a failed replica; with restartPolicy Never that fails the job. A replica of ExitCode is restarted when the
     * code is 128 or more, which nobody knows beforehand.
     */
    private static PodLossRule replicas(String usual, JsonTree spec) {
        if (spec.at("runPolicy").number("backoffLimit", 1) == 0) {
            return new UncountedLossRule(PodLossOutcome.ENDS, Texts.of("KubeflowKind.backofflimitIs"));
        }
        List<String> policies = new ArrayList<>();
        spec.fields((name, roles) -> {
            if (name.endsWith("ReplicaSpecs")) {
                roles.fields((role, replica) -> policies.add(replica.text("restartPolicy")));
            }
        });
        policies.replaceAll(policy -> policy.isEmpty() ? usual : policy);
        Optional<String> unknown =
                policies.stream().filter(policy -> !POLICIES.contains(policy)).findFirst();
        if (unknown.isPresent()) {
            return new UncountedLossRule(
                    PodLossOutcome.MAY_END,
                    UnknownText.of(Texts.of("KubeflowKind.aReplica"), "restartPolicy", unknown.get()));
        }
        if (!policies.isEmpty() && policies.stream().allMatch("Never"::equals)) {
            return new UncountedLossRule(PodLossOutcome.ENDS, Texts.of("KubeflowKind.restartpolicyIsNever"));
        } else if (policies.contains("Never")) {
            return new UncountedLossRule(
                    PodLossOutcome.MAY_END, Texts.of("KubeflowKind.restartpolicyOfSomeOfItsReplicas"));
        } else if (policies.contains("ExitCode")) {
            return new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("KubeflowKind.restartpolicyIsExitcodeACode"));
        }
        return spec.at("runPolicy").number("backoffLimit").isPresent()
                ? new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("KubeflowKind.howMuchOfItsBackofflimit"))
                : UncountedLossRule.REPLACES;
    }

    /**
     * mpi-operator pkg/controller/mpi_job_controller.go: a worker is made anew, but mpirun ends with it, and that is a failure of the
     * launcher, a Job with the backoffLimit of runPolicy, with which the MPIJob fails.
     */
    private static PodLossRule launched(JsonTree spec) {
        return spec.at("runPolicy").number("backoffLimit", 6) == 0
                ? new UncountedLossRule(PodLossOutcome.ENDS, Texts.of("KubeflowKind.itsLauncherFailsWithALost"))
                : new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("KubeflowKind.itsLauncherFailsWithA"));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    @Override
    public Templates templates(ResolvedRequest asked) throws Refusal {
        List<Template> templates = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : asked.job().path("spec").properties()) {
            if (field.getKey().endsWith("ReplicaSpecs")) {
                field.getValue()
                        .properties()
                        .forEach(role -> templates.add(Template.at(
                                role.getKey(),
                                "/spec/" + field.getKey() + "/" + role.getKey() + "/template/spec",
                                role.getValue().path("replicas").asInt(1))));
            }
        }
        if (templates.isEmpty()) {
            throw new Refusal(
                    Texts.of("KubeflowKind.hasNoReplicaSpecs", asked.ref().name()),
                    Texts.of("KubeflowKind.checkItsYamlItCannot"));
        }
        return Templates.in(asked.ref(), asked.job(), templates);
    }

    /** training-operator pkg/apis/kubeflow.org/v1/common_types.go, JobNameLabel; the MPI operator uses the same. */
    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "training.kubeflow.org/job-name=" + ref.name();
    }

    @Override
    public void check(ResolvedRequest asked) throws Refusal {
        FinishedCheck.check(asked, "Succeeded", "Failed");
        boolean mpi = asked.ref().version().startsWith("v2");
        ManagedByCheck.check(
                asked,
                "/spec/runPolicy/managedBy",
                mpi ? "kubeflow.org/mpi-operator" : "kubeflow.org/training-operator",
                mpi ? Texts.of("KubeflowKind.theMpiOperator") : Texts.of("KubeflowKind.theTrainingOperator"));
    }
}
