// SPDX-License-Identifier: Apache-2.0
package podium.operation.suspend;

import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;

/**
 * A kind of job that can be suspended, and the field that does it.
 *
 * @param resource plural as in the URL
 * @param path field names from the root of the object
 * @param condition type of the condition that tells it is suspended; empty: it has none
 */
public record SuspendKind(String group, String kind, String resource, List<String> path, String condition) {
    /** The field of most kinds. */
    public static final List<String> SPEC = List.of("spec", "suspend");
    /** That of Kubeflow's kinds of v1. */
    public static final List<String> RUN_POLICY = List.of("spec", "runPolicy", "suspend");

    /** Job: KEP-2232. JobSet and Ray: their API docs. Kubeflow v1: RunPolicy.suspend, in every kind. TrainJob v2: KEP-2170. */
    private static final List<SuspendKind> ALL = List.of(
            new SuspendKind("batch", "Job", "jobs", SPEC, "Suspended"),
            new SuspendKind("jobset.x-k8s.io", "JobSet", "jobsets", SPEC, "Suspended"),
            new SuspendKind("trainer.kubeflow.org", "TrainJob", "trainjobs", SPEC, "Suspended"),
            new SuspendKind("kubeflow.org", "PyTorchJob", "pytorchjobs", RUN_POLICY, "Suspended"),
            new SuspendKind("kubeflow.org", "TFJob", "tfjobs", RUN_POLICY, "Suspended"),
            new SuspendKind("kubeflow.org", "MPIJob", "mpijobs", RUN_POLICY, "Suspended"),
            new SuspendKind("kubeflow.org", "XGBoostJob", "xgboostjobs", RUN_POLICY, "Suspended"),
            new SuspendKind("kubeflow.org", "JAXJob", "jaxjobs", RUN_POLICY, "Suspended"),
            new SuspendKind("kubeflow.org", "PaddleJob", "paddlejobs", RUN_POLICY, "Suspended"),
            new SuspendKind("ray.io", "RayJob", "rayjobs", SPEC, ""),
            new SuspendKind("ray.io", "RayCluster", "rayclusters", SPEC, ""));

    /** The kind; empty: it cannot be suspended in this version. */
    public static Optional<SuspendKind> of(String apiVersion, String kind) {
        String group = ObjectRef.groupOf(apiVersion);
        return ALL.stream()
                .filter(known -> known.kind.equals(kind) && known.group.equals(group) && known.isIn(apiVersion))
                .findFirst();
    }

    /** MPIJob v1alpha1 and v1alpha2 cannot be suspended: their runPolicy, where there is one, is that of kubeflow/common. */
    private boolean isIn(String apiVersion) {
        return !path.equals(RUN_POLICY) || !apiVersion.contains("/v1alpha");
    }
}
