// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.operation.job.JobAction;
import podium.operation.plan.Plan;

/** What would not start again is not stopped. */
class StopForGoodTest {
    private static final String SHUT =
            ",\"status\":{\"conditions\":[{\"type\":\"Active\",\"status\":\"False\",\"message\":\"%s\"}]}";

    private final Shelf shelf = new Shelf();

    private static ObjectRef queue(String name) {
        return Shelf.ref("kueue.x-k8s.io", "v1beta1", "localqueues", "LocalQueue", name);
    }

    private void refused(JobAction act, String words) throws IOException {
        String reason = shelf.refusal(Shelf.JOB, act).reason();
        assertTrue(reason.contains(words), reason);
    }

    @Test
    void whatRunsStaysWhereItsQueueIsHeld() throws IOException {
        shelf.queued(false).put(queue("small"), "", ",\"spec\":{\"stopPolicy\":\"Hold\"}");
        refused(
                new JobAction.Requeue(),
                "train would be stopped and not start again: queue small is held (stopPolicy) and admits nothing.");
    }

    @Test
    void whatRunsStaysWhereTheClusterQueueAdmitsNothing() throws IOException {
        shelf.queued(false)
                .put(
                        queue("large"),
                        "",
                        ",\"spec\":{\"clusterQueue\":\"all\"}" + SHUT.formatted("Can't submit new workloads"))
                .put(
                        new ObjectRef("kueue.x-k8s.io", "v1beta1", "clusterqueues", "ClusterQueue", "", "all"),
                        "",
                        SHUT.formatted("Can't admit new workloads: references missing ResourceFlavor(s): [h100]."));
        refused(
                new JobAction.Queue("large"),
                "queue large admits nothing now (ClusterQueue all: Can't admit new workloads: references missing"
                        + " ResourceFlavor(s): [h100])");
    }

    @Test
    void whatWaitsGoesIntoAQueueThatIsHeld() throws IOException {
        shelf.queued(true).put(queue("large"), "", ",\"spec\":{\"stopPolicy\":\"Hold\"}");
        assertEquals(
                "Put train into queue large",
                shelf.plan(Shelf.JOB, new JobAction.Queue("large")).title());
    }

    /** Its undo waited in vain that the queue where it had waited admitted something. */
    @Test
    void whatWaitsGoesBackIntoAQueueThatIsHeld() throws IOException {
        shelf.queued(true).put(queue("small"), "", SHUT.formatted("on hold"));
        Plan moved = shelf.plan(Shelf.JOB, new JobAction.Queue("large"));
        assertFalse(Shelf.words(moved.undo()).contains("Make sure that queue small admits jobs"));
    }

    @Test
    void thatItsQueueAdmitsIsLookedAtOnceMoreBeforeItIsStopped() throws IOException {
        shelf.queued(false)
                .put(
                        queue("small"),
                        "",
                        ",\"status\":{\"conditions\":[{\"type\":\"Active\",\"status\":\"True\",\"message\":\"\"}]}");
        Plan requeue = shelf.plan(Shelf.JOB, new JobAction.Requeue());
        assertEquals(
                List.of("Make sure that queue small admits jobs", "Have Kueue take train back"),
                Shelf.words(requeue.steps()).subList(0, 2));
        Plan moved = shelf.plan(Shelf.JOB, new JobAction.Queue("large"));
        assertEquals(
                "Make sure that queue small admits jobs",
                Shelf.words(moved.undo()).getFirst());
        shelf.put(queue("small"), "", SHUT.formatted("on hold"));
        assertEquals(
                "Make sure that queue small admits jobs",
                Shelf.words(shelf.plan(Shelf.JOB, new JobAction.Queue("large")).undo())
                        .getFirst(),
                "it may admit again by then");
    }

    /** A plan that was made again under an open one stopped a job that had completed meanwhile. */
    @Test
    void whatHasFinishedIsNotActedOnButDeleted() throws IOException {
        shelf.queued(false)
                .put(
                        Shelf.JOB,
                        ",\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}",
                        ",\"spec\":{\"suspend\":false},\"status\":{\"conditions\":[{\"type\":\"Complete\",\"status\":\"True\"}]}");
        for (JobAction act : List.of(
                new JobAction.Requeue(),
                new JobAction.Suspend(),
                new JobAction.Queue("large"),
                new JobAction.Priority("urgent"),
                new JobAction.Scale(3))) {
            assertEquals("train has finished.", shelf.refusal(Shelf.JOB, act).reason());
            assertTrue(shelf.refusal(Shelf.JOB, act).over(), "beside others it is left out");
        }
        shelf.plan(Shelf.JOB, new JobAction.Delete(Optional.empty()));
    }

    @Test
    void aJobWithoutCompletionsIsNotStoppedOnceAPodHasSucceeded() throws IOException {
        for (JobAction act : List.of(new JobAction.Suspend(), new JobAction.Requeue())) {
            shelf.put(Shelf.JOB, "", ",\"spec\":{\"suspend\":false},\"status\":{\"succeeded\":1}");
            refused(act, "train would end if it were stopped: it says no number of completions");
            shelf.put(Shelf.JOB, "", ",\"spec\":{\"suspend\":false,\"completions\":3},\"status\":{\"succeeded\":1}");
            assertTrue(shelf.plan(Shelf.JOB, act).title().endsWith("train"));
        }
    }
}
