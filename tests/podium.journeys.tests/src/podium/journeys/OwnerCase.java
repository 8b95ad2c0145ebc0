// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import podium.core.api.ObjectRef;
import podium.kubernetes.testkit.AllKinds;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/**
 * A kind of owner to be proved.
 *
 * @param fixture the manifest beside the tests
 * @param ref the object, by name
 * @param kinds the custom kinds it takes
 * @param operators its controllers
 * @param tasks pods it has
 */
record OwnerCase(
        String fixture,
        Function<String, ObjectRef> ref,
        List<CustomKind> kinds,
        Function<ObjectStore, List<Operator>> operators,
        int tasks) {

    static List<OwnerCase> all() {
        return List.of(
                new OwnerCase("job", name -> AllKinds.job("team", name), List.of(), _ -> List.of(), 2),
                new OwnerCase(
                        "job-kueue",
                        name -> AllKinds.job("team", name),
                        List.of(CustomKind.WORKLOAD),
                        store -> List.of(kueue(store, ResourceTypes.JOB, "/spec")),
                        2),
                new OwnerCase(
                        "jobset-kueue",
                        CustomKind.JOB_SET::ref,
                        List.of(CustomKind.JOB_SET, CustomKind.WORKLOAD),
                        store -> List.of(Operators.jobSet(store), kueue(store, CustomKind.JOB_SET.type(), "/spec")),
                        3),
                new OwnerCase(
                        "pytorchjob-kueue",
                        CustomKind.PYTORCH_JOB::ref,
                        List.of(CustomKind.PYTORCH_JOB, CustomKind.WORKLOAD),
                        store -> List.of(
                                Operators.kubeflow(store, CustomKind.PYTORCH_JOB, "pytorchReplicaSpecs"),
                                kueue(store, CustomKind.PYTORCH_JOB.type(), "/spec/runPolicy")),
                        3),
                of("jobset", CustomKind.JOB_SET, store -> List.of(Operators.jobSet(store)), 3),
                of("raycluster", CustomKind.RAY_CLUSTER, store -> List.of(Operators.rayCluster(store)), 3),
                new OwnerCase(
                        "rayjob",
                        CustomKind.RAY_JOB::ref,
                        List.of(CustomKind.RAY_JOB, CustomKind.RAY_CLUSTER),
                        store -> List.of(Operators.rayCluster(store), Operators.rayJob(store)),
                        3),
                new OwnerCase(
                        "rayservice",
                        CustomKind.RAY_SERVICE::ref,
                        List.of(CustomKind.RAY_SERVICE, CustomKind.RAY_CLUSTER),
                        store -> List.of(Operators.rayCluster(store), Operators.rayService(store)),
                        2),
                kubeflow("pytorchjob", CustomKind.PYTORCH_JOB, "pytorchReplicaSpecs"),
                kubeflow("tfjob", CustomKind.TF_JOB, "tfReplicaSpecs"),
                kubeflow("mpijob", CustomKind.MPI_JOB, "mpiReplicaSpecs"),
                new OwnerCase(
                        "trainjob",
                        CustomKind.TRAIN_JOB::ref,
                        List.of(CustomKind.TRAIN_JOB, CustomKind.RUNTIME, CustomKind.JOB_SET),
                        store -> List.of(Operators.jobSet(store), Operators.trainJob(store)),
                        2),
                of(
                        "leaderworkerset",
                        CustomKind.LEADER_WORKER_SET,
                        store -> List.of(Operators.leaderWorkerSet(store)),
                        3),
                of("volcanojob", CustomKind.VOLCANO_JOB, store -> List.of(Operators.volcano(store)), 3),
                of(
                        "inferenceservice",
                        CustomKind.INFERENCE_SERVICE,
                        store -> List.of(Operators.inferenceService(store)),
                        2),
                of(
                        "llminferenceservice",
                        CustomKind.LLM_INFERENCE_SERVICE,
                        store -> List.of(Operators.llmInferenceService(store)),
                        3),
                of("notebook", CustomKind.NOTEBOOK, store -> List.of(Operators.notebook(store)), 1),
                new OwnerCase(
                        "experiment",
                        CustomKind.EXPERIMENT::ref,
                        List.of(CustomKind.EXPERIMENT, CustomKind.TRIAL),
                        store -> List.of(Operators.katib(store)),
                        2));
    }

    /** Kinds whose pods are not placed through the object once it exists. */
    static List<OwnerCase> fixed() {
        return List.of(
                new OwnerCase(
                        "cronjob",
                        name -> new ObjectRef("batch", "v1", "cronjobs", "CronJob", "team", name),
                        List.of(),
                        _ -> List.of(),
                        0),
                of("appwrapper", CustomKind.APP_WRAPPER, store -> List.of(Operators.appWrapper(store)), 2));
    }

    /** Those that pass, and some more. */
    static List<OwnerCase> and(List<OwnerCase> more, Predicate<OwnerCase> which) {
        return Stream.concat(all().stream().filter(which), more.stream()).toList();
    }

    private static Operator kueue(ObjectStore store, ResourceType type, String policy) {
        return QueueOperator.of(store, type, policy);
    }

    private static OwnerCase of(
            String fixture, CustomKind kind, Function<ObjectStore, List<Operator>> operators, int tasks) {
        return new OwnerCase(fixture, kind::ref, List.of(kind), operators, tasks);
    }

    private static OwnerCase kubeflow(String fixture, CustomKind kind, String specs) {
        return of(fixture, kind, store -> List.of(Operators.kubeflow(store, kind, specs)), 3);
    }

    @Override
    public String toString() {
        return fixture;
    }
}
