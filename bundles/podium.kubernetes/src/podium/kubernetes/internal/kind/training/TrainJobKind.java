// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.RuntimeTemplates;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Expectation;

/**
 * A TrainJob v2: its templates lie in a training runtime; what may be changed of them is spec.runtimePatches, while it is suspended
 * and no pod of its JobSet is active (kubeflow/trainer pkg/runtime/framework/plugins/jobset/jobset.go, Validate). Its own condition
 * Suspended follows the field, not the pods, so the JobSet of the same name is waited for.
 */
public final class TrainJobKind extends NamedKind implements CycleKind {
    /** The replicated job of the trainer in every runtime (pkg/constants/constants.go). */
    private static final String TRAINER = "node";

    private static final List<String> PATCHED =
            List.of("nodeSelector", "affinity", "tolerations", "schedulingGates", "volumes", "resourceClaims");
    private static final Set<String> INITIALIZERS = Set.of("dataset-initializer", "model-initializer");

    public TrainJobKind() {
        super(
                new KindName("trainer.kubeflow.org", List.of("v1", "v1alpha1"), "trainjobs", "TrainJob"),
                Trait.ENDS,
                Trait.SUSPENDS);
    }

    /**
     * The template lies in a runtime; the trainer's resources stand for it, with what the job patches of it
     * (pkg/apis/trainer/v1alpha1/trainjob_types.go, RuntimePatch; before it podTemplateOverrides).
     */
    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        JsonTree trainer = spec.at("trainer");
        Map<String, JsonTree> pod = new HashMap<>();
        if (trainer.at("resourcesPerNode").exists()) {
            pod.put("containers", JsonTree.list(JsonTree.of(Map.of("resources", trainer.at("resourcesPerNode")))));
        }
        for (JsonTree patch : patches(spec)) {
            PATCHED.stream()
                    .filter(field -> patch.at(field).exists())
                    .forEach(field -> pod.put(field, patch.at(field)));
        }
        JsonTree template = pod.isEmpty() ? JsonTree.none() : JsonTree.of(Map.of("spec", JsonTree.of(pod)));
        return WorkloadShape.plain(spec.flag("suspend"), trainer.number("numNodes", 1), template)
                .together()
                .dependingOn(List.of(runtime(spec.at("runtimeRef"))));
    }

    private static String runtime(JsonTree ref) {
        String kind = ref.text("kind").isEmpty() ? "ClusterTrainingRuntime" : ref.text("kind");
        return kind + " " + ref.text("name");
    }

    /** Pod specs that are laid over that of the trainer, the last one on top. */
    private static List<JsonTree> patches(JsonTree spec) {
        List<JsonTree> patches = new ArrayList<>();
        for (JsonTree override : spec.at("podTemplateOverrides").elements()) {
            if (override.at("targetJobs").texts("name").contains(TRAINER)) {
                patches.add(override.at("spec"));
            }
        }
        for (JsonTree patch : spec.at("runtimePatches").elements()) {
            for (JsonTree job : patch.at("trainingRuntimeSpec", "template", "spec", "replicatedJobs")
                    .elements()) {
                if (TRAINER.equals(job.text("name"))) {
                    patches.add(job.at("template", "spec", "template", "spec"));
                }
            }
        }
        return patches;
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(
                new UncountedLossRule(PodLossOutcome.ENDS, Texts.of("TrainJobKind.aTrainjobFailsWithItsJobset")));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        List<Suspension.Sign> signs = new ArrayList<>();
        signs.add(Suspension.suspended(new Expectation.ConditionTrue("Suspended")));
        int jobs = Math.max(1, owner.path("status").path("jobsStatus").size());
        for (int i = 0; i < jobs; i++) {
            signs.add(new Suspension.Sign(
                    Optional.of(jobSet(ref)),
                    new Expectation.FieldIs("/status/replicatedJobsStatus/" + i + "/active", "0"),
                    name -> Texts.of("TrainJobKind.waitUntilNoPodIsActive", name)));
        }
        return new Suspension(Suspension.SPEC, signs);
    }

    /** The trainer makes a JobSet of its name, in v1alpha2 (pkg/runtime/framework/plugins/jobset/builder.go). */
    private static ObjectRef jobSet(ObjectRef ref) {
        ObjectRef newest = new JobSetKind().ref(ref.namespace(), ref.name());
        return new ObjectRef(newest.group(), "v1alpha2", newest.resource(), newest.kind(), ref.namespace(), ref.name());
    }

    @Override
    public Templates templates(ResolvedRequest asked) throws IOException, Refusal {
        JsonNode runtime = runtime(asked);
        List<JsonNode> jobs = new ArrayList<>();
        runtime.path("spec")
                .path("template")
                .path("spec")
                .path("replicatedJobs")
                .forEach(job -> {
                    if (!INITIALIZERS.contains(job.path("name").asText())) {
                        jobs.add(job);
                    }
                });
        if (jobs.isEmpty()) {
            throw new Refusal(
                    Texts.of(
                            "TrainJobKind.theRuntimeOfHasNoReplicated",
                            asked.ref().name()),
                    Texts.of("TrainJobKind.check", Trees.text(asked.job(), "/spec/runtimeRef/name")));
        }
        int nodes = asked.job()
                .path("spec")
                .path("trainer")
                .path("numNodes")
                .asInt(runtime.path("spec").path("mlPolicy").path("numNodes").asInt(1));
        return new RuntimeTemplates(asked.ref(), asked.job(), jobs, nodes);
    }

    /** Its runtime is not its own. */
    @Override
    public List<String> holdField() {
        return Suspension.SPEC;
    }

    private static JsonNode runtime(ResolvedRequest asked) throws IOException, Refusal {
        String kind = Trees.text(asked.job(), "/spec/runtimeRef/kind");
        boolean local = kind.equals("TrainingRuntime");
        ObjectRef ref = new ObjectRef(
                "trainer.kubeflow.org",
                asked.ref().version(),
                local ? "trainingruntimes" : "clustertrainingruntimes",
                local ? kind : "ClusterTrainingRuntime",
                local ? asked.ref().namespace() : "",
                Trees.text(asked.job(), "/spec/runtimeRef/name"));
        Optional<JsonNode> found = asked.objects().find(ref);
        if (found.isEmpty()) {
            throw new Refusal(
                    Texts.of(
                            "TrainJobKind.whichCreatesThePods",
                            ObjectReads.name(ref),
                            asked.ref().name()),
                    Texts.of("TrainJobKind.installItOrName"));
        }
        return found.get();
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "jobset.sigs.k8s.io/jobset-name=" + ref.name();
    }

    @Override
    public void check(ResolvedRequest asked) throws Refusal {
        FinishedCheck.check(asked, "Complete", "Failed");
        ManagedByCheck.check(asked, "trainer.kubeflow.org/trainjob-controller", Texts.of("TrainJobKind.theTrainer"));
    }
}
