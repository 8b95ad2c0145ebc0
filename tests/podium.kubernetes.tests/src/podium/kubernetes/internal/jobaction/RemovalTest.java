// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.operation.job.JobAction;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

class RemovalTest {
    private final Shelf shelf = new Shelf();

    @Test
    void whatTheServerWroteIntoAJobIsNotSubmittedAgain() throws IOException {
        shelf.put(
                Shelf.JOB,
                ",\"labels\":{\"team\":\"a\",\"controller-uid\":\"u-train\"},\"generation\":3,\"managedFields\":[]",
                ",\"spec\":{\"selector\":{\"matchLabels\":{\"controller-uid\":\"u-train\"}},\"template\":{\"metadata\":"
                        + "{\"labels\":{\"batch.kubernetes.io/job-name\":\"train\",\"app\":\"x\"}}}},\"status\":{\"active\":1}");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Delete(Optional.empty()));
        var again = Trees.read(Shelf.bodies(plan.undo()).getFirst());
        assertTrue(CreationMark.of(again).isPresent(), "it is known for the one that was sent");
        assertEquals(
                "{\"name\":\"train\",\"namespace\":\"team\",\"labels\":{\"team\":\"a\"}}",
                ((ObjectNode) again.path("metadata")).without("annotations").toString());
        assertEquals(
                "{\"template\":{\"metadata\":{\"labels\":{\"app\":\"x\"}}}}",
                again.path("spec").toString());
        assertTrue(again.path("status").isMissingNode());
    }

    @Test
    void aSelectorOfTheUsersOwnStays() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"manualSelector\":true,\"selector\":{\"matchLabels\":{\"app\":\"x\"}}}");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Delete(Optional.empty()));
        assertTrue(Shelf.bodies(plan.undo()).getFirst().contains("\"selector\""));
    }

    @Test
    void aShorterTimeIsGivenToEachPodThatStillRuns() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"selector\":{\"matchLabels\":{\"job\":\"train\"}}}");
        shelf.put(
                ObjectRef.pod("team", "train-0"),
                "",
                ",\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Running\"}");
        shelf.put(ObjectRef.pod("team", "train-1"), "", ",\"status\":{\"phase\":\"Succeeded\"}");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Delete(Optional.of(Duration.ofSeconds(5))));
        assertEquals(
                List.of(
                        "Delete train",
                        "End pod train-0 within 5 s",
                        "Wait until train is gone",
                        "Wait until the pods of train are gone"),
                Shelf.words(plan.steps()));
        assertTrue(Shelf.bodies(plan.steps()).get(1).contains("\"gracePeriodSeconds\":5"));
        assertTrue(
                plan.effects().getFirst().startsWith("1 pod is stopped, with at most 5 s"), plan.effects()::toString);
    }

    @Test
    void aPodThatRunsOnNoNodeIsNotStoppedButRemoved() throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "train-0");
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"selector\":{\"matchLabels\":{\"job\":\"train\"}}}");
        for (Optional<Duration> grace : List.of(Optional.<Duration>empty(), Optional.of(Duration.ofSeconds(5)))) {
            shelf.put(pod, "", ",\"spec\":{},\"status\":{\"phase\":\"Pending\"}");
            assertEquals("1 pod that runs on no node yet is removed at once.", first(Shelf.JOB, grace));
            assertEquals("The pod runs on no node yet: it is removed at once.", first(pod, grace));
            shelf.put(pod, "", ",\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Running\"}");
            assertTrue(first(Shelf.JOB, grace).startsWith("1 pod is stopped"));
        }
    }

    @Test
    void nothingIsStoppedWhereAllPodsHaveEnded() throws IOException {
        for (Optional<Duration> grace : List.of(Optional.<Duration>empty(), Optional.of(Duration.ofSeconds(5)))) {
            shelf.put(Shelf.JOB, "", ",\"spec\":{\"selector\":{\"matchLabels\":{\"job\":\"train\"}}}");
            assertEquals("It has no pods now: nothing is stopped.", first(Shelf.JOB, grace));
        }
        shelf.put(ObjectRef.pod("team", "train-0"), "", ",\"status\":{\"phase\":\"Succeeded\"}");
        assertEquals("Its pods have ended already: nothing is stopped.", first(Shelf.JOB, Optional.empty()));
    }

    private String first(ObjectRef ref, Optional<Duration> grace) throws IOException {
        return shelf.plan(ref, new JobAction.Delete(grace)).effects().getFirst();
    }

    @Test
    void thatNoTimeToEndIsADeletionByForceIsSaidWhereAPodIsOnANode() throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "train-0");
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"selector\":{\"matchLabels\":{\"job\":\"train\"}}}");
        for (ObjectRef ref : List.of(Shelf.JOB, pod)) {
            shelf.put(pod, "", ",\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Running\"}");
            assertTrue(isForced(ref, 0));
            assertFalse(isForced(ref, 1));
            shelf.put(pod, "", ",\"spec\":{},\"status\":{\"phase\":\"Pending\"}");
            assertFalse(isForced(ref, 0));
        }
    }

    private boolean isForced(ObjectRef ref, int seconds) throws IOException {
        return shelf.plan(ref, new JobAction.Delete(Optional.of(Duration.ofSeconds(seconds)))).irreversible().stream()
                .anyMatch(words -> words.startsWith("A grace of 0 s deletes by force: no node confirms"));
    }

    @Test
    void aJobOfAKindThatIsNotKnownIsDeletedWhereTheServerServesIt() throws IOException {
        ObjectRef mouse = Shelf.ref("zoo.example.com", "v1", "mice", "Mouse", "jerry");
        shelf.put(mouse, "", ",\"spec\":{}");
        Plan plan = shelf.plan(
                Shelf.ref("zoo.example.com", "v1", "", "Mouse", "jerry"), new JobAction.Delete(Optional.empty()));
        assertEquals(
                mouse,
                assertInstanceOf(Step.Write.class, plan.steps().getFirst())
                        .write()
                        .target());
    }

    @Test
    void withoutASelectorThereIsNoShorterTime() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{}");
        assertTrue(shelf.refusal(Shelf.JOB, new JobAction.Delete(Optional.of(Duration.ofSeconds(5))))
                .reason()
                .contains("cannot be found by a selector"));
    }

    @Test
    void aBarePodIsGoneForGoodAndThatIsSaid() throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "notebook");
        shelf.put(pod, "", ",\"spec\":{\"nodeName\":\"n1\"}");
        Plan plan = shelf.plan(pod, new JobAction.Delete(Optional.of(Duration.ofSeconds(30))));
        assertFalse(plan.canUndo());
        assertTrue(plan.irreversible().contains("It cannot be created again from here."));
        assertTrue(Shelf.bodies(plan.steps()).getFirst().contains("\"gracePeriodSeconds\":30"));
    }

    private List<String> lost(String metadata, String more) throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "notebook");
        shelf.put(pod, metadata, more);
        return shelf.plan(pod, new JobAction.Delete(Optional.empty())).irreversible();
    }

    @Test
    void whatIsLostWithAPodIsWhatItStillDoes() throws IOException {
        String again = "It cannot be created again from here.";
        String shell = ",\"labels\":{\"podium.operations/node-shell\":\"cafe\"}";
        String runs = ",\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Running\"}";
        String ended = ",\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Succeeded\"}";
        assertEquals(List.of("What its pods did since their last checkpoint is lost.", again), lost("", runs));
        assertEquals(List.of("What runs in its shell is ended.", again), lost(shell, runs));
        assertEquals(List.of("The logs of what has ended are lost.", again), lost(shell, ended));
        assertEquals(List.of(again), lost("", ",\"spec\":{},\"status\":{\"phase\":\"Pending\"}"), "it waits");
    }

    @Test
    void aPodThatHasEndedIsNotStopped() throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "notebook");
        shelf.put(pod, "", ",\"spec\":{},\"status\":{\"phase\":\"Failed\"}");
        assertEquals(
                List.of("The pod has ended already: nothing is stopped."),
                shelf.plan(pod, new JobAction.Delete(Optional.empty())).effects());
    }

    @Test
    void aJobOfWhichNoPodHasBegunLosesNothing() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"selector\":{\"matchLabels\":{\"job\":\"train\"}}}");
        shelf.put(
                ObjectRef.pod("team", "train-0"),
                "",
                ",\"spec\":{\"schedulingGates\":[{\"name\":\"x\"}]},\"status\":{\"phase\":\"Pending\"}");
        assertEquals(
                List.of(),
                shelf.plan(Shelf.JOB, new JobAction.Delete(Optional.empty())).irreversible());
    }

    /** Kueue stops the pods of a group whose Workload is deleted; the Workload alone, made again, would name pods that are gone. */
    @Test
    void aGroupOfPodsIsGoneWithItsPodsAndNotMadeAgain() throws IOException {
        ObjectRef group = Shelf.ref("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "pair");
        shelf.put(group, ",\"annotations\":{\"kueue.x-k8s.io/is-group-workload\":\"true\"}", ",\"spec\":{}");
        Plan plan = shelf.plan(group, new JobAction.Delete(Optional.empty()));
        assertFalse(plan.canUndo());
        assertTrue(plan.steps().getLast() instanceof Step.Await await
                && await.expectation().equals(new Expectation.PodsLeft("kueue.x-k8s.io/pod-group-name=pair", 0)));
    }

    @Test
    void aGroupThatOwnsNoPodsIsNotDeletedInTheirPlace() throws IOException {
        ObjectRef group = Shelf.ref("scheduling.volcano.sh", "v1beta1", "podgroups", "PodGroup", "pair");
        shelf.put(group, "", ",\"spec\":{}");
        assertTrue(shelf.refusal(group, new JobAction.Delete(Optional.empty()))
                .reason()
                .contains("they stay"));
    }

    @Test
    void whatAControllerMakesAnewIsSaid() throws IOException {
        shelf.put(
                Shelf.JOB,
                ",\"ownerReferences\":[{\"kind\":\"CronJob\",\"name\":\"nightly\",\"controller\":true}]",
                ",\"spec\":{}");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Delete(Optional.empty()));
        assertTrue(plan.effects().contains("It belongs to CronJob nightly, which may recreate it."));
        assertFalse(plan.canUndo());
    }
}
