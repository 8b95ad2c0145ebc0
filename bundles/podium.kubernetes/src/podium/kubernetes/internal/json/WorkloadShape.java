// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import podium.core.api.KueueNames;

/**
 * What a workload object asks for, whatever its kind.
 *
 * @param suspended it is told not to run
 * @param wanted pods it wants now
 * @param minimum least pods that make sense together; empty: not a gang
 * @param template pod template (metadata and spec) of its largest group; an empty tree when it has none
 * @param queue a queue named in the spec; empty when none
 */
record WorkloadShape(boolean suspended, int wanted, OptionalInt minimum, JsonTree template, String queue) {
    /** How one kind is read. */
    interface Reader {
        WorkloadShape read(JsonTree object);
    }

    /** A group of equal pods. */
    private record Group(int pods, JsonTree template) {}

    static WorkloadShape plain(boolean suspended, int wanted, JsonTree template) {
        return new WorkloadShape(suspended, wanted, OptionalInt.empty(), template, "");
    }

    private static WorkloadShape of(boolean suspended, List<Group> groups, OptionalInt minimum, String queue) {
        long total = 0;
        Group largest = new Group(0, JsonTree.none());
        for (Group group : groups) {
            total += group.pods;
            if (!largest.template.exists() || group.pods > largest.pods) {
                largest = group;
            }
        }
        int wanted = (int) Math.min(total, Integer.MAX_VALUE);
        return new WorkloadShape(suspended, wanted, minimum, largest.template, queue);
    }

    /** The product, at most the largest int: custom resources are not bounded by every server. */
    private static int times(int one, int other) {
        return (int) Math.clamp((long) one * other, 0, Integer.MAX_VALUE);
    }

    /** apps/v1 kinds with spec.replicas and spec.template. */
    static WorkloadShape replicas(JsonTree object) {
        JsonTree spec = object.at("spec");
        return plain(false, spec.number("replicas", 1), spec.at("template"));
    }

    static WorkloadShape daemonSet(JsonTree object) {
        return plain(false, object.at("status").number("desiredNumberScheduled", 0), object.at("spec", "template"));
    }

    /**
     * batch/v1 Job. Indexes alone make no gang: an Indexed Job may well be so many pieces of work that know nothing of each other. One
     * that runs all its indexes at once and names a subdomain, by which its pods find each other, is one (Job with Pod-to-Pod
     * Communication, kubernetes.io/docs/tasks/job/job-with-pod-to-pod-communication); Kueue's annotation may lower its minimum.
     */
    static WorkloadShape job(JsonTree object) {
        JsonTree spec = object.at("spec");
        int parallelism = spec.number("parallelism", 1);
        OptionalInt completions = spec.number("completions");
        boolean together = "Indexed".equals(spec.text("completionMode"))
                && parallelism > 1
                && completions.orElse(0) <= parallelism
                && speaks(spec.at("template"));
        OptionalInt least = object.at("metadata", "annotations").number(KueueNames.LEAST_PARALLELISM);
        OptionalInt minimum =
                together ? OptionalInt.of(Math.min(least.orElse(parallelism), parallelism)) : OptionalInt.empty();
        return new WorkloadShape(spec.flag("suspend"), parallelism, minimum, spec.at("template"), "");
    }

    /** True when the pods of a template can find each other by name. */
    static boolean speaks(JsonTree template) {
        return !template.at("spec").text("subdomain").isEmpty();
    }

    static WorkloadShape jobSet(JsonTree object) {
        List<Group> groups = new ArrayList<>();
        for (JsonTree job : object.at("spec", "replicatedJobs").elements()) {
            JsonTree spec = job.at("template", "spec");
            groups.add(new Group(times(job.number("replicas", 1), spec.number("parallelism", 1)), spec.at("template")));
        }
        return gang(of(object.at("spec").flag("suspend"), groups, OptionalInt.empty(), ""));
    }

    /** Kubeflow training v1 (PyTorchJob and its kin, MPIJob v2beta1): spec.*ReplicaSpecs. */
    static WorkloadShape kubeflow(JsonTree object) {
        List<Group> groups = new ArrayList<>();
        object.at("spec").fields((name, specs) -> {
            if (name.endsWith("ReplicaSpecs")) {
                specs.fields((role, replica) ->
                        groups.add(new Group(replica.number("replicas", 1), replica.at("template"))));
            }
        });
        JsonTree policy = object.at("spec", "runPolicy");
        OptionalInt least = policy.at("schedulingPolicy").number("minAvailable");
        WorkloadShape shape = of(
                policy.flag("suspend"),
                groups,
                least,
                policy.at("schedulingPolicy").text("queue"));
        return least.isPresent() ? shape : gang(shape);
    }

    /** trainer.kubeflow.org TrainJob: the template lies in a runtime; the trainer's resources stand for it. */
    static WorkloadShape trainJob(JsonTree object) {
        JsonTree trainer = object.at("spec", "trainer");
        JsonTree container = JsonTree.of(Map.of("resources", trainer.at("resourcesPerNode")));
        JsonTree template = trainer.at("resourcesPerNode").exists()
                ? JsonTree.of(Map.of("spec", JsonTree.of(Map.of("containers", JsonTree.list(container)))))
                : JsonTree.none();
        int nodes = trainer.number("numNodes", 1);
        return gang(plain(object.at("spec").flag("suspend"), nodes, template));
    }

    static WorkloadShape rayCluster(JsonTree object) {
        return ray(object.at("spec"), object.at("spec").flag("suspend"));
    }

    static WorkloadShape rayJob(JsonTree object) {
        return ray(object.at("spec", "rayClusterSpec"), object.at("spec").flag("suspend"));
    }

    static WorkloadShape rayService(JsonTree object) {
        return ray(
                object.at("spec", "rayClusterConfig"),
                object.at("spec", "rayClusterConfig").flag("suspend"));
    }

    private static WorkloadShape ray(JsonTree cluster, boolean suspended) {
        List<Group> groups = new ArrayList<>();
        for (JsonTree group : cluster.at("workerGroupSpecs").elements()) {
            int pods = group.number("replicas", group.number("minReplicas", 0));
            groups.add(new Group(times(pods, Math.max(1, group.number("numOfHosts", 1))), group.at("template")));
        }
        groups.add(new Group(1, cluster.at("headGroupSpec", "template")));
        return of(suspended, groups, OptionalInt.empty(), "");
    }

    /** leaderworkerset.x-k8s.io: each replica is a group of spec.leaderWorkerTemplate.size pods that live together. */
    static WorkloadShape leaderWorkerSet(JsonTree object) {
        JsonTree template = object.at("spec", "leaderWorkerTemplate");
        int size = template.number("size", 1);
        int wanted = times(object.at("spec").number("replicas", 1), size);
        return new WorkloadShape(
                false,
                wanted,
                size > 1 ? OptionalInt.of(size) : OptionalInt.empty(),
                template.at("workerTemplate"),
                "");
    }

    static WorkloadShape volcanoJob(JsonTree object) {
        List<Group> groups = new ArrayList<>();
        for (JsonTree task : object.at("spec", "tasks").elements()) {
            groups.add(new Group(task.number("replicas", 1), task.at("template")));
        }
        JsonTree spec = object.at("spec");
        WorkloadShape shape = of(false, groups, spec.number("minAvailable"), spec.text("queue"));
        return shape.minimum.isPresent() ? shape : gang(shape);
    }

    static WorkloadShape inferenceService(JsonTree object) {
        JsonTree predictor = object.at("spec", "predictor");
        return plain(false, predictor.number("minReplicas", 1), JsonTree.none());
    }

    static WorkloadShape llmInferenceService(JsonTree object) {
        JsonTree spec = object.at("spec");
        List<Group> groups = List.of(
                new Group(spec.number("replicas", 1), pod(spec.at("template"))),
                new Group(spec.at("prefill").number("replicas", 0), pod(spec.at("prefill", "template"))));
        return of(false, groups, OptionalInt.empty(), "");
    }

    /** A Kubeflow Notebook: one pod. */
    static WorkloadShape notebook(JsonTree object) {
        return plain(false, 1, object.at("spec", "template"));
    }

    /** Kinds that only own other workloads or pods of many shapes: Argo Workflow, Katib Experiment, AppWrapper. */
    static WorkloadShape owner(JsonTree object) {
        JsonTree spec = object.at("spec");
        return plain(spec.flag("suspend"), spec.number("parallelTrialCount", 0), JsonTree.none());
    }

    private static JsonTree pod(JsonTree spec) {
        return spec.exists() ? JsonTree.of(Map.of("spec", spec)) : JsonTree.none();
    }

    private static WorkloadShape gang(WorkloadShape shape) {
        OptionalInt all = shape.wanted > 1 ? OptionalInt.of(shape.wanted) : OptionalInt.empty();
        return new WorkloadShape(shape.suspended, shape.wanted, all, shape.template, shape.queue);
    }
}
