// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler.Choices;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

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
                        "Wait until Kueue has taken back the quota of train",
                        "Put train into queue large",
                        "Put the Workload of train into queue large",
                        "Let Kueue admit train again",
                        "Wait until the Workload of train is in queue large"),
                Shelf.words(plan.steps()));
        assertEquals(
                List.of("Put train into queue small", "Put the Workload of train into queue small"),
                Shelf.words(plan.undo()).stream()
                        .filter(words -> words.startsWith("Put"))
                        .toList());
        assertEquals(
                "[{\"op\":\"test\",\"path\":\"/metadata/ownerReferences/0/uid\",\"value\":\"u-train\"},"
                        + "{\"op\":\"test\",\"path\":\"/spec/active\",\"value\":true},"
                        + "{\"op\":\"replace\",\"path\":\"/spec/active\",\"value\":false}]",
                Shelf.bodies(plan.steps()).getFirst());
        assertFalse(plan.irreversible().isEmpty(), "a running job loses what it did");
    }

    @Test
    void aWaitingJobChangesItsQueueWhereKueueReadsItAndBack() throws IOException {
        Plan plan = shelf.queued(true).plan(Shelf.JOB, new JobAction.Queue("large"));
        assertTrue(Shelf.bodies(plan.steps())
                .contains("{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/queue-name\":\"large\"}}}"));
        assertTrue(Shelf.bodies(plan.undo())
                .contains("{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}}}"));
        assertEquals(
                "Wait until the Workload of train is in queue large",
                Shelf.words(plan.steps()).getLast());
        assertTrue(plan.irreversible().isEmpty());
    }

    /** Kueue deletes a pod when the Workload that it runs by is deactivated, and it may run by the time of either write. */
    @Test
    void aPodThatWaitsIsMovedAndMovedBackWithoutItsWorkloadBeingDeactivated() throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "train");
        shelf.queued(true)
                .put(
                        pod,
                        ",\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}",
                        ",\"spec\":{\"schedulingGates\":[{\"name\":\"kueue.x-k8s.io/admission\"}]}");
        Plan plan = shelf.plan(pod, new JobAction.Queue("large"));
        List<String> bodies = new ArrayList<>(Shelf.bodies(plan.steps()));
        bodies.addAll(Shelf.bodies(plan.undo()));
        assertEquals(
                List.of(
                        "{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/queue-name\":\"large\"}}}",
                        "{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}}}"),
                bodies);
        assertEquals(
                "Wait until the Workload of train is in queue large",
                Shelf.words(plan.steps()).getLast());
        assertTrue(plan.effects().toString().contains("cannot be undone"));
    }

    @Test
    void aLeaderWorkerSetKeepsItsQueueEvenWithoutPods() throws IOException {
        ObjectRef set = Shelf.ref("leaderworkerset.x-k8s.io", "v1", "leaderworkersets", "LeaderWorkerSet", "serve");
        shelf.queued(true);
        for (String labels : List.of("", ",\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}")) {
            shelf.put(set, labels, ",\"spec\":{\"replicas\":0}");
            assertTrue(shelf.refusal(set, new JobAction.Queue("large")).advice().startsWith("Submit it again"));
        }
    }

    @Test
    void aQueueThatDoesNotExistIsRefusedWithThoseThatDo() throws IOException {
        assertEquals(
                "There are: large, small",
                shelf.queued(true)
                        .refusal(Shelf.JOB, new JobAction.Queue("huge"))
                        .advice());
    }

    @Test
    void aRunningJobWithoutAQueueMustBeSuspendedFirst() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"suspend\":false}");
        assertTrue(
                shelf.refusal(Shelf.JOB, new JobAction.Queue("large")).reason().contains("only while it is suspended"));
    }

    @Test
    void requeueingUnderKueueGoesThroughItsWorkload() throws IOException {
        Plan plan = shelf.queued(false).plan(Shelf.JOB, new JobAction.Requeue());
        assertEquals(List.of(), plan.changes());
        assertTrue(plan.effects().getLast().startsWith("train itself is the same before and after"), plan::toString);
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
        assertTrue(
                shelf.refusal(old, new JobAction.Requeue()).reason().contains("cannot be stopped and started again"));
    }

    @Test
    void aJobThatWaitsIsNotRequeued() throws IOException {
        assertTrue(shelf.queued(true)
                .refusal(Shelf.JOB, new JobAction.Requeue())
                .reason()
                .contains("is waiting already"));
        assertEquals(
                "Kueue decides when it runs: Waits in Details says what it waits for.",
                shelf.refusal(Shelf.JOB, new JobAction.Requeue()).advice(),
                "to resume it is refused");
        shelf.put(
                Shelf.ref("kueue.x-k8s.io", "v1beta1", "localqueues", "LocalQueue", "small"),
                "",
                ",\"spec\":{\"stopPolicy\":\"Hold\"}");
        assertEquals(
                "Kueue does not start it now: queue small is held (stopPolicy) and admits nothing.",
                shelf.refusal(Shelf.JOB, new JobAction.Requeue()).advice());
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"suspend\":true}");
        assertEquals(
                "Resume it.", shelf.refusal(Shelf.JOB, new JobAction.Requeue()).advice());
    }

    @Test
    void aDeploymentDoesNotWaitInAQueue() throws IOException {
        var web = Shelf.ref("apps", "v1", "deployments", "Deployment", "web");
        shelf.put(web, "", ",\"spec\":{}");
        assertTrue(shelf.refusal(web, new JobAction.Requeue()).advice().contains("drain the node"));
    }

    @Test
    void thePriorityOfAQueuedJobIsKueuesLabelWhileItWaits() throws IOException {
        Plan plan = shelf.queued(true).plan(Shelf.JOB, new JobAction.Priority("urgent"));
        assertEquals(
                "{\"metadata\":{\"labels\":{\"kueue.x-k8s.io/priority-class\":\"urgent\"}}}",
                Shelf.bodies(plan.steps()).getFirst());
        assertFalse(plan.canUndo(), "Kueue refuses to go back to no class");
        assertTrue(shelf.queued(false)
                .refusal(Shelf.JOB, new JobAction.Priority("urgent"))
                .reason()
                .contains("only for a waiting job"));
    }

    @Test
    void theChoicesOfAQueuedJobAreKueues() throws IOException {
        Choices choices = shelf.queued(true).choices(Shelf.JOB);
        assertEquals(List.of("large", "small"), choices.queues());
        assertEquals(List.of("urgent"), choices.priorities());
        assertEquals("small", choices.queue());
        assertEquals(OptionalInt.empty(), choices.replicas(), "Kueue admitted it with its number of pods");
    }

    @Test
    void whatKueueCannotSuspendKeepsQueueAndClassWhileItHasPodsAndSaysHowItLosesThem() throws IOException {
        shelf.queued(true);
        for (String kind : List.of("Deployment", "StatefulSet")) {
            ObjectRef ref = Shelf.ref("apps", "v1", kind.toLowerCase(java.util.Locale.ROOT) + "s", kind, "web");
            String label = ",\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}";
            shelf.put(ref, label, ",\"spec\":{\"replicas\":2}");
            for (JobAction act : List.of(new JobAction.Queue("large"), new JobAction.Priority("urgent"))) {
                assertTrue(shelf.refusal(ref, act).advice().startsWith("Scale it to 0"), act::toString);
            }
            shelf.put(ref, label, ",\"spec\":{\"replicas\":0}");
            Plan moved = shelf.plan(ref, new JobAction.Queue("large"));
            assertEquals(1, moved.steps().size(), moved.steps()::toString);
            assertTrue(moved.canUndo());
            assertEquals(
                    1, shelf.plan(ref, new JobAction.Priority("urgent")).steps().size());
        }
    }

    @Test
    void aQueuedStatefulSetIsScaledOnlyToNoneAndFromNone() throws IOException {
        ObjectRef set = Shelf.ref("apps", "v1", "statefulsets", "StatefulSet", "web");
        String label = ",\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}";
        shelf.put(set, label, ",\"spec\":{\"replicas\":2}");
        assertTrue(shelf.refusal(set, new JobAction.Scale(3)).advice().startsWith("Scale it to 0"));
        assertEquals("scale", shelf.plan(set, new JobAction.Scale(0)).kind());
        shelf.put(set, label, ",\"spec\":{\"replicas\":0},\"status\":{\"replicas\":1}");
        assertTrue(shelf.refusal(set, new JobAction.Scale(3)).reason().contains("still being scaled to 0"));
        shelf.put(set, label, ",\"spec\":{\"replicas\":0}");
        assertEquals("scale", shelf.plan(set, new JobAction.Scale(3)).kind());
    }
}
