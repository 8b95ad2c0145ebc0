// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.Pin;
import podium.operation.plan.PlacementCompiler;

/** What is not placed, and that each refusal says why and what to do instead. */
class RefusalTest {
    private static final Map<ObjectRef, String> POD_TO_N1 = Map.of(Desk.POD, "n1");

    private static void refused(PlacementCompiler.Result.Refused refused, String reason) {
        assertTrue(refused.reason().contains(reason), refused::reason);
        assertFalse(refused.advice().isBlank());
    }

    private static void owned(ObjectNode object, String kind) {
        object.withObject("/metadata")
                .withArray("ownerReferences")
                .addObject()
                .put("kind", kind)
                .put("name", "x")
                .put("controller", true);
    }

    private static Desk pod(Consumer<ObjectNode> change) throws IOException {
        return new Desk().with(Desk.POD, "pod", change);
    }

    @ParameterizedTest
    @CsvSource({
        "apps,DaemonSet,one pod on every node",
        "kubeflow.org,ScheduledWorkflow,no pods of its own",
        "flow.volcano.sh,JobFlow,created from JobTemplates",
        "workload.codeflare.dev,AppWrapper,what it wraps",
        "sparkoperator.k8s.io,SparkApplication,the Spark operator creates its pods",
        "scheduling.k8s.io,PodGroup,no template",
        "batch,CronJob,no pods of its own",
        "example.com,Widget,does not know how its pods are created"
    })
    void kindsThatCannotBePlaced(String group, String kind, String reason) throws IOException {
        ObjectRef ref = new ObjectRef(group, "v1", "things", kind, "team", "x");
        refused(new Desk().with(ref, "job", _ -> {}).refusal(ref, Map.of()), reason);
    }

    @Test
    void aBareReplicaSet() throws IOException {
        ObjectRef ref = new ObjectRef("apps", "v1", "replicasets", "ReplicaSet", "team", "x");
        refused(new Desk().with(ref, "deployment", _ -> {}).refusal(ref, Map.of()), "bare ReplicaSet");
    }

    @Test
    void aDaemonSetsPodAndAMirror() throws IOException {
        refused(pod(pod -> owned(pod, "DaemonSet")).refusal(Desk.POD, POD_TO_N1), "belongs to a DaemonSet");
        refused(
                pod(pod -> pod.withObject("/metadata/annotations").put("kubernetes.io/config.mirror", "x"))
                        .refusal(Desk.POD, POD_TO_N1),
                "static pod");
    }

    @Test
    void aPodThatHasFinishedOrIsGoingOrIsThereAlready() throws IOException {
        refused(
                pod(pod -> pod.withObject("/status").put("phase", "Failed")).refusal(Desk.POD, POD_TO_N1),
                "has finished");
        refused(
                pod(pod -> pod.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z"))
                        .refusal(Desk.POD, POD_TO_N1),
                "being deleted");
        refused(pod(pod -> pod.withObject("/spec").put("nodeName", "n1")).refusal(Desk.POD, POD_TO_N1), "already");
    }

    @Test
    void aPodThatSomebodyElseHolds() throws IOException {
        refused(
                pod(pod -> {
                            pod.withObject("/spec").remove("nodeName");
                            pod.withObject("/spec")
                                    .withArray("schedulingGates")
                                    .addObject()
                                    .put("name", "kueue.x-k8s.io/admission");
                        })
                        .refusal(Desk.POD, POD_TO_N1),
                "kueue.x-k8s.io/admission");
    }

    @Test
    void aCordonedOrTaintedNodeWithoutAddingATolerationSilently() throws IOException {
        Desk desk = new Desk().with(Desk.DEPLOYMENT, "deployment", _ -> {});
        desk.node(node -> node.withObject("/spec").put("unschedulable", true));
        refused(desk.refusal(Desk.DEPLOYMENT, Map.of()), "cordoned");
        Desk tainted = new Desk().with(Desk.DEPLOYMENT, "deployment", _ -> {});
        tainted.node(RefusalTest::taint);
        refused(tainted.refusal(Desk.DEPLOYMENT, Map.of()), "gpu=true:NoSchedule");
    }

    private static void taint(ObjectNode node) {
        node.withObject("/spec")
                .withArray("taints")
                .addObject()
                .put("key", "gpu")
                .put("value", "true")
                .put("effect", "NoSchedule");
    }

    @ParameterizedTest
    @CsvSource({
        "gpu,Equal,true,NoSchedule,true",
        "gpu,Equal,false,NoSchedule,false",
        "gpu,Exists,'','',true",
        "'',Exists,'','',true",
        "gpu,Exists,'',NoExecute,false"
    })
    void aTaintedNodeIsOpenToWhatToleratesIt(String key, String operator, String value, String effect, boolean open)
            throws IOException {
        Desk desk = new Desk().with(Desk.DEPLOYMENT, "deployment", object -> object.withObject("/spec/template/spec")
                .withArray("tolerations")
                .addObject()
                .put("key", key)
                .put("operator", operator)
                .put("value", value)
                .put("effect", effect));
        desk.node(RefusalTest::taint);
        assertEquals(open, desk.compile(Desk.DEPLOYMENT, Map.of()) instanceof PlacementCompiler.Result.Compiled);
    }

    @Test
    void anObjectMadeAnewOrGone() throws IOException {
        Desk desk = new Desk().with(Desk.JOB, "job", _ -> {});
        PlacementCompiler.Result result = desk.compile(
                new PlacementCompiler.Request(Desk.JOB, "old-uid", Map.of(), List.of("n1"), Pin.HOSTNAME, ""));
        assertTrue(result instanceof PlacementCompiler.Result.Refused refused
                && refused.reason().contains("deleted and recreated"));
        refused(new Desk().refusal(Desk.JOB, Map.of()), "does not exist");
    }

    @Test
    void aFinishedAnOwnedAndAForeignJob() throws IOException {
        refused(
                new Desk()
                        .with(Desk.JOB, "job", job -> job.withObject("/status")
                                .withArray("conditions")
                                .addObject()
                                .put("type", "Complete")
                                .put("status", "True"))
                        .refusal(Desk.JOB, Map.of()),
                "has finished");
        refused(
                new Desk().with(Desk.JOB, "job", job -> owned(job, "JobSet")).refusal(Desk.JOB, Map.of()),
                "belongs to");
        refused(
                new Desk()
                        .with(Desk.JOB, "job", job -> job.withObject("/spec")
                                .put("managedBy", "kueue.x-k8s.io/multikueue"))
                        .refusal(Desk.JOB, Map.of()),
                "MultiKueue decides");
    }

    @Test
    void onePodOfATemplateToSeveralPlaces() throws IOException {
        ObjectRef second = ObjectRef.pod("team", "train-1");
        Desk desk = new Desk().with(Desk.JOB, "job", _ -> {});
        desk.with(Desk.POD, "pod", pod -> owned(pod, "Job")).with(second, "pod", pod -> owned(pod, "Job"));
        refused(desk.refusal(Desk.JOB, Map.of(Desk.POD, "n1", second, "n2")), "one template");
    }

    @Test
    void whatIsPinnedThereAlready() throws IOException {
        refused(
                new Desk()
                        .with(Desk.DEPLOYMENT, "deployment", object -> object.withObject(
                                        "/spec/template/spec/nodeSelector")
                                .put(Pin.HOSTNAME, "host-of-n1"))
                        .refusal(Desk.DEPLOYMENT, Map.of()),
                "already");
    }

    /** The label is copied with an image: what was pinned to one node ran on the other. */
    @Test
    void aNodeWhoseHostNameLabelAnotherOneHasToo() throws IOException {
        Desk desk = new Desk().with(Desk.DEPLOYMENT, "deployment", _ -> {});
        desk.put(ObjectRef.node("n9"), "node").withObject("/metadata").put("name", "n9");
        refused(desk.refusal(Desk.DEPLOYMENT, Map.of()), "and so has n9: what is pinned by it may run there");
    }

    @Test
    void aNodeWithoutAHostNameLabel() throws IOException {
        Desk desk = new Desk().with(Desk.DEPLOYMENT, "deployment", _ -> {});
        desk.node(node -> node.withObject("/metadata").remove("labels"));
        refused(desk.refusal(Desk.DEPLOYMENT, Map.of()), "no label");
    }
}
