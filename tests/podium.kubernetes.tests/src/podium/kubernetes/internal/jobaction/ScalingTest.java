// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.job.JobAction;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

class ScalingTest {
    private static final ObjectRef WEB = Shelf.ref("apps", "v1", "deployments", "Deployment", "web");
    private static final ObjectRef RAY = Shelf.ref("ray.io", "v1", "rayclusters", "RayCluster", "ray");
    private static final ObjectRef GROUPS =
            Shelf.ref("leaderworkerset.x-k8s.io", "v1", "leaderworkersets", "LeaderWorkerSet", "groups");
    private static final ObjectRef SERVED =
            Shelf.ref("serving.kserve.io", "v1beta1", "inferenceservices", "InferenceService", "llm");
    private final Shelf shelf = new Shelf();

    /** A 403 for queues of Kueue was the answer to whom wanted to scale a Deployment that is in none. */
    @Test
    void whoMayNotReadQueuesAndClassesIsStillToldHowManyReplicasThereAre() throws IOException {
        shelf.put(WEB, "", ",\"spec\":{\"replicas\":3}").forbid("kueue.x-k8s.io");
        assertEquals(OptionalInt.of(3), shelf.choices(WEB).replicas());
        assertEquals(List.of(), shelf.choices(WEB).queues());
        shelf.forbid("scheduling.k8s.io");
        assertEquals(OptionalInt.of(3), shelf.choices(WEB).replicas());
    }

    @Test
    void theWorkersOfARayClusterAreSetInItsOneGroupAfterATestOfItsName() throws IOException {
        shelf.put(RAY, "", ",\"spec\":{\"workerGroupSpecs\":[{\"groupName\":\"gpu\",\"replicas\":2}]}");
        Plan plan = shelf.plan(RAY, new JobAction.Scale(4));
        assertEquals(
                List.of("[{\"op\":\"test\",\"path\":\"/spec/workerGroupSpecs/0/groupName\",\"value\":\"gpu\"},"
                        + "{\"op\":\"test\",\"path\":\"/spec/workerGroupSpecs/0/replicas\",\"value\":2},"
                        + "{\"op\":\"add\",\"path\":\"/spec/workerGroupSpecs/0/replicas\",\"value\":4}]"),
                Shelf.bodies(plan.steps()));
        assertTrue(Shelf.bodies(plan.undo()).getFirst().contains("\"value\":2"));
    }

    @Test
    void scalingDownIsDoneWhenTheOtherPodsAreGoneThoughTheirControllerCountsThemNoMore() throws IOException {
        shelf.put(WEB, "", ",\"spec\":{\"replicas\":4,\"selector\":{\"matchLabels\":{\"app\":\"web\"}}}");
        shelf.put(ObjectRef.pod("team", "web-0"), "", ",\"spec\":{\"nodeName\":\"n1\"}");
        Step.Await last =
                (Step.Await) shelf.plan(WEB, new JobAction.Scale(1)).steps().getLast();
        assertEquals(new Expectation.PodsLeft("app=web", 1), last.expectation());
        assertEquals("Wait until the other pods of web are gone", last.words());
        shelf.put(GROUPS, "", ",\"spec\":{\"replicas\":4,\"leaderWorkerTemplate\":{\"size\":3}}");
        assertEquals(
                6,
                ((Expectation.PodsLeft) ((Step.Await) shelf.plan(GROUPS, new JobAction.Scale(2))
                                        .steps()
                                        .getLast())
                                .expectation())
                        .most());
        assertEquals(
                "2 groups are deleted, the highest ordinals first.",
                shelf.plan(GROUPS, new JobAction.Scale(2)).effects().getFirst());
        assertEquals(
                List.of("Scale web from 4 to 6", "Wait until web has 6 pods"),
                Shelf.words(shelf.plan(WEB, new JobAction.Scale(6)).steps()));
    }

    @Test
    void whatIsCountedStandsInTheNumberThatItHas() throws IOException {
        shelf.put(WEB, "", ",\"spec\":{\"replicas\":1}");
        assertEquals(
                "web has 1 pod already.",
                shelf.refusal(WEB, new JobAction.Scale(1)).reason());
        assertEquals(
                "1 more pod is created and waits for a place.",
                shelf.plan(WEB, new JobAction.Scale(2)).effects().getFirst());
        assertEquals(
                "3 more pods are created and wait for a place.",
                shelf.plan(WEB, new JobAction.Scale(4)).effects().getFirst());
        shelf.put(SERVED, "", ",\"spec\":{\"predictor\":{\"minReplicas\":1}}");
        assertEquals(
                "llm has 1 replica at least already.",
                shelf.refusal(SERVED, new JobAction.Scale(1)).reason());
    }

    @Test
    void soManyMoreOrFewerIsCountedFromWhatItHas() throws IOException {
        shelf.put(WEB, "", ",\"spec\":{\"replicas\":2}");
        assertEquals(
                "Scale web from 2 to 3",
                shelf.plan(WEB, new JobAction.ScaleBy(1)).steps().getFirst().words());
        assertEquals(
                "Scale web from 2 to 0",
                shelf.plan(WEB, new JobAction.ScaleBy(-2)).steps().getFirst().words());
        assertEquals(
                "web has only 2 pods.",
                shelf.refusal(WEB, new JobAction.ScaleBy(-3)).reason());
    }

    @Test
    void theAutoscalerOfRayIsNamed() throws IOException {
        shelf.put(
                RAY,
                "",
                ",\"spec\":{\"enableInTreeAutoscaling\":true,\"workerGroupSpecs\":[{\"groupName\":\"gpu\",\"replicas\":2}]}");
        assertTrue(shelf.plan(RAY, new JobAction.Scale(4)).effects().getLast().contains("autoscaler"));
    }

    @Test
    void severalGroupsOfWorkersCannotBeMeantByOneNumber() throws IOException {
        shelf.put(RAY, "", ",\"spec\":{\"workerGroupSpecs\":[{\"groupName\":\"a\"},{\"groupName\":\"b\"}]}");
        assertTrue(shelf.refusal(RAY, new JobAction.Scale(4)).reason().contains("2 workerGroupSpecs"));
        assertEquals(OptionalInt.empty(), shelf.choices(RAY).replicas());
    }

    @Test
    void theUpperBoundOfAServiceIsKeptAboveTheLower() throws IOException {
        shelf.put(SERVED, "", ",\"spec\":{\"predictor\":{\"minReplicas\":1,\"maxReplicas\":2}}");
        Plan plan = shelf.plan(SERVED, new JobAction.Scale(4));
        assertEquals(
                List.of("{\"spec\":{\"predictor\":{\"minReplicas\":4,\"maxReplicas\":4}}}"),
                Shelf.bodies(plan.steps()));
        assertEquals(
                List.of("{\"spec\":{\"predictor\":{\"minReplicas\":1,\"maxReplicas\":2}}}"), Shelf.bodies(plan.undo()));
    }

    @Test
    void anAutoscalerThatWillChangeItBackIsNamedWithItsBounds() throws IOException {
        shelf.put(WEB, "", ",\"spec\":{\"replicas\":2}");
        shelf.put(
                Shelf.ref("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", "web-hpa"),
                "",
                ",\"spec\":{\"scaleTargetRef\":{\"kind\":\"Deployment\",\"name\":\"web\"},\"maxReplicas\":6}");
        assertTrue(shelf.plan(WEB, new JobAction.Scale(4)).effects().getLast().contains("web-hpa scales it"));
        assertTrue(shelf.plan(WEB, new JobAction.Scale(4)).effects().getLast().contains("within 1 to 6"));
    }

    @Test
    void whatAnotherOwnsIsScaledThroughIt() throws IOException {
        ObjectRef set = Shelf.ref("apps", "v1", "replicasets", "ReplicaSet", "web-1");
        shelf.put(
                set,
                ",\"ownerReferences\":[{\"kind\":\"Deployment\",\"name\":\"web\",\"controller\":true}]",
                ",\"spec\":{\"replicas\":2}");
        assertEquals(
                "Scale its owner instead.",
                shelf.refusal(set, new JobAction.Scale(4)).advice());
    }

    @Test
    void aDaemonSetIsNotScaled() throws IOException {
        ObjectRef set = Shelf.ref("apps", "v1", "daemonsets", "DaemonSet", "agent");
        shelf.put(set, "", ",\"spec\":{}");
        assertTrue(shelf.refusal(set, new JobAction.Scale(4)).reason().contains("cannot be scaled"));
    }

    @Test
    void aJobWithCompletionsOfItsOwnChangesOnlyItsParallelism() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"parallelism\":2,\"completions\":10}");
        assertEquals(
                List.of("{\"spec\":{\"parallelism\":3}}"),
                Shelf.bodies(shelf.plan(Shelf.JOB, new JobAction.Scale(3)).steps()));
    }

    @Test
    void anObjectMadeAnewMeanwhileIsAnother() throws IOException {
        shelf.put(WEB, "", ",\"spec\":{\"replicas\":2}");
        var result = new JobActionCompilerImpl(new podium.core.change.ClusterId("lab"), shelf, AllKinds.WORKLOADS)
                .compile(WEB, "another", new JobAction.Scale(1));
        assertTrue(result.toString().contains("deleted and recreated meanwhile"), result::toString);
    }
}
