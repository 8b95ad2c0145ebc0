// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.operation.plan.Expectation;
import podium.operation.suspend.SuspendKind;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Finished;
import podium.kubernetes.internal.place.pin.Managed;
import podium.kubernetes.internal.place.pin.RuntimeTemplates;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.Refusal;

/**
 * A TrainJob v2: its templates lie in a training runtime; what may be changed of them is spec.runtimePatches, while it is suspended
 * and no pod of its JobSet is active (kubeflow/trainer pkg/runtime/framework/plugins/jobset/jobset.go, Validate). Its own condition
 * Suspended follows the field, not the pods, so the JobSet of the same name is waited for.
 */
public final class TrainJobKind implements CycleKind {
    private static final Set<String> INITIALIZERS = Set.of("dataset-initializer", "model-initializer");

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("trainer.kubeflow.org") && ref.kind().equals("TrainJob");
    }

    @Override
    public Suspension suspension(Asked asked) {
        List<Suspension.Sign> signs = new ArrayList<>();
        signs.add(Suspension.suspended(new Expectation.ConditionTrue("Suspended")));
        int jobs = Math.max(1, asked.job().path("status").path("jobsStatus").size());
        for (int i = 0; i < jobs; i++) {
            signs.add(new Suspension.Sign(
                    Optional.of(jobSet(asked)),
                    new Expectation.FieldIs("/status/replicatedJobsStatus/" + i + "/active", "0"),
                    "no pod of %s is active"));
        }
        return new Suspension(SuspendKind.SPEC, signs);
    }

    /** The trainer makes a JobSet of its name, in v1alpha2 (pkg/runtime/framework/plugins/jobset/builder.go). */
    private static ObjectRef jobSet(Asked asked) {
        return new ObjectRef(
                "jobset.x-k8s.io",
                "v1alpha2",
                "jobsets",
                "JobSet",
                asked.ref().namespace(),
                asked.ref().name());
    }

    @Override
    public Templates templates(Asked asked) throws IOException, Refusal {
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
                    "The runtime of " + asked.ref().name() + " has no replicated job that could be pinned.",
                    "Look at " + Trees.text(asked.job(), "/spec/runtimeRef/name") + ".");
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
    public boolean takesGate() {
        return false;
    }

    private static JsonNode runtime(Asked asked) throws IOException, Refusal {
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
                    Objects.name(ref) + ", which makes the pods of "
                            + asked.ref().name() + ", does not exist.",
                    "Install it, or name another in spec.runtimeRef.");
        }
        return found.get();
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "jobset.sigs.k8s.io/jobset-name=" + ref.name();
    }

    @Override
    public void check(Asked asked) throws Refusal {
        Finished.check(asked, "Complete", "Failed");
        Managed.check(asked, "trainer.kubeflow.org/trainjob-controller", "the trainer");
    }
}
