// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.core.api.ApiWrite;
import podium.operation.job.JobAction;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.testing.AllKinds;

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

    @Test
    void suspendingAWaitingJobLosesNothing() throws IOException {
        Shelf shelf = new Shelf().put(Shelf.JOB, "", ",\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"b\"}}}");
        Plan plan = shelf.plan(Shelf.JOB, new JobAction.Suspend());
        assertEquals(List.of("No pod of it runs; none is deleted."), plan.effects());
        assertEquals(List.of(), plan.irreversible());
    }

    @Test
    void whatIsSuspendedIsResumedOnceAndWhatKueueHasIsLeftToIt() throws IOException {
        Shelf shelf = new Shelf().put(Shelf.JOB, "", ",\"spec\":{\"suspend\":true}");
        assertEquals("Resume train", shelf.plan(Shelf.JOB, new JobAction.Resume()).title());
        assertTrue(shelf.refusal(Shelf.JOB, new JobAction.Suspend()).reason().contains("already"));
        assertTrue(new Shelf()
                .queued(true)
                .refusal(Shelf.JOB, new JobAction.Resume())
                .reason()
                .contains("Kueue"));
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
