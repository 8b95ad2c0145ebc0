// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import podium.core.api.ObjectRef;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** A custom kind as the simulator is told of it. */
record CustomKind(String group, String version, String plural, String kind, boolean namespaced) {
    static final CustomKind JOB_SET = of("jobset.x-k8s.io", "v1alpha2", "JobSet");
    static final CustomKind RAY_CLUSTER = of("ray.io", "v1", "RayCluster");
    static final CustomKind RAY_JOB = of("ray.io", "v1", "RayJob");
    static final CustomKind RAY_SERVICE = of("ray.io", "v1", "RayService");
    static final CustomKind PYTORCH_JOB = of("kubeflow.org", "v1", "PyTorchJob");
    static final CustomKind TF_JOB = of("kubeflow.org", "v1", "TFJob");
    static final CustomKind MPI_JOB = of("kubeflow.org", "v2beta1", "MPIJob");
    static final CustomKind TRAIN_JOB = of("trainer.kubeflow.org", "v1alpha1", "TrainJob");
    static final CustomKind RUNTIME = new CustomKind(
            "trainer.kubeflow.org", "v1alpha1", "clustertrainingruntimes", "ClusterTrainingRuntime", false);
    static final CustomKind LEADER_WORKER_SET = of("leaderworkerset.x-k8s.io", "v1", "LeaderWorkerSet");
    static final CustomKind VOLCANO_JOB = of("batch.volcano.sh", "v1alpha1", "Job");
    static final CustomKind INFERENCE_SERVICE = of("serving.kserve.io", "v1beta1", "InferenceService");
    static final CustomKind LLM_INFERENCE_SERVICE = of("serving.kserve.io", "v1alpha1", "LLMInferenceService");
    static final CustomKind NOTEBOOK = of("kubeflow.org", "v1", "Notebook");
    static final CustomKind EXPERIMENT = of("kubeflow.org", "v1beta1", "Experiment");
    static final CustomKind TRIAL = of("kubeflow.org", "v1beta1", "Trial");
    static final CustomKind APP_WRAPPER = of("workload.codeflare.dev", "v1beta2", "AppWrapper");
    static final CustomKind WORKFLOW = of("argoproj.io", "v1alpha1", "Workflow");
    static final CustomKind WORKLOAD = of("kueue.x-k8s.io", "v1beta2", "Workload");
    static final CustomKind LOCAL_QUEUE = of("kueue.x-k8s.io", "v1beta2", "LocalQueue");
    static final CustomKind CLUSTER_QUEUE =
            new CustomKind("kueue.x-k8s.io", "v1beta2", "clusterqueues", "ClusterQueue", false);
    static final CustomKind FLAVOR =
            new CustomKind("kueue.x-k8s.io", "v1beta2", "resourceflavors", "ResourceFlavor", false);

    private static CustomKind of(String group, String version, String kind) {
        return new CustomKind(group, version, kind.toLowerCase(Locale.ROOT) + "s", kind, true);
    }

    ObjectRef ref(String name) {
        return new ObjectRef(group, version, plural, kind, namespaced ? "team" : "", name);
    }

    ResourceType type() {
        return new ResourceType(
                group, version, plural, kind.toLowerCase(Locale.ROOT), kind, namespaced, List.of(), List.of());
    }

    /** Tells a cluster of it. */
    void define(ObjectStore store) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.put("apiVersion", "apiextensions.k8s.io/v1").put("kind", "CustomResourceDefinition");
        definition.putObject("metadata").put("name", plural + "." + group);
        ObjectNode spec = definition.putObject("spec");
        spec.put("group", group).put("scope", namespaced ? "Namespaced" : "Cluster");
        spec.putObject("names").put("plural", plural).put("kind", kind);
        ArrayNode versions = spec.putArray("versions");
        ObjectNode one = versions.addObject();
        one.put("name", version).put("served", true).put("storage", true);
        one.putObject("subresources").putObject("status");
        one.putObject("schema")
                .putObject("openAPIV3Schema")
                .put("type", "object")
                .put("x-kubernetes-preserve-unknown-fields", true);
        store.create(ResourceTypes.CUSTOM_RESOURCE_DEFINITION, definition);
    }
}
