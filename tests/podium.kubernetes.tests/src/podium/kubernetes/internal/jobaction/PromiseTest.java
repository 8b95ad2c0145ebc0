// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.operation.job.JobAction;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** What is awaited at the end of each act is what the act promises. */
class PromiseTest {
    private static final ObjectRef WEB = Shelf.ref("apps", "v1", "deployments", "Deployment", "web");
    private static final String LABELLED = "\"selector\":{\"matchLabels\":{\"app\":\"it\"}}";
    private final Shelf shelf = new Shelf();

    private static List<Expectation> awaited(List<Step> steps) {
        return steps.stream()
                .filter(Step.Await.class::isInstance)
                .map(step -> ((Step.Await) step).expectation())
                .toList();
    }

    private List<Expectation> awaited(ObjectRef ref, JobAction act) throws IOException {
        return awaited(shelf.plan(ref, act).steps());
    }

    @Test
    void whatIsResumedHasMadePods() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"suspend\":true," + LABELLED + "}");
        assertEquals(
                List.of(new Expectation.PodsAnew("app=it", 1, List.of())), awaited(Shelf.JOB, new JobAction.Resume()));
    }

    @Test
    void whatIsScaledUpHasMadeTheOthersAndNoMoreThanItIsToComplete() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"parallelism\":2," + LABELLED + "}");
        shelf.put(ObjectRef.pod("team", "train-0"), "", "");
        List<String> old = List.of("u-train-0");
        assertEquals(List.of(new Expectation.PodsAnew("app=it", 3, old)), awaited(Shelf.JOB, new JobAction.Scale(5)));
        shelf.put(
                Shelf.JOB,
                "",
                ",\"spec\":{\"parallelism\":2,\"completions\":8," + LABELLED + "},\"status\":{\"succeeded\":5}");
        assertEquals(List.of(new Expectation.PodsAnew("app=it", 1, old)), awaited(Shelf.JOB, new JobAction.Scale(5)));
        shelf.put(Shelf.JOB, "", ",\"spec\":{\"suspend\":true,\"parallelism\":2," + LABELLED + "}");
        assertEquals(List.of(), awaited(Shelf.JOB, new JobAction.Scale(5)), "nothing is made before it is resumed");
    }

    @Test
    void theHeadOfARayClusterIsNoneOfItsWorkers() throws IOException {
        ObjectRef ray = Shelf.ref("ray.io", "v1", "rayclusters", "RayCluster", "ray");
        shelf.put(
                ray, "", ",\"spec\":{\"workerGroupSpecs\":[{\"groupName\":\"gpu\",\"replicas\":4,\"numOfHosts\":2}]}");
        assertEquals(List.of(new Expectation.PodsLeft("ray.io/cluster=ray", 3)), awaited(ray, new JobAction.Scale(1)));
        assertEquals(
                List.of(new Expectation.PodsAnew("ray.io/cluster=ray", 2, List.of())),
                awaited(ray, new JobAction.Scale(5)));
    }

    @Test
    void aFirstQueueHasMadeAWorkloadThatIsInIt() throws IOException {
        shelf.queued(true).put(Shelf.JOB, "", ",\"spec\":{\"suspend\":true}");
        assertEquals(
                List.of(new Expectation.Listed("kueue.x-k8s.io/job-uid=u-train", "/spec/queueName", "large")),
                awaited(Shelf.JOB, new JobAction.Queue("large")));
    }

    @Test
    void aPriorityThatRollsIsThereWhenNoPodOfTheOneBeforeIsAndBack() throws IOException {
        for (String name : List.of("urgent", "calm")) {
            shelf.put(
                    new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", name),
                    "",
                    ",\"value\":10");
        }
        shelf.put(WEB, "", ",\"spec\":{" + LABELLED + ",\"template\":{\"spec\":{\"priorityClassName\":\"calm\"}}}");
        Plan plan = shelf.plan(WEB, new JobAction.Priority("urgent"));
        String field = "/spec/priorityClassName";
        assertEquals(List.of(new Expectation.PodsRolled("app=it", field, "urgent", true, 0)), awaited(plan.steps()));
        assertEquals(List.of(new Expectation.PodsRolled("app=it", field, "calm", true, 0)), awaited(plan.undo()));
        assertEquals(
                List.of(new Expectation.PodsRolled("app=it", field, "calm", false, 0)),
                awaited(WEB, new JobAction.Priority("")),
                "the server gives those without a class its default");
        shelf.put(WEB, "", ",\"spec\":{\"paused\":true," + LABELLED + ",\"template\":{\"spec\":{}}}");
        Plan paused = shelf.plan(WEB, new JobAction.Priority("urgent"));
        assertEquals(List.of(), awaited(paused.steps()));
        assertFalse(paused.effects().getFirst().contains("rollout"), paused.effects()::toString);
    }

    @Test
    void whatIsDeletedHasNoPodsLeft() throws IOException {
        shelf.put(Shelf.JOB, "", ",\"spec\":{" + LABELLED + "}");
        assertEquals(
                List.of(new Expectation.Gone("u-train"), new Expectation.PodsLeft("app=it", 0)),
                awaited(Shelf.JOB, new JobAction.Delete(java.util.Optional.empty())));
    }

    @Test
    void fromVersionBeta2OnAWorkloadHasAReferenceToItsClass() throws IOException {
        shelf.put(Shelf.JOB, ",\"labels\":{\"kueue.x-k8s.io/queue-name\":\"small\"}", ",\"spec\":{\"suspend\":true}");
        shelf.put(
                Shelf.ref("kueue.x-k8s.io", "v1beta2", "workloads", "Workload", "job-train"),
                ",\"labels\":{\"kueue.x-k8s.io/job-uid\":\"u-train\"},"
                        + "\"ownerReferences\":[{\"uid\":\"u-train\",\"controller\":true}]",
                ",\"spec\":{\"active\":true,\"priority\":0}");
        shelf.put(
                new ObjectRef(
                        "kueue.x-k8s.io", "v1beta2", "workloadpriorityclasses", "WorkloadPriorityClass", "", "urgent"),
                "",
                ",\"value\":100");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Priority("urgent"));
        String its = Shelf.bodies(plan.steps()).get(1);
        assertEquals(
                true,
                its.contains("\"path\":\"/spec/priorityClassRef\",\"value\":{\"group\":\"kueue.x-k8s.io\","
                        + "\"kind\":\"WorkloadPriorityClass\",\"name\":\"urgent\"}"),
                its);
        assertFalse(its.contains("priorityClassSource"), its);
        assertEquals(List.of(new Expectation.FieldIs("/spec/priorityClassRef/name", "urgent")), awaited(plan.steps()));
    }
}
