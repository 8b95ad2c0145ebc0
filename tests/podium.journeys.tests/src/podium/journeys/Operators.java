// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.journeys.Hands.Group;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** The operators of the custom kinds, each as far as a placement meets it. */
final class Operators {
    private Operators() {}

    /** KubeRay: pods of each group; status.state tells when the last of them is gone. */
    static Operator rayCluster(ObjectStore store) {
        return of(store, CustomKind.RAY_CLUSTER, Operators::rayCluster);
    }

    private static void rayCluster(Hands hands, ObjectNode cluster) {
        boolean suspended = cluster.at("/spec/suspend").asBoolean();
        hands.pods(cluster, suspended ? List.of() : rayGroups(cluster, "/spec"), false);
        List<ObjectNode> pods = hands.owned(cluster, ResourceTypes.POD);
        String state = suspended && pods.isEmpty() ? "suspended" : Hands.running(pods) == 3 ? "ready" : "";
        hands.change(CustomKind.RAY_CLUSTER.type(), cluster, fresh -> fresh.withObject("/status")
                .put("state", state));
    }

    private static List<Group> rayGroups(JsonNode owner, String at) {
        String name = ObjectMeta.name(owner);
        Map<String, String> labels = Map.of("ray.io/cluster", name, "ray.io/node-type", "head");
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(name + "-head", 1, owner.at(at + "/headGroupSpec/template"), labels));
        for (JsonNode group : owner.at(at + "/workerGroupSpecs")) {
            groups.add(new Group(
                    name + "-" + group.path("groupName").asText(),
                    group.path("replicas").asInt(),
                    group.path("template"),
                    Map.of(
                            "ray.io/cluster",
                            name,
                            "ray.io/group",
                            group.path("groupName").asText())));
        }
        return groups;
    }

    /** KubeRay: a RayJob makes a RayCluster, and deletes it when it is suspended. */
    static Operator rayJob(ObjectStore store) {
        return new Operator(
                store,
                CustomKind.RAY_JOB.type(),
                List.of(CustomKind.RAY_CLUSTER.type(), ResourceTypes.POD),
                Operators::rayJob);
    }

    private static void rayJob(Hands hands, ObjectNode job) {
        List<ObjectNode> clusters = hands.owned(job, CustomKind.RAY_CLUSTER.type());
        String status;
        if (job.at("/spec/suspend").asBoolean()) {
            clusters.forEach(cluster -> hands.delete(CustomKind.RAY_CLUSTER.type(), cluster));
            status = clusters.isEmpty() ? "Suspended" : "Suspending";
        } else {
            ObjectNode cluster = hands.make(
                    job,
                    CustomKind.RAY_CLUSTER.type(),
                    ObjectMeta.name(job) + "-raycluster",
                    made -> made.set("spec", job.at("/spec/rayClusterSpec").deepCopy()));
            status = cluster.at("/status/state").asText().equals("ready") ? "Running" : "Initializing";
        }
        hands.change(CustomKind.RAY_JOB.type(), job, fresh -> fresh.withObject("/status")
                .put("jobDeploymentStatus", status));
    }

    /** KubeRay: a RayService makes a second cluster for new templates and deletes the first when that is ready. */
    static Operator rayService(ObjectStore store) {
        return new Operator(
                store,
                CustomKind.RAY_SERVICE.type(),
                List.of(CustomKind.RAY_CLUSTER.type(), ResourceTypes.POD),
                Operators::rayService);
    }

    private static void rayService(Hands hands, ObjectNode service) {
        JsonNode wanted = service.at("/spec/rayClusterConfig");
        String name = ObjectMeta.name(service) + "-" + Integer.toHexString(wanted.hashCode());
        ObjectNode cluster =
                hands.make(service, CustomKind.RAY_CLUSTER.type(), name, made -> made.set("spec", wanted.deepCopy()));
        List<ObjectNode> pods = hands.owned(cluster, ResourceTypes.POD);
        if (Hands.running(pods) == 2) {
            hands.owned(service, CustomKind.RAY_CLUSTER.type()).stream()
                    .filter(other -> !ObjectMeta.name(other).equals(name))
                    .forEach(other -> hands.delete(CustomKind.RAY_CLUSTER.type(), other));
        }
    }

    /** The training operator and the MPI operator: pods of each role; the condition Suspended. */
    static Operator kubeflow(ObjectStore store, CustomKind kind, String specs) {
        return of(store, kind, (hands, job) -> {
            boolean suspended = job.at("/spec/runPolicy/suspend").asBoolean();
            List<Group> groups = new ArrayList<>();
            job.path("spec").path(specs).properties().forEach(role -> {
                String name = role.getKey().toLowerCase(java.util.Locale.ROOT);
                groups.add(new Group(
                        ObjectMeta.name(job) + "-" + name,
                        role.getValue().path("replicas").asInt(1),
                        role.getValue().path("template"),
                        Map.of(
                                "training.kubeflow.org/job-name",
                                ObjectMeta.name(job),
                                "training.kubeflow.org/replica-type",
                                name,
                                "training.kubeflow.org/replica-index",
                                "#")));
            });
            hands.pods(job, suspended ? List.of() : groups, false);
            hands.change(kind.type(), job, fresh -> Hands.condition(fresh, "Suspended", suspended));
        });
    }

    /** The AppWrapper controller: what is wrapped as its pods at once; status.phase tells when the last of them is gone. */
    static Operator appWrapper(ObjectStore store) {
        return of(store, CustomKind.APP_WRAPPER, (hands, wrapper) -> {
            boolean suspended = wrapper.at("/spec/suspend").asBoolean();
            List<Group> groups = new ArrayList<>();
            for (JsonNode component : wrapper.at("/spec/components")) {
                groups.add(new Group(
                        component.at("/template/metadata/name").asText(),
                        component.at("/template/spec/parallelism").asInt(1),
                        component.at("/template/spec/template"),
                        Map.of("workload.codeflare.dev/appwrapper", ObjectMeta.name(wrapper))));
            }
            hands.pods(wrapper, suspended ? List.of() : groups, false);
            List<ObjectNode> pods = hands.owned(wrapper, ResourceTypes.POD);
            hands.change(CustomKind.APP_WRAPPER.type(), wrapper, fresh -> fresh.withObject("/status")
                    .put("phase", suspended && pods.isEmpty() ? "Suspended" : suspended ? "Suspending" : "Running"));
        });
    }

    /** The JobSet controller, pods at once instead of by way of Jobs. */
    static Operator jobSet(ObjectStore store) {
        return of(store, CustomKind.JOB_SET, Operators::jobSet);
    }

    private static void jobSet(Hands hands, ObjectNode set) {
        boolean suspended = set.at("/spec/suspend").asBoolean();
        List<Group> groups = new ArrayList<>();
        for (JsonNode job : set.at("/spec/replicatedJobs")) {
            String role = job.path("name").asText();
            int pods = job.path("replicas").asInt(1)
                    * job.at("/template/spec/parallelism").asInt(1);
            groups.add(new Group(
                    ObjectMeta.name(set) + "-" + role,
                    pods,
                    job.at("/template/spec/template"),
                    Map.of(
                            "jobset.sigs.k8s.io/jobset-name",
                            ObjectMeta.name(set),
                            "jobset.sigs.k8s.io/replicatedjob-name",
                            role)));
        }
        hands.pods(set, suspended ? List.of() : groups, false);
        List<ObjectNode> pods = hands.owned(set, ResourceTypes.POD);
        hands.change(CustomKind.JOB_SET.type(), set, fresh -> {
            Hands.condition(fresh, "Suspended", suspended);
            fresh.withObject("/status")
                    .putArray("replicatedJobsStatus")
                    .addObject()
                    .put("name", "all")
                    .put("active", pods.size());
        });
    }

    /** The trainer: a JobSet of the runtime's template, with the patches in it while it is suspended. */
    static Operator trainJob(ObjectStore store) {
        return new Operator(
                store, CustomKind.TRAIN_JOB.type(), List.of(CustomKind.JOB_SET.type()), Operators::trainJob);
    }

    private static void trainJob(Hands hands, ObjectNode job) {
        boolean suspended = job.at("/spec/suspend").asBoolean();
        ObjectNode spec = hands.store
                .get(
                        CustomKind.RUNTIME.type(),
                        "",
                        job.at("/spec/runtimeRef/name").asText())
                .orElseThrow()
                .at("/spec/template/spec")
                .deepCopy();
        ObjectNode node = (ObjectNode) spec.at("/replicatedJobs/0/template/spec");
        node.put("parallelism", job.at("/spec/trainer/numNodes").asInt());
        for (JsonNode patch : job.at("/spec/runtimePatches")) {
            JsonNode selector =
                    patch.at("/trainingRuntimeSpec/template/spec/replicatedJobs/0/template/spec/template/spec"
                            + "/nodeSelector");
            ((ObjectNode) node.at("/template/spec")).set("nodeSelector", selector.deepCopy());
        }
        spec.put("suspend", suspended);
        ObjectNode set =
                hands.make(job, CustomKind.JOB_SET.type(), ObjectMeta.name(job), made -> made.set("spec", spec));
        if (suspended || set.at("/spec/suspend").asBoolean()) {
            hands.change(CustomKind.JOB_SET.type(), set, fresh -> fresh.set("spec", spec));
        }
        hands.change(CustomKind.TRAIN_JOB.type(), job, fresh -> {
            Hands.condition(fresh, "Suspended", suspended);
            fresh.at("/spec/runtimePatches").forEach(patch -> ((ObjectNode) patch).put("time", "2026-03-02T09:00:00Z"));
        });
    }

    /** LeaderWorkerSet: leader and workers, made anew when a template changes. */
    static Operator leaderWorkerSet(ObjectStore store) {
        return of(store, CustomKind.LEADER_WORKER_SET, (hands, set) -> {
            JsonNode template = set.at("/spec/leaderWorkerTemplate");
            String name = ObjectMeta.name(set);
            Map<String, String> labels =
                    Map.of("leaderworkerset.sigs.k8s.io/name", name, "leaderworkerset.sigs.k8s.io/group-index", "0");
            Group leader = new Group(name, 1, template.path("leaderTemplate"), labels);
            Group workers =
                    new Group(name + "-0", template.path("size").asInt() - 1, template.path("workerTemplate"), labels);
            hands.pods(set, List.of(leader, workers), true);
        });
    }

    /** Volcano's job controller. */
    static Operator volcano(ObjectStore store) {
        return of(store, CustomKind.VOLCANO_JOB, (hands, job) -> {
            List<Group> groups = new ArrayList<>();
            for (JsonNode task : job.at("/spec/tasks")) {
                groups.add(new Group(
                        ObjectMeta.name(job) + "-" + task.path("name").asText(),
                        task.path("replicas").asInt(1),
                        task.path("template"),
                        Map.of("volcano.sh/job-name", ObjectMeta.name(job), "volcano.sh/task-index", "#")));
            }
            hands.pods(job, groups, false);
            long running = Hands.running(hands.owned(job, ResourceTypes.POD));
            hands.change(CustomKind.VOLCANO_JOB.type(), job, fresh -> fresh.withObject("/status/state")
                    .put("phase", running >= 3 ? "Running" : "Pending"));
        });
    }

    /** KServe in its raw mode, pods at once instead of by way of a Deployment. */
    static Operator inferenceService(ObjectStore store) {
        return of(store, CustomKind.INFERENCE_SERVICE, (hands, service) -> {
            ObjectNode template = service.objectNode();
            template.set("spec", service.at("/spec/predictor").deepCopy());
            ((ObjectNode) template.path("spec")).remove("minReplicas");
            String name = ObjectMeta.name(service);
            Map<String, String> labels = Map.of("serving.kserve.io/inferenceservice", name, "component", "predictor");
            int replicas = service.at("/spec/predictor/minReplicas").asInt(1);
            hands.pods(service, List.of(new Group(name + "-predictor", replicas, template, labels)), true);
        });
    }

    /** KServe: the model servers of decoding and of prefill, pods at once instead of by way of Deployments. */
    static Operator llmInferenceService(ObjectStore store) {
        return of(store, CustomKind.LLM_INFERENCE_SERVICE, (hands, service) -> {
            String name = ObjectMeta.name(service);
            List<Group> groups = new ArrayList<>();
            for (String at : List.of("/spec", "/spec/prefill")) {
                String role = at.equals("/spec") ? "decode" : "prefill";
                ObjectNode template = service.objectNode();
                template.set("spec", service.at(at + "/template").deepCopy());
                Map<String, String> labels = Map.of("app.kubernetes.io/name", name, "llm-d.ai/role", role);
                groups.add(new Group(
                        name + "-" + role, service.at(at + "/replicas").asInt(1), template, labels));
            }
            hands.pods(service, groups, true);
        });
    }

    /** The notebook controller, its pod at once instead of by way of a StatefulSet. */
    static Operator notebook(ObjectStore store) {
        return of(store, CustomKind.NOTEBOOK, (hands, notebook) -> {
            String name = ObjectMeta.name(notebook);
            hands.pods(
                    notebook,
                    List.of(new Group(name, 1, notebook.at("/spec/template"), Map.of("notebook-name", name))),
                    true);
        });
    }

    /** Argo: a pod of each step, all at once, with the workflow's selector unless the step has one of its own. */
    static Operator workflow(ObjectStore store) {
        return of(store, CustomKind.WORKFLOW, (hands, workflow) -> {
            if (workflow.at("/spec/suspend").asBoolean()) {
                return;
            }
            List<Group> groups = new ArrayList<>();
            for (JsonNode step : workflow.at("/spec/templates")) {
                if (step.has("container")) {
                    ObjectNode template = workflow.objectNode();
                    ObjectNode spec = template.putObject("spec");
                    spec.putArray("containers").add(step.path("container").deepCopy());
                    JsonNode own = step.has("nodeSelector") ? step : workflow.path("spec");
                    if (own.has("nodeSelector")) {
                        spec.set("nodeSelector", own.path("nodeSelector").deepCopy());
                    }
                    groups.add(new Group(
                            ObjectMeta.name(workflow) + "-" + step.path("name").asText(),
                            1,
                            template,
                            Map.of("workflows.argoproj.io/workflow", ObjectMeta.name(workflow))));
                }
            }
            hands.pods(workflow, groups, false);
            hands.change(CustomKind.WORKFLOW.type(), workflow, fresh -> fresh.withObject("/status")
                    .put("phase", "Running"));
        });
    }

    /** Katib: a Trial and its job for each of the parallel trials. */
    static Operator katib(ObjectStore store) {
        return new Operator(
                store, CustomKind.EXPERIMENT.type(), List.of(CustomKind.TRIAL.type()), Operators::experiment);
    }

    private static void experiment(Hands hands, ObjectNode experiment) {
        for (int i = 0; i < experiment.at("/spec/parallelTrialCount").asInt(); i++) {
            String name = ObjectMeta.name(experiment) + "-" + i;
            ObjectNode trial = hands.make(experiment, CustomKind.TRIAL.type(), name, _ -> {});
            hands.make(trial, ResourceTypes.JOB, name, job -> {
                job.withObject("/metadata/labels").put("katib.kubeflow.org/experiment", ObjectMeta.name(experiment));
                ObjectNode spec =
                        experiment.at("/spec/trialTemplate/trialSpec/spec").deepCopy();
                job.set("spec", spec.put("suspend", false).put("parallelism", 1).put("completions", 1));
            });
        }
    }

    private static Operator of(
            ObjectStore store, CustomKind kind, java.util.function.BiConsumer<Hands, ObjectNode> script) {
        return new Operator(store, kind.type(), List.of(ResourceTypes.POD), script);
    }
}
