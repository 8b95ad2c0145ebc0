// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler.Choices;

class QueueActsTest {
    private final Shelf shelf = new Shelf();

    @Test
    void whatKueueHasAdmittedIsTakenBackBeforeItsQueueChanges() throws IOException {
        Plan plan = shelf.queued(false).plan(Shelf.JOB, new JobAction.Queue("large"));
        assertEquals(
                List.of(
                        "Have Kueue take train back",
                        "Wait until train is suspended",
                        "Wait until no pod of train is active",
                        "Put train into queue large",
                        "Let Kueue admit train again"),
                Shelf.words(plan.steps()));
        assertEquals(
                "[{\"op\":\"test\",\"path\":\"/metadata/ownerReferences/0/uid\",\"value\":\"u-train\"},"
                        + "{\"op\":\"test\",\"path\":\"/spec/active\",\"value\":true},"
                        + "{\"op\":\"replace\",\"path\":\"/spec/active\",\"value\":false}]",
                Shelf.bodies(plan.steps()).getFirst());
        assertFalse(plan.irreversible().isEmpty(), "a running job loses what it did");
    }

    @Test
    void aWaitingJobChangesItsQueueInOneWriteAndBack() throws IOException {
        Plan plan = shelf.queued(true).plan(Shelf.JOB, new JobAction.Queue("large"));
        assertEquals(
                List.of("{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/queue-name\":\"large\"}}}"),
                Shelf.bodies(plan.steps()));
        assertEquals(
                List.of("{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}}}"),
                Shelf.bodies(plan.undo()));
        assertTrue(plan.irreversible().isEmpty());
    }

    @Test
    void aQueueThatDoesNotExistIsRefusedWithThoseThatDo() throws IOException {
        assertEquals(
                "There are: large, small",
                shelf.queued(true).refusal(Shelf.JOB, new JobAction.Queue("huge")).advice());
    }

    @Test
    void aRunningJobWithoutAQueueMustBeSuspendedFirst() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"suspend\":false}");
        assertTrue(shelf.refusal(Shelf.JOB, new JobAction.Queue("large")).reason().contains("only while it is suspended"));
    }

    @Test
    void requeueingUnderKueueGoesThroughItsWorkload() throws IOException {
        Plan plan = shelf.queued(false).plan(Shelf.JOB, new JobAction.Requeue());
        assertEquals("Have Kueue take train back", Shelf.words(plan.steps()).getFirst());
        assertEquals("Let Kueue admit train again", Shelf.words(plan.steps()).getLast());
        assertFalse(plan.canUndo());
    }

    @Test
    void aWorkloadThatHasFinishedOrThatTheJobDoesNotControlIsNotTakenForIts() throws IOException {
        String finished = ",\"status\":{\"conditions\":[{\"type\":\"Finished\",\"status\":\"True\"}]}";
        shelf.queued(false).workload("job-train", "u-train", finished).workload("job-a", "somebody", "");
        assertTrue(shelf.refusal(Shelf.JOB, new JobAction.Requeue()).reason().contains("has no Workload"));
        shelf.workload("job-train-again", "u-train", "");
        assertEquals(
                "job-train-again",
                ((Step.Write) shelf.plan(Shelf.JOB, new JobAction.Requeue())
                                .steps()
                                .getFirst())
                        .write()
                        .target()
                        .name());
    }

    @Test
    void everyKindThatCanBeSuspendedCanBeRequeuedByItsOwnField() throws IOException {
        var jax = Shelf.ref("kubeflow.org", "v1", "jaxjobs", "JAXJob", "jax");
        shelf.put(jax, "", ",\"spec\":{}");
        assertEquals(
                List.of(
                        "{\"spec\":{\"runPolicy\":{\"suspend\":true}}}",
                        "{\"spec\":{\"runPolicy\":{\"suspend\":null}}}"),
                Shelf.bodies(shelf.plan(jax, new JobAction.Requeue()).steps()));
        var old = Shelf.ref("kubeflow.org", "v1alpha2", "mpijobs", "MPIJob", "old");
        shelf.put(old, "", ",\"spec\":{}");
        assertTrue(shelf.refusal(old, new JobAction.Requeue()).reason().contains("does not wait in a queue"));
    }

    @Test
    void aJobThatWaitsIsNotRequeued() throws IOException {
        assertTrue(shelf.queued(true)
                .refusal(Shelf.JOB, new JobAction.Requeue())
                .reason()
                .contains("waits already"));
    }

    @Test
    void aDeploymentDoesNotWaitInAQueue() throws IOException {
        var web = Shelf.ref("apps", "v1", "deployments", "Deployment", "web");
        shelf.put(web, "", ",\"spec\":{}");
        assertTrue(shelf.refusal(web, new JobAction.Requeue()).advice().contains("drain the node"));
    }

    @Test
    void thePriorityOfAQueuedJobIsKueuesLabelEvenWhileItRuns() throws IOException {
        Plan plan = shelf.queued(false).plan(Shelf.JOB, new JobAction.Priority("urgent"));
        assertEquals(
                List.of("{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/priority-class\":\"urgent\"}}}"),
                Shelf.bodies(plan.steps()));
        assertEquals(
                List.of("{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/priority-class\":null}}}"),
                Shelf.bodies(plan.undo()));
        assertTrue(plan.effects().getFirst().contains("keep the priority they have"));
    }

    @Test
    void theChoicesOfAQueuedJobAreKueues() throws IOException {
        Choices choices = shelf.queued(true).choices(Shelf.JOB);
        assertEquals(List.of("large", "small"), choices.queues());
        assertEquals(List.of("urgent"), choices.priorities());
        assertEquals("small", choices.queue());
        assertEquals(-1, choices.replicas(), "Kueue admitted it with its number of pods");
    }
}
