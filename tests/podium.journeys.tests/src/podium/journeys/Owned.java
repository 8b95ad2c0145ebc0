// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.util.function.Function;
import podium.core.api.ObjectRef;
import podium.kubernetes.testkit.AllKinds;

/** The kinds of owner that the real controllers look after, each with pods of one GPU. */
enum Owned {
    JOB(
            2,
            name -> AllKinds.job("team", name),
            "\"suspend\":SUSPEND,\"parallelism\":2,\"completions\":2,"
                    + "\"completionMode\":\"Indexed\",\"template\":TEMPLATE"),
    JOB_SET(
            2,
            CustomKind.JOB_SET::ref,
            "\"suspend\":SUSPEND,\"replicatedJobs\":[{\"name\":\"a\",\"replicas\":1,"
                    + "\"template\":{\"spec\":{\"parallelism\":1,\"completions\":1,\"template\":TEMPLATE}}},{\"name\":\"b\","
                    + "\"replicas\":1,\"template\":{\"spec\":{\"parallelism\":1,\"completions\":1,\"template\":TEMPLATE}}}]"),
    DEPLOYMENT(
            2,
            name -> new ObjectRef("apps", "v1", "deployments", "Deployment", "team", name),
            "\"replicas\":2,\"selector\":{\"matchLabels\":{\"it\":\"NAME\"}},\"template\":TEMPLATE"),
    STATEFUL_SET(
            2,
            name -> new ObjectRef("apps", "v1", "statefulsets", "StatefulSet", "team", name),
            "\"replicas\":2,\"serviceName\":\"NAME\",\"selector\":{\"matchLabels\":{\"it\":\"NAME\"}},"
                    + "\"template\":TEMPLATE"),
    /** Two groups of two pods. */
    LEADER_WORKER_SET(
            4,
            CustomKind.LEADER_WORKER_SET::ref,
            "\"replicas\":2,\"leaderWorkerTemplate\":{\"size\":2,\"workerTemplate\":TEMPLATE}"),
    POD(1, name -> ObjectRef.pod("team", name), "");

    private static final String TEMPLATE =
            "{\"metadata\":{\"labels\":{\"it\":\"NAME\"},\"annotations\":{ANNOTATIONS}}," + "\"spec\":SPEC}";
    private static final String SPEC = "{RESTART\"terminationGracePeriodSeconds\":1,\"containers\":[{\"name\":\"main\","
            + "\"image\":\"example/train:1\",\"resources\":{\"requests\":{\"cpu\":\"1\",\"nvidia.com/gpu\":\"1\"},"
            + "\"limits\":{\"nvidia.com/gpu\":\"1\"}}}]}";

    /** Pods it has, each with one GPU. */
    final int pods;

    private final Function<String, ObjectRef> ref;
    private final String body;

    Owned(int pods, Function<String, ObjectRef> ref, String body) {
        this.pods = pods;
        this.ref = ref;
        this.body = body;
    }

    /** True for what can be suspended, and so waits without a queue. */
    boolean suspends() {
        return this == JOB || this == JOB_SET;
    }

    ObjectRef ref(String name) {
        return ref.apply(name);
    }

    /**
     * Its manifest.
     *
     * @param queue the LocalQueue; empty: none
     * @param topology whether all pods are to lie in one rack
     */
    String manifest(String name, String queue, boolean topology, boolean suspended) {
        ObjectRef its = ref(name);
        String annotations =
                topology ? "\"kueue.x-k8s.io/podset-required-topology\":\"" + ControllersGround.RACK + "\"" : "";
        String labels = queue.isEmpty() ? "" : "\"kueue.x-k8s.io/queue-name\":\"" + queue + "\"";
        String restart = suspends() ? "\"restartPolicy\":\"Never\"," : "";
        String spec = SPEC.replace("RESTART", restart);
        String head = "{\"apiVersion\":\"" + its.apiVersion() + "\",\"kind\":\"" + its.kind()
                + "\",\"metadata\":{\"name\":\"NAME\",\"namespace\":\"team\",\"labels\":{" + labels;
        if (this == POD) {
            return (head + (labels.isEmpty() ? "" : ",") + "\"it\":\"NAME\"},\"annotations\":{" + annotations
                            + "}},\"spec\":" + spec + "}")
                    .replace("NAME", name);
        }
        return (head + "}},\"spec\":{"
                        + body.replace("TEMPLATE", TEMPLATE.replace("SPEC", spec))
                                .replace("ANNOTATIONS", annotations)
                                .replace("SUSPEND", String.valueOf(suspended))
                        + "}}")
                .replace("NAME", name);
    }
}
