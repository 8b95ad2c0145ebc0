// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Gates;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Expectation;
import podium.operation.plan.PlacementCompiler;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

class OwnerCompilerTest {
    private static final Map<ObjectRef, String> POD_TO_N1 = Map.of(Desk.POD, "n1");

    private static void controller(ObjectNode object, String kind, String name) {
        object.withObject("/metadata")
                .withArray("ownerReferences")
                .addObject()
                .put("kind", kind)
                .put("name", name)
                .put("controller", true);
    }

    private static void gate(ObjectNode pod, String... names) {
        ObjectNode spec = pod.withObject("/spec");
        spec.remove("nodeName");
        pod.remove("status");
        for (String name : names) {
            spec.withArray("schedulingGates").addObject().put("name", name);
        }
    }

    @Test
    void aPinUsesTheNodesOwnHostNameLabel() throws IOException {
        Plan plan = new Desk().with(Desk.DEPLOYMENT, "deployment", _ -> {}).plan(Desk.DEPLOYMENT, Map.of());
        assertEquals(
                "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"host-of-n1\"}}}}}",
                Desk.bodies(plan.steps()).getFirst());
    }

    @Test
    void aTemplateIsPinnedWithUidAndVersionAndItsUndoTakesOnlyThePinOut() throws IOException {
        Plan plan = new Desk().with(Desk.DEPLOYMENT, "deployment", _ -> {}).plan(Desk.DEPLOYMENT, Map.of());
        ApiWrite write =
                assertInstanceOf(Step.Write.class, plan.steps().getFirst()).write();
        assertEquals("web-uid", write.uid().orElse(""));
        assertEquals("40", write.resourceVersion().orElse(""));
        assertEquals(
                List.of("{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":null}}}}}"),
                Desk.bodies(plan.undo()));
        assertTrue(plan.effects().getFirst().contains("All 3 replicas"), plan.effects()::toString);
        assertTrue(plan.rolls());
        assertEquals("place", plan.kind(), "none of its pods runs");
        Plan runs = new Desk()
                .with(Desk.DEPLOYMENT, "deployment", _ -> {})
                .running(3)
                .plan(Desk.DEPLOYMENT, Map.of());
        assertEquals("restart", runs.kind(), "its button says so too");
        assertTrue(plan.changes().getFirst().after().contains("host-of-n1"), plan.changes()::toString);
        assertEquals("", plan.changes().getFirst().before(), "what stays is no change");
    }

    @Test
    void aDomainIsPinnedByItsLabelAndLeavesTheNodeOpen() throws IOException {
        PlacementCompiler.Result result = new Desk()
                .with(Desk.DEPLOYMENT, "deployment", _ -> {})
                .compile(new PlacementCompiler.Request(
                        Desk.DEPLOYMENT, "web-uid", Map.of(), List.of(), "example.com/rack", "a2"));
        Plan plan = assertInstanceOf(PlacementCompiler.Result.Compiled.class, result)
                .plan();
        assertTrue(Desk.bodies(plan.steps()).getFirst().contains("{\"example.com/rack\":\"a2\"}"));
    }

    @Test
    void aGatedPodIsPinnedAndReleasedInOnePatchThatTestsTheGate() throws IOException {
        Plan plan = new Desk()
                .with(Desk.JOB, "job", _ -> {})
                .with(Desk.POD, "pod", pod -> {
                    gate(pod, "example.com/theirs", Gates.OURS);
                    controller(pod, "Job", "train");
                })
                .plan(Desk.JOB, POD_TO_N1);
        ApiWrite write =
                assertInstanceOf(Step.Write.class, plan.steps().getFirst()).write();
        assertEquals(ApiWrite.Verb.JSON_PATCH, write.verb());
        assertEquals("pod-uid", write.uid().orElse(""));
        assertEquals(
                Trees.read("[{\"op\":\"test\",\"path\":\"/spec/nodeSelector\",\"value\":null},"
                        + "{\"op\":\"add\",\"path\":\"/spec/nodeSelector\",\"value\":{\"kubernetes.io/hostname\":\"host-of-n1\"}},"
                        + "{\"op\":\"test\",\"path\":\"/spec/schedulingGates/1\",\"value\":{\"name\":\"podium.placement/manual\"}},"
                        + "{\"op\":\"remove\",\"path\":\"/spec/schedulingGates/1\"}]"),
                Trees.read(write.body()));
        assertFalse(write.body().contains("theirs"), "a foreign gate is touched");
        assertTrue(plan.effects().getLast().contains("example.com/theirs"), plan.effects()::toString);
        assertEquals(List.of("{\"propagationPolicy\":\"Background\"}"), Desk.bodies(plan.undo()));
    }

    @Test
    void aGangIsReleasedBehindOneBarrierAndWaitedForAsAWhole() throws IOException {
        Desk desk = new Desk().with(Desk.JOB, "job", _ -> {});
        Map<ObjectRef, String> pods = new java.util.LinkedHashMap<>();
        for (int rank = 0; rank < 20; rank++) {
            ObjectRef ref = ObjectRef.pod("team", "train-" + rank);
            String uid = "uid-" + rank;
            desk.with(ref, "pod", pod -> {
                gate(pod, Gates.OURS);
                controller(pod, "Job", "train");
                pod.withObject("/metadata").put("uid", uid);
            });
            pods.put(ref, "n1");
        }
        Plan plan = desk.plan(Desk.JOB, pods);
        Step.Barrier barrier = assertInstanceOf(Step.Barrier.class, plan.steps().getFirst());
        assertEquals(20, barrier.writes().size());
        assertTrue(barrier.writes().stream().allMatch(write -> write.undo().isPresent()), "each can be held again");
        Step.Await wait = assertInstanceOf(Step.Await.class, plan.steps().get(1));
        podium.operation.plan.Expectation.GangRunning gang =
                assertInstanceOf(podium.operation.plan.Expectation.GangRunning.class, wait.expectation());
        assertEquals(20, gang.nodes().size());
        assertEquals(Desk.JOB, wait.target(), "when it fails, nothing is waited for any more");
        assertEquals("batch.kubernetes.io/controller-uid=job-uid", gang.labelSelector());
        assertEquals(2, plan.steps().size());
        assertTrue(plan.effects().toString().contains("Let the Scheduler Decide"), plan.effects()::toString);
    }

    @Test
    void aGatedPodWithASelectorGetsOneMoreEntry() throws IOException {
        Plan plan = new Desk()
                .with(Desk.POD, "pod", pod -> {
                    gate(pod, Gates.OURS);
                    pod.withObject("/spec/nodeSelector").put("disk", "fast");
                })
                .plan(Desk.POD, POD_TO_N1);
        assertTrue(Desk.bodies(plan.steps()).getFirst().contains("/spec/nodeSelector/kubernetes.io~1hostname"));
    }

    @Test
    void severalGatedPodsAreABarrierThatIsTakenBackByDeletingThem() throws IOException {
        Desk desk = new Desk().with(Desk.JOB, "job", _ -> {});
        Map<ObjectRef, String> pods = new java.util.LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            ObjectRef ref = ObjectRef.pod("team", "train-" + i);
            pods.put(ref, "n1");
            String uid = "uid-" + i;
            desk.with(ref, "pod", pod -> {
                gate(pod, Gates.OURS);
                controller(pod, "Job", "train");
                pod.withObject("/metadata").put("uid", uid);
            });
        }
        Step.Barrier barrier = assertInstanceOf(
                Step.Barrier.class, desk.plan(Desk.JOB, pods).steps().getFirst());
        assertEquals(3, barrier.writes().size());
        assertTrue(barrier.writes().stream()
                .allMatch(write -> write.undo().orElseThrow().verb() == ApiWrite.Verb.DELETE
                        && write.undo().orElseThrow().uid().isPresent()));
    }

    @Test
    void aGatedJobIsPlacedThroughItsPodsEvenWhenNoneIsNamed() throws IOException {
        Plan plan = new Desk()
                .with(Desk.JOB, "job", job -> job.withObject("/spec/template/spec")
                        .withArray("schedulingGates")
                        .addObject()
                        .put("name", Gates.OURS))
                .with(Desk.POD, "pod", pod -> {
                    gate(pod, Gates.OURS);
                    controller(pod, "Job", "train");
                })
                .plan(Desk.JOB, Map.of());
        assertEquals("Pin train-0 to n1 and release it", plan.steps().getFirst().words());
    }

    @Test
    void aCloneHasNothingThatTheServerOrTheKubeletAdded() throws IOException {
        Plan plan = new Desk().with(Desk.POD, "pod", _ -> {}).plan(Desk.POD, Map.of());
        JsonNode clone = Trees.read(Desk.bodies(plan.steps()).get(1));
        assertTrue(CreationMark.of(clone).isPresent());
        ((ObjectNode) clone.path("metadata").path("annotations")).remove(CreationMark.KEY);
        assertEquals(
                Trees.read(
                        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"train-0\",\"namespace\":\"team\","
                                + "\"generateName\":\"train-\",\"labels\":{\"app\":\"train\"},\"annotations\":{\"owner\":\"ada\"}},"
                                + "\"spec\":{\"priorityClassName\":\"normal\",\"serviceAccountName\":\"default\","
                                + "\"terminationGracePeriodSeconds\":90,\"containers\":[{\"name\":\"main\",\"image\":\"example/train:1\","
                                + "\"volumeMounts\":[{\"name\":\"data\",\"mountPath\":\"/data\"}]}],\"volumes\":[{\"name\":\"data\","
                                + "\"persistentVolumeClaim\":{\"claimName\":\"data\"}}],\"nodeSelector\":"
                                + "{\"kubernetes.io/hostname\":\"host-of-n1\"}}}"),
                clone);
    }

    @Test
    void aRunningBarePodRestartsElsewhereAndSaysWhatIsLost() throws IOException {
        Plan plan = new Desk().with(Desk.POD, "pod", _ -> {}).plan(Desk.POD, Map.of());
        assertEquals("Restart train-0 on n1", plan.title());
        assertEquals("restart", plan.kind(), "its button says so too");
        assertEquals(2, plan.irreversible().size());
        assertTrue(plan.canUndo());
    }

    @Test
    void aPendingBarePodLosesNothing() throws IOException {
        Plan plan = new Desk()
                .with(Desk.POD, "pod", pod -> pod.withObject("/spec").remove("nodeName"))
                .plan(Desk.POD, Map.of());
        assertTrue(plan.effects().getFirst().contains("has not started"), plan.effects()::toString);
        assertEquals(1, plan.irreversible().size());
    }

    @Test
    void aRunningJobIsSuspendedChangedAndResumed() throws IOException {
        Plan plan = new Desk().running(4).with(Desk.JOB, "job", _ -> {}).plan(Desk.JOB, Map.of());
        assertEquals(
                List.of(
                        "Suspend train",
                        "Wait until train is suspended",
                        "Wait until no pod of train is active",
                        "Wait until the pods of train are gone",
                        "Pin the template of train to n1",
                        "Resume train",
                        "Wait until 4 pods of train run on n1"),
                Desk.words(plan.steps()));
        assertTrue(plan.effects().getFirst().contains("4 active pods"), plan.effects()::toString);
        assertEquals(1, plan.irreversible().size());
    }

    @Test
    void anOlderServerNeedsTheStartTimeClearedAsKueueDoes() throws IOException {
        Plan plan = new Desk().version(33).with(Desk.JOB, "job", _ -> {}).plan(Desk.JOB, Map.of());
        Step.Write clear = assertInstanceOf(Step.Write.class, plan.steps().get(4));
        assertEquals("status", clear.write().subresource());
        assertEquals(
                "[{\"op\":\"test\",\"path\":\"/spec/suspend\",\"value\":true},"
                        + "{\"op\":\"add\",\"path\":\"/status/startTime\",\"value\":null}]",
                clear.write().body());
    }

    @Test
    void aSuspendedJobIsPinnedThenResumed() throws IOException {
        Plan plan = new Desk()
                .with(Desk.JOB, "job", job -> {
                    job.withObject("/spec").put("suspend", true);
                    job.remove("status");
                })
                .plan(Desk.JOB, Map.of());
        assertEquals("Pin the template of train to n1", plan.steps().getFirst().words());
        assertEquals("Resume train", plan.steps().get(1).words());
        assertEquals(List.of(), plan.irreversible());
        assertEquals("Suspend train", plan.undo().getFirst().words());
    }

    @Test
    void aQueuedJobIsPinnedBeforeItsAdmissionAndLeftToKueue() throws IOException {
        Desk desk = new Desk().with(Desk.JOB, "job", job -> {
            job.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "q");
            job.withObject("/spec").put("suspend", true);
        });
        Plan plan = desk.plan(Desk.JOB, Map.of());
        assertEquals(List.of("Pin the template of train to n1"), Desk.words(plan.steps()));
        assertTrue(plan.effects().getFirst().endsWith("when its queue has room."), plan.effects()::toString);
        assertEquals(
                "train is pinned to n1; Kueue does not start it now: queue q does not exist.",
                desk.withoutQueues().plan(Desk.JOB, Map.of()).effects().getFirst());
        desk.with(Desk.JOB, "job", job -> job.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "q"));
        assertTrue(desk.refusal(Desk.JOB, Map.of()).reason().contains("no Workload"));
    }

    @Test
    void ofAJobThatKueueAdmitsInPartAllThatItAdmitsIsWaitedForAndHowMuchItMayAdmitIsSaid() throws IOException {
        Desk desk = new Desk().running(4).with(Desk.JOB, "job", job -> {
            job.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "q");
            job.withObject("/metadata/annotations").put("kueue.x-k8s.io/job-min-parallelism", "2");
        });
        desk.put(
                new ObjectRef("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "team", "job-train"),
                Trees.read("""
                    {"metadata":{"labels":{"kueue.x-k8s.io/job-uid":"job-uid"},
                      "ownerReferences":[{"uid":"job-uid","controller":true,"kind":"Job","name":"train"}]},
                     "spec":{"active":true,"podSets":[{"name":"main","count":6,"minCount":2,"template":{"spec":{}}}]},
                     "status":{"admission":{"podSetAssignments":[{"name":"main","count":4}]}}}\
                    """));
        Plan plan = desk.plan(Desk.JOB, Map.of());
        assertTrue(
                plan.effects()
                        .contains("Kueue has 4 of 6 tasks admitted, and may admit from 2 on once it is stopped, as"
                                + " quota is free then. All that it admits are pinned there: what finds no room waits,"
                                + " and holds its quota."),
                plan.effects()::toString);
        assertEquals(
                "Wait until all pods of train that Kueue admits run on n1",
                plan.steps().getLast().words());
    }

    /** One that waits for an admission check lost its place in the queue by it, which its plan did not say. */
    @Test
    void thatTheQuotaReservedForAWaitingJobIsGivenUpIsSaid() throws IOException {
        Desk desk = new Desk().with(Desk.JOB, "job", job -> {
            job.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "q");
            job.withObject("/spec").put("suspend", true);
        });
        String workload = """
            {"metadata":{"labels":{"kueue.x-k8s.io/job-uid":"job-uid"},
              "ownerReferences":[{"uid":"job-uid","controller":true,"kind":"Job","name":"train"}]},
             "spec":{"active":true,"podSets":[{"name":"main","count":6,"template":{"spec":{}}}]},
             "status":{"conditions":[{"type":"QuotaReserved","status":"%s"}]}}\
            """;
        for (boolean reserved : List.of(true, false)) {
            desk.put(
                    new ObjectRef("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "team", "job-train"),
                    Trees.read(workload.formatted(reserved ? "True" : "False")));
            Plan plan = desk.plan(Desk.JOB, Map.of());
            assertEquals(
                    reserved,
                    plan.effects()
                            .contains(
                                    "The quota that Kueue has reserved for it is given up: it waits in its queue again,"
                                            + " and for its admission checks. Others may come first."),
                    plan.effects()::toString);
        }
    }

    @Test
    void aSuspendedJobSetIsPinnedInEveryReplicatedJob() throws IOException {
        Plan plan = new Desk().with(Desk.JOBSET, "jobset", _ -> {}).plan(Desk.JOBSET, Map.of());
        JsonNode patch = Trees.read(Desk.bodies(plan.steps()).getFirst());
        assertEquals("/spec/replicatedJobs/0/template/spec/template/spec/nodeSelector", Trees.text(patch, "/2/path"));
        assertEquals(
                "/spec/replicatedJobs/1/template/spec/template/spec/nodeSelector/kubernetes.io~1hostname",
                Trees.text(patch, "/5/path"));
        assertEquals("host-of-n7", Trees.text(patch, "/4/value"), "somebody else's pin is not written over");
        assertEquals(
                "Wait until 9 pods of mesh run on n1", plan.steps().getLast().words());
        JsonNode undo = Trees.read(Desk.bodies(plan.undo()).stream()
                .filter(body -> body.contains("host-of-n7"))
                .reduce((_, last) -> last)
                .orElseThrow());
        assertEquals("host-of-n7", Trees.text(undo, "/5/value"), "the pin that was there before comes back");
    }

    @Test
    void aReplicaSetIsPlacedThroughItsDeployment() throws IOException {
        ObjectRef set = new ObjectRef("apps", "v1", "replicasets", "ReplicaSet", "team", "web-1");
        Plan plan = new Desk()
                .with(Desk.DEPLOYMENT, "deployment", _ -> {})
                .with(set, "deployment", object -> controller(object, "Deployment", "web"))
                .plan(set, Map.of());
        assertEquals("Pin web to n1", plan.title());
    }

    @Test
    void aRolloutIsOverWhenNoPodOfTheRevisionBeforeIsLeftAndBack() throws IOException {
        Plan plan = new Desk().with(Desk.DEPLOYMENT, "deployment", _ -> {}).plan(Desk.DEPLOYMENT, Map.of());
        String field = "/spec/nodeSelector/kubernetes.io~1hostname";
        Expectation there = ((Step.Await) plan.steps().getLast()).expectation();
        assertEquals(new Expectation.PodsRolled("app=web", field, "host-of-n1", true, 0), there);
        Expectation back = ((Step.Await) plan.undo().getLast()).expectation();
        assertEquals(new Expectation.PodsRolled("app=web", field, "host-of-n1", false, 0), back);
    }

    @Test
    void whatARolloutLeavesAsItIsIsSaidAndNotWaitedFor() throws IOException {
        ObjectRef set = new ObjectRef("apps", "v1", "statefulsets", "StatefulSet", "team", "web");
        Plan part = new Desk()
                .with(set, "deployment", object -> object.put("kind", "StatefulSet")
                        .withObject("/spec/updateStrategy/rollingUpdate")
                        .put("partition", 1))
                .plan(set, Map.of());
        assertTrue(part.effects().toString().contains("partition is 1"), part.effects()::toString);
        assertEquals(1, ((Expectation.PodsRolled) ((Step.Await) part.steps().getLast()).expectation()).kept());
        assertEquals(
                "Wait until of the pods of web that existed before only the 1 are left that stay as they are",
                part.steps().getLast().words());
        for (String left : List.of("paused", "OnDelete")) {
            ObjectRef ref = left.equals("paused") ? Desk.DEPLOYMENT : set;
            Plan none = new Desk()
                    .with(ref, "deployment", object -> {
                        object.put("kind", ref.kind());
                        ObjectNode spec = object.withObject("/spec");
                        if (left.equals("paused")) {
                            spec.put("paused", true);
                        } else {
                            spec.withObject("/updateStrategy").put("type", left);
                        }
                    })
                    .plan(ref, Map.of());
            assertEquals(1, none.steps().size(), none.steps()::toString);
            assertTrue(none.effects().toString().contains(left), none.effects()::toString);
        }
    }

    @Test
    void anObjectThatGitOpsOwnsIsWarnedOf() throws IOException {
        Plan plan = new Desk()
                .with(Desk.DEPLOYMENT, "deployment", object -> object.withObject("/metadata")
                        .withArray("managedFields")
                        .addObject()
                        .put("manager", "argocd-controller"))
                .plan(Desk.DEPLOYMENT, Map.of());
        assertTrue(plan.effects().getLast().contains("Argo CD"), plan.effects()::toString);
    }
}
