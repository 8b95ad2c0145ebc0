// SPDX-License-Identifier: Apache-2.0
package podium.operation.suspend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.value.Labels;
import podium.model.value.WorkKind;

class SuspendRulesTest {
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();

    private Job job(String apiVersion, String kind) {
        cluster.setName("lab");
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName("train");
        job.setNamespace("research");
        job.setUid("uid-1");
        job.setApiVersion(apiVersion);
        job.setKind(kind);
        job.setWork(apiVersion.startsWith("batch.volcano.sh") ? WorkKind.UNKNOWN : TestKinds.of(kind));
        job.setWantedTasks(2);
        cluster.getJobs().add(job);
        return job;
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
        assertTrue(SuspendRules.whyNotSuspend(job).orElse("").contains("cannot be suspended"));
        assertTrue(SuspendRules.whyNotResume(job).orElse("").contains("cannot be suspended"));
    }

    @Test
    void aJobOfKueueIsLeftToKueue() {
        Job job = job("batch/v1", "Job");
        job.setLabels(Labels.of("kueue.x-k8s.io/queue-name", "batch"));
        job.setQueueName("batch");
        assertTrue(SuspendRules.whyNotSuspend(job).orElse("").contains("Kueue"));
        assertTrue(SuspendRules.whyNotResume(job).orElse("").contains("Kueue"));
        job.setSuspended(true);
        job.setReason("Kueue: its Workload is not active");
        assertTrue(SuspendRules.whyNotResume(job).isEmpty(), "it can be activated");
    }

    @Test
    void onlyWhatRunsIsSuspendedAndOnlyWhatIsSuspendedResumed() {
        Job job = job("batch/v1", "Job");
        assertTrue(SuspendRules.whyNotSuspend(job).isEmpty());
        assertTrue(SuspendRules.whyNotResume(job).isPresent());
        job.setSuspended(true);
        assertTrue(SuspendRules.whyNotSuspend(job).isPresent());
        assertTrue(SuspendRules.whyNotResume(job).isEmpty());
    }

    @Test
    void aFinishedJobIsNeither() {
        Job job = job("batch/v1", "Job");
        job.setFinished(Instant.EPOCH);
        assertTrue(SuspendRules.whyNotSuspend(job).orElse("").contains("finished"));
        assertTrue(SuspendRules.whyNotResume(job).orElse("").contains("finished"));
    }
}
