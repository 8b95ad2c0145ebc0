// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** How a gang that was released is held again, by what its retries allow. */
class HeldAgainTest {
    private final Desk desk = new Desk();

    HeldAgainTest() throws IOException {}

    private Plan commit(int pods, int backoffLimit) throws IOException {
        desk.with(Desk.JOB, "job", job -> job.withObject("/spec").put("backoffLimit", backoffLimit));
        return commit(Desk.JOB, "batch/v1", "Job", "train", pods);
    }

    private Plan commit(ObjectRef job, String apiVersion, String kind, String owner, int pods) throws IOException {
        Map<ObjectRef, String> places = new LinkedHashMap<>();
        for (int i = 0; i < pods; i++) {
            ObjectRef ref = ObjectRef.pod("team", "train-" + i);
            String uid = "uid-" + i;
            desk.with(ref, "pod", pod -> {
                pod.withObject("/metadata").put("uid", uid);
                pod.withObject("/metadata")
                        .withArray("ownerReferences")
                        .addObject()
                        .put("apiVersion", apiVersion)
                        .put("kind", kind)
                        .put("name", owner)
                        .put("uid", "job-uid")
                        .put("controller", true);
                pod.withObject("/spec").remove("nodeName");
                pod.withObject("/spec").withArray("schedulingGates").addObject().put("name", Gates.OURS);
            });
            places.put(ref, "n1");
        }
        return desk.plan(job, places);
    }

    private static List<ApiWrite> backs(Plan plan) {
        return assertInstanceOf(Step.Barrier.class, plan.steps().getFirst()).writes().stream()
                .map(write -> write.undo().orElseThrow())
                .toList();
    }

    @Test
    void whatHasRetriesEnoughIsDeletedAndSeenMadeAnew() throws IOException {
        Plan plan = commit(3, 6);
        assertTrue(backs(plan).stream().allMatch(back -> back.verb() == ApiWrite.Verb.DELETE));
        assertEquals("Wait until train has 3 new pods", plan.undo().getLast().words(), "done only when they are there");
        assertEquals(List.of(), plan.irreversible());
    }

    @Test
    void aGangLargerThanItsRetriesIsSuspendedAndResumed() throws IOException {
        Plan plan = commit(16, 6);
        assertEquals(
                "Suspend train",
                backs(plan).stream().map(ApiWrite::words).distinct().collect(Collectors.joining()),
                "one that is refused stops all, deleting none by itself");
        assertEquals(
                List.of(
                        "Suspend train",
                        "Wait until train is suspended",
                        "Wait until no pod of train is active",
                        "Wait until the pods of train are gone",
                        "Resume train",
                        "Wait until train has 16 new pods"),
                Desk.words(plan.undo()));
        assertTrue(plan.effects().toString().contains("backoffLimit is 6"), plan.effects()::toString);
        assertTrue(!plan.effects().toString().contains("all are held again."), plan.effects()::toString);
    }

    @Test
    void onePodOfAJobWithoutRetriesToo() throws IOException {
        Plan plan = commit(1, 0);
        Step.Write only = assertInstanceOf(Step.Write.class, plan.steps().getFirst());
        assertEquals("Suspend train", only.undo().orElseThrow().words());
    }

    @Test
    void whatIsNotKnownIsNotDeleted() throws IOException {
        desk.with(Desk.JOB, "job", job -> job.withObject("/spec").put("managedBy", "example.com/theirs"));
        Plan plan = commit(Desk.JOB, "batch/v1", "Job", "train", 2);
        assertEquals("Suspend train", plan.undo().getFirst().words());
    }

    @Test
    void whatCannotBeSuspendedSaysThatItEnds() throws IOException {
        ObjectRef volcano = new ObjectRef("batch.volcano.sh", "v1alpha1", "jobs", "Job", "team", "train");
        JsonNode job = Trees.read(
                "{\"metadata\":{},\"spec\":{\"policies\":[{\"event\":\"PodEvicted\",\"action\":\"TerminateJob\"}]}}");
        desk.put(volcano, job);
        Plan plan = commit(volcano, "batch.volcano.sh/v1alpha1", "Job", "train", 2);
        assertEquals(List.of("Taking it back ends train: its policy says TerminateJob."), plan.irreversible());
    }

    @Test
    void aJobOfASetThatRestartsIsDeleted() throws IOException {
        desk.with(Desk.JOBSET, "jobset", set -> set.withObject("/spec/failurePolicy")
                .put("maxRestarts", 2));
        ObjectRef child = AllKinds.job("team", "mesh-workers-0");
        desk.with(child, "job", job -> {
            job.withObject("/spec").put("backoffLimit", 0);
            job.withObject("/metadata")
                    .withArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", "jobset.x-k8s.io/v1alpha2")
                    .put("kind", "JobSet")
                    .put("name", "mesh")
                    .put("uid", "set-uid")
                    .put("controller", true);
        });
        Plan plan = commit(Desk.JOBSET, "batch/v1", "Job", "mesh-workers-0", 2);
        assertTrue(backs(plan).stream().allMatch(back -> back.verb() == ApiWrite.Verb.DELETE));
    }
}
