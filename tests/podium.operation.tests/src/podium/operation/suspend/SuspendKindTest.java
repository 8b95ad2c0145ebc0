// SPDX-License-Identifier: Apache-2.0
package podium.operation.suspend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kinds can be suspended, in which versions, by which field. */
class SuspendKindTest {
    @ParameterizedTest(name = "{0} {1}: {2}, {3}, told by {4}")
    @CsvSource({
        "batch/v1, Job, jobs, spec.suspend, Suspended",
        "jobset.x-k8s.io/v1alpha2, JobSet, jobsets, spec.suspend, Suspended",
        "jobset.x-k8s.io/v1, JobSet, jobsets, spec.suspend, Suspended",
        "trainer.kubeflow.org/v1alpha1, TrainJob, trainjobs, spec.suspend, Suspended",
        "kubeflow.org/v1, PyTorchJob, pytorchjobs, spec.runPolicy.suspend, Suspended",
        "kubeflow.org/v1, TFJob, tfjobs, spec.runPolicy.suspend, Suspended",
        "kubeflow.org/v1, MPIJob, mpijobs, spec.runPolicy.suspend, Suspended",
        "kubeflow.org/v2beta1, MPIJob, mpijobs, spec.runPolicy.suspend, Suspended",
        "kubeflow.org/v1, XGBoostJob, xgboostjobs, spec.runPolicy.suspend, Suspended",
        "kubeflow.org/v1, JAXJob, jaxjobs, spec.runPolicy.suspend, Suspended",
        "kubeflow.org/v1, PaddleJob, paddlejobs, spec.runPolicy.suspend, Suspended",
        "ray.io/v1, RayJob, rayjobs, spec.suspend, ''",
        "ray.io/v1alpha1, RayCluster, rayclusters, spec.suspend, ''"
    })
    void aKindIsSuspendedByItsField(String apiVersion, String kind, String resource, String field, String condition) {
        SuspendKind known = SuspendKind.of(apiVersion, kind).orElseThrow();
        assertEquals(resource, known.resource());
        assertEquals(field, String.join(".", known.path()));
        assertEquals(condition, known.condition());
        assertTrue(apiVersion.startsWith(known.group() + "/"));
    }

    @ParameterizedTest(name = "{0} {1} cannot be suspended")
    @CsvSource({
        "kubeflow.org/v1alpha1, MPIJob",
        "kubeflow.org/v1alpha2, MPIJob",
        "batch.volcano.sh/v1alpha1, Job",
        "batch/v1, CronJob",
        "apps/v1, Deployment",
        "v1, Pod",
        "ray.io/v1, RayService",
        "leaderworkerset.x-k8s.io/v1, LeaderWorkerSet",
        "kubeflow.org/v1, Notebook",
        "batchy/v1, Job",
        "'', Job"
    })
    void othersCannotBe(String apiVersion, String kind) {
        assertEquals(Optional.empty(), SuspendKind.of(apiVersion, kind));
    }
}
