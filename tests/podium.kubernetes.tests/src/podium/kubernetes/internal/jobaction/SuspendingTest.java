// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

class SuspendingTest {
    private static ApiWrite write(Plan plan) {
        return ((Step.Write) plan.steps().getFirst()).write();
    }

    private static ObjectRef ref(String apiVersion, String kind) {
        String group = ObjectRef.groupOf(apiVersion);
        String resource =
                AllKinds.WORKLOADS.of(group, kind).orElseThrow().name().resource();
        return Shelf.ref(group, ObjectRef.versionOf(apiVersion), resource, kind, "train");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        batch/v1 | Job | {"spec":{"suspend":true}}
        jobset.x-k8s.io/v1alpha2 | JobSet | {"spec":{"suspend":true}}
        kubeflow.org/v2beta1 | MPIJob | {"spec":{"runPolicy":{"suspend":true}}}
        kubeflow.org/v1 | PyTorchJob | {"spec":{"runPolicy":{"suspend":true}}}
        ray.io/v1 | RayCluster | {"spec":{"suspend":true}}
        workload.codeflare.dev/v1beta2 | AppWrapper | {"spec":{"suspend":true}}
        sparkoperator.k8s.io/v1beta2 | SparkApplication | {"spec":{"suspend":true}}
        """)
    void everyKindIsSuspendedByItsOwnFieldAsItWasRead(String apiVersion, String kind, String body) throws IOException {
        ObjectRef ref = ref(apiVersion, kind);
        Plan plan = new Shelf().put(ref, "", ",\"spec\":{}").plan(ref, new JobAction.Suspend());
        assertEquals(body, write(plan).body());
        assertEquals(Optional.of("u-train"), write(plan).uid(), "never another object of the same name");
        assertEquals(Optional.of("7"), write(plan).resourceVersion(), "never another state of it");
        ApiWrite back = ((Step.Write) plan.undo().getFirst()).write();
        assertEquals(body.replace("true", "null"), back.body(), "what was not there goes again");
    }

    @ParameterizedTest
    @CsvSource({
        "batch/v1,Job,/spec/suspend",
        "jobset.x-k8s.io/v1alpha2,JobSet,/spec/suspend",
        "kubeflow.org/v1,PyTorchJob,/spec/runPolicy/suspend",
    })
    void aPauseStopsAJobByItsOwnFieldWhileItRunsAndLeavesItRunningWhenItIsTakenBack(
            String apiVersion, String kind, String field) throws IOException {
        ObjectRef ref = ref(apiVersion, kind);
        String spec = kind.equals("PyTorchJob") ? "{\"runPolicy\":{\"suspend\":false}}" : "{\"suspend\":false}";
        JobActionCompiler.Pause pause =
                new Shelf().put(ref, "", ",\"spec\":" + spec).pause(ref, "u-train");
        String tested = "{\"op\":\"test\",\"path\":\"" + field + "\",\"value\":";
        assertEquals(ApiWrite.Verb.JSON_PATCH, pause.stop().write().verb());
        assertEquals(Optional.of("u-train"), pause.stop().write().uid());
        assertTrue(pause.stop().write().body().contains(tested + "false}"), pause::toString);
        assertEquals(pause.start().write(), pause.stop().undo().orElseThrow());
        assertEquals(pause.start().write(), pause.start().undo().orElseThrow(), "what an aborted drain leaves runs");
        assertTrue(pause.start().write().body().contains(tested + "true}"), pause::toString);
    }

    @Test
    void whatWasMadeAnewOrCannotBeSuspendedIsNotPaused() throws IOException {
        Shelf shelf = new Shelf().put(Shelf.JOB, "", ",\"spec\":{}");
        assertThrows(IOException.class, () -> shelf.pause(Shelf.JOB, "another"));
        ObjectRef web = ref("apps/v1", "Deployment");
        Shelf other = new Shelf().put(web, "", ",\"spec\":{}");
        assertThrows(IOException.class, () -> other.pause(web, "u-train"));
    }

    @Test
    void whatTellsThatItIsSuspendedIsAwaited() throws IOException {
        ObjectRef ref = ref("kubeflow.org/v1", "TFJob");
        Plan plan = new Shelf().put(ref, "", ",\"spec\":{}").plan(ref, new JobAction.Suspend());
        assertEquals(
                new Expectation.ConditionTrue("Suspended"),
                ((Step.Await) plan.steps().get(1)).expectation());
    }

    @Test
    void suspendingARunningJobIsCalledWhatItIs() throws IOException {
        Shelf shelf = new Shelf().put(Shelf.JOB, "", ",\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"b\"}}}");
        shelf.put(
                ObjectRef.pod("team", "train-0"),
                "",
                ",\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"Running\"}");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Suspend());
        assertTrue(plan.effects().getFirst().contains("1 running pod is deleted"), plan.effects()::toString);
        assertEquals(1, plan.irreversible().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        batch/v1 | Job | {"selector":{"matchLabels":{"a":"b"}}}
        jobset.x-k8s.io/v1alpha2 | JobSet | {}
        kubeflow.org/v1 | PyTorchJob | {}
        trainer.kubeflow.org/v1alpha1 | TrainJob | {}
        ray.io/v1 | RayCluster | {}
        workload.codeflare.dev/v1beta2 | AppWrapper | {}
        sparkoperator.k8s.io/v1beta2 | SparkApplication | {}
        """)
    void itIsSuspendedWhenItsPodsAreGoneNotWhenItsControllerCountsNoneWhicheverWay(
            String apiVersion, String kind, String spec) throws IOException {
        ObjectRef ref = ref(apiVersion, kind);
        Shelf shelf = new Shelf().put(ref, "", ",\"spec\":" + spec);
        shelf.put(ObjectRef.pod("team", "train-0"), "", ",\"spec\":{\"terminationGracePeriodSeconds\":3600}");
        for (JobAction act : List.of(new JobAction.Suspend(), new JobAction.Requeue())) {
            Plan plan = shelf.plan(ref, act);
            Step.Await gone = plan.steps().stream()
                    .filter(step ->
                            step instanceof Step.Await await && await.expectation() instanceof Expectation.PodsLeft)
                    .map(Step.Await.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(act + ": " + plan.steps()));
            assertEquals(0, ((Expectation.PodsLeft) gone.expectation()).most());
            assertEquals("Wait until the pods of train are gone", gone.words());
            assertTrue(gone.atMost().toMinutes() > 60, "a pod may take its grace period: " + gone.atMost());
        }
        shelf.put(ref, "", ",\"spec\":" + spec.replaceFirst("\\}$", spec.equals("{}") ? on(ref) : "," + on(ref)));
        List<Step> undo = shelf.plan(ref, new JobAction.Resume()).undo();
        assertEquals(
                "Wait until the pods of train are gone", undo.getLast().words(), "taking a resume back is a suspend");
    }

    private static String on(ObjectRef ref) {
        return (ref.group().equals("kubeflow.org") ? "\"runPolicy\":{\"suspend\":true}" : "\"suspend\":true") + "}";
    }

    @Test
    void suspendingAWaitingJobLosesNothing() throws IOException {
        Shelf shelf = new Shelf().put(Shelf.JOB, "", ",\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"b\"}}}");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Suspend());
        assertEquals(List.of("No pod of it runs; those that wait are deleted."), plan.effects());
        assertEquals(List.of(), plan.irreversible());
    }

    @Test
    void whatIsSuspendedIsResumedOnceAndWhatKueueHasIsLeftToIt() throws IOException {
        Shelf shelf = new Shelf().put(Shelf.JOB, "", ",\"spec\":{\"suspend\":true}");
        assertEquals(
                "Resume train", shelf.plan(Shelf.JOB, new JobAction.Resume()).title());
        assertTrue(shelf.refusal(Shelf.JOB, new JobAction.Suspend()).reason().contains("already"));
        assertTrue(new Shelf()
                .queued(true)
                .refusal(Shelf.JOB, new JobAction.Resume())
                .reason()
                .contains("Kueue"));
    }

    @Test
    void whatKueueIsNotToAdmitIsActivatedAndDeactivatedAgain() throws IOException {
        Shelf shelf = new Shelf().queued(true);
        shelf.put(
                Shelf.ref("kueue.x-k8s.io", "v1beta1", "workloads", "Workload", "job-train"),
                ",\"labels\":{\"kueue.x-k8s.io/job-uid\":\"u-train\"},\"ownerReferences\":[{\"uid\":\"u-train\",\"controller\":true}]",
                ",\"spec\":{\"active\":false}");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Resume());
        assertEquals("Activate the Workload of train", plan.title());
        assertTrue(Shelf.bodies(plan.steps()).getFirst().contains("\"path\":\"/spec/active\",\"value\":true}"));
        assertTrue(Shelf.bodies(plan.undo()).getFirst().contains("\"path\":\"/spec/active\",\"value\":false}"));
    }

    @Test
    void whatBelongsToAnotherIsLeftToIt() throws IOException {
        Shelf shelf = new Shelf()
                .put(
                        Shelf.JOB,
                        ",\"ownerReferences\":[{\"kind\":\"JobSet\",\"name\":\"mesh\",\"uid\":\"u\",\"controller\":true}]",
                        "");
        assertTrue(shelf.refusal(Shelf.JOB, new JobAction.Suspend()).reason().contains("JobSet mesh"));
    }
}
