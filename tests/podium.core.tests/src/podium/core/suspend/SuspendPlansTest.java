// SPDX-License-Identifier: Apache-2.0
package podium.core.suspend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.operation.Expectation;
import podium.core.operation.Plan;
import podium.core.operation.Step;
import podium.core.port.ApiWrite;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;

class SuspendPlansTest {
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();

    private Job job(String apiVersion, String kind) {
        cluster.setName("lab");
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName("train");
        job.setNamespace("research");
        job.setUid("uid-1");
        job.setApiVersion(apiVersion);
        job.setKind(kind);
        job.setWantedTasks(2);
        cluster.getJobs().add(job);
        return job;
    }

    private static void run(Job job) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setPhase(TaskPhase.RUNNING);
        job.getTasks().add(task);
    }

    private static ApiWrite write(Plan plan) {
        return ((Step.Write) plan.steps().getFirst()).write();
    }

    @ParameterizedTest
    @CsvSource({
        "batch/v1, Job, /apis/batch/v1/namespaces/research/jobs/train, {\"spec\":{\"suspend\":true}}",
        "jobset.x-k8s.io/v1alpha2, JobSet, /apis/jobset.x-k8s.io/v1alpha2/namespaces/research/jobsets/train,"
                + " {\"spec\":{\"suspend\":true}}",
        "kubeflow.org/v2beta1, MPIJob, /apis/kubeflow.org/v2beta1/namespaces/research/mpijobs/train,"
                + " {\"spec\":{\"runPolicy\":{\"suspend\":true}}}",
        "kubeflow.org/v1, PyTorchJob, /apis/kubeflow.org/v1/namespaces/research/pytorchjobs/train,"
                + " {\"spec\":{\"runPolicy\":{\"suspend\":true}}}",
        "ray.io/v1, RayCluster, /apis/ray.io/v1/namespaces/research/rayclusters/train, {\"spec\":{\"suspend\":true}}"
    })
    void everyKindIsSuspendedByItsOwnField(String apiVersion, String kind, String path, String body) {
        ApiWrite write = write(SuspendPlans.suspend(job(apiVersion, kind)));
        assertEquals(path, write.target().path());
        assertEquals(body, write.body());
        assertEquals("uid-1", write.uid().orElseThrow(), "never another object of the same name");
    }

    @ParameterizedTest
    @CsvSource({
        "PyTorchJob, pytorchjobs",
        "TFJob, tfjobs",
        "MPIJob, mpijobs",
        "XGBoostJob, xgboostjobs",
        "JAXJob, jaxjobs",
        "PaddleJob, paddlejobs"
    })
    void everyKindOfTheTrainingOperatorIsSuspendedByItsRunPolicyAndAwaited(String kind, String resource) {
        Plan plan = SuspendPlans.suspend(job("kubeflow.org/v1", kind));
        assertEquals(
                "/apis/kubeflow.org/v1/namespaces/research/" + resource + "/train",
                write(plan).target().path());
        assertEquals(
                "{\"spec\":{\"runPolicy\":{\"suspend\":true}}}", write(plan).body());
        assertEquals(
                new Expectation.ConditionTrue("Suspended"),
                ((Step.Await) plan.steps().get(1)).expectation());
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1, Deployment",
        "v1, Pod",
        "batch.volcano.sh/v1alpha1, Job",
        "apps/v1, StatefulSet",
        "kubeflow.org/v1alpha1, MPIJob",
        "kubeflow.org/v1alpha2, MPIJob"
    })
    void otherKindsAreRefusedWithTheReason(String apiVersion, String kind) {
        Job job = job(apiVersion, kind);
        assertTrue(SuspendPlans.whyNotSuspend(job).orElse("").contains("cannot be suspended"));
        assertTrue(SuspendPlans.whyNotResume(job).orElse("").contains("cannot be suspended"));
    }

    @Test
    void aJobOfKueueIsLeftToKueue() {
        Job job = job("batch/v1", "Job");
        job.setLabels(Labels.of("kueue.x-k8s.io/queue-name", "batch"));
        job.setQueueName("batch");
        assertTrue(SuspendPlans.whyNotSuspend(job).orElse("").contains("Kueue"));
    }

    @Test
    void onlyWhatRunsIsSuspendedAndOnlyWhatIsSuspendedResumed() {
        Job job = job("batch/v1", "Job");
        assertTrue(SuspendPlans.whyNotSuspend(job).isEmpty());
        assertTrue(SuspendPlans.whyNotResume(job).isPresent());
        job.setSuspended(true);
        assertTrue(SuspendPlans.whyNotSuspend(job).isPresent());
        assertTrue(SuspendPlans.whyNotResume(job).isEmpty());
    }

    @Test
    void aFinishedJobIsNeither() {
        Job job = job("batch/v1", "Job");
        job.setFinished(Instant.EPOCH);
        assertTrue(SuspendPlans.whyNotSuspend(job).orElse("").contains("finished"));
        assertTrue(SuspendPlans.whyNotResume(job).orElse("").contains("finished"));
    }

    @Test
    void suspendingARunningJobIsCalledWhatItIs() {
        Job job = job("batch/v1", "Job");
        run(job);
        Plan plan = SuspendPlans.suspend(job);
        assertTrue(plan.effects().getFirst().contains("1 running pods are deleted"));
        assertFalse(plan.irreversible().isEmpty());
    }

    @Test
    void suspendingAWaitingJobLosesNothing() {
        Plan plan = SuspendPlans.suspend(job("batch/v1", "Job"));
        assertTrue(plan.irreversible().isEmpty());
        assertTrue(plan.effects().getFirst().contains("none is deleted"));
    }

    @Test
    void thePlanWaitsUntilTheServerSaysItIsSuspended() {
        Plan plan = SuspendPlans.suspend(job("batch/v1", "Job"));
        Step.Await await = (Step.Await) plan.steps().get(1);
        assertEquals(new Expectation.ConditionTrue("Suspended"), await.expectation());
        assertEquals(
                1, SuspendPlans.suspend(job("ray.io/v1", "RayCluster")).steps().size(), "Ray has no such condition");
    }

    @Test
    void undoResumesAndTheUndoOfResumeSuspends() {
        Job job = job("batch/v1", "Job");
        ApiWrite back = ((Step.Write) SuspendPlans.suspend(job).undo().getFirst()).write();
        assertEquals("{\"spec\":{\"suspend\":false}}", back.body());
        ApiWrite again = ((Step.Write) SuspendPlans.resume(job).undo().getFirst()).write();
        assertEquals("{\"spec\":{\"suspend\":true}}", again.body());
    }

    @Test
    void theDiffShowsTheFieldThatChanges() {
        Plan plan = SuspendPlans.suspend(job("kubeflow.org/v1", "PyTorchJob"));
        assertEquals(
                "spec:\n  runPolicy:\n    suspend: false\n",
                plan.changes().getFirst().before());
        assertEquals(
                "spec:\n  runPolicy:\n    suspend: true\n",
                plan.changes().getFirst().after());
    }

    @Test
    void resumingWaitsForNothingAndSaysHowManyPodsAreMade() {
        Plan plan = SuspendPlans.resume(job("batch/v1", "Job"));
        assertEquals(1, plan.steps().size());
        assertEquals(List.of("Its 2 pods are made and wait for a place."), plan.effects());
    }
}
