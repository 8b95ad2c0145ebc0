// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.json.YamlText;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.place.pin.FieldOwners;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PodClone;
import podium.kubernetes.internal.place.pin.SuspendCycle;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.TemplatePatch;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.ServerVersion;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.StubTransport;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/** The parts plans are made of, one by one. */
class PiecesTest {
    private static final Pin PIN = new Pin(Pin.HOSTNAME, "host-of-n1", "n1");

    private static JsonNode file(String name) throws IOException {
        return Trees.read(Data.fixture(PiecesTest.class, "objects/" + name + ".json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"a:b\"}}|Argo CD",
                "{\"labels\":{\"kustomize.toolkit.fluxcd.io/name\":\"apps\"}}|Flux",
                "{\"annotations\":{\"meta.helm.sh/release-name\":\"r\"},\"managedFields\":[{\"manager\":\"helm\"}]}|Helm",
                "{\"managedFields\":[{\"manager\":\"argocd-controller\"},{\"manager\":\"helm\"}]}|Argo CD and Helm",
                "{\"labels\":{\"app.kubernetes.io/managed-by\":\"terraform\"}}|terraform",
                "{\"labels\":{\"app.kubernetes.io/managed-by\":\"Helm\",\"helm.toolkit.fluxcd.io/name\":\"x\"}}|Flux",
            })
    void whoWillPutTheChangeBackIsNamedOnce(String metadata, String who) throws IOException {
        String warning = FieldOwners.warning(Trees.read("{\"metadata\":" + metadata + "}"))
                .orElseThrow();
        assertTrue(warning.startsWith("Managed by " + who + ", which may"), warning);
    }

    @Test
    void anObjectThatOnlyKubectlWroteIsNobodysElse() throws IOException {
        assertEquals(
                Optional.empty(),
                FieldOwners.warning(Trees.read("{\"metadata\":{\"managedFields\":[{\"manager\":\"kubectl\"},{}]}}")));
        assertEquals(Optional.empty(), FieldOwners.warning(Trees.object()));
    }

    @Test
    void aCloneLosesWhatTheServerTheSchedulerAndTheNetworkWroteAndKeepsTheRest() throws IOException {
        ObjectNode pod = (ObjectNode) file("pod");
        pod.withObject("/metadata")
                .put("deletionGracePeriodSeconds", 30)
                .withArray("finalizers")
                .add("x/y");
        pod.withObject("/metadata/annotations")
                .put("k8s.ovn.org/pod-networks", "{}")
                .put("cni.y/z", "1");
        pod.withObject("/spec").withArray("ephemeralContainers").addObject().put("name", "debugger");
        pod.withObject("/spec")
                .withArray("initContainers")
                .addObject()
                .withArray("volumeMounts")
                .addObject()
                .put("name", "kube-api-access-x7k");
        ObjectNode clone = PodClone.of(pod, Optional.empty());
        for (String field :
                List.of("uid", "resourceVersion", "managedFields", "finalizers", "deletionGracePeriodSeconds")) {
            assertFalse(clone.path("metadata").has(field), field);
        }
        for (String field :
                List.of("nodeName", "priority", "preemptionPolicy", "ephemeralContainers", "serviceAccount")) {
            assertFalse(clone.path("spec").has(field), field);
        }
        assertFalse(clone.has("status"));
        assertEquals("{\"owner\":\"ada\"}", Trees.write(clone.path("metadata").path("annotations")));
        assertEquals("normal", Trees.text(clone, "/spec/priorityClassName"));
        assertEquals("default", Trees.text(clone, "/spec/serviceAccountName"));
        assertFalse(Trees.write(clone).contains("kube-api-access"), "admission adds it again");
        assertTrue(pod.has("status"), "the original is as it was");
    }

    @Test
    void aPinnedCloneLosesOurGateAndNoOther() throws IOException {
        ObjectNode pod = (ObjectNode) file("pod");
        pod.withObject("/spec").withArray("schedulingGates").addObject().put("name", Gates.OURS);
        assertFalse(PodClone.of(pod, Optional.of(PIN)).path("spec").has("schedulingGates"));
        assertTrue(PodClone.of(pod, Optional.empty()).path("spec").has("schedulingGates"), "unpinned: held as before");
        pod.withObject("/spec").withArray("schedulingGates").addObject().put("name", "kueue.x-k8s.io/topology");
        JsonNode clone = PodClone.of(pod, Optional.of(PIN));
        assertEquals(List.of("kueue.x-k8s.io/topology"), Gates.foreign(clone));
        assertEquals(
                "host-of-n1",
                clone.path("spec").path("nodeSelector").path(Pin.HOSTNAME).asText());
        assertEquals(OptionalInt.of(0), Gates.index(pod));
        assertEquals(OptionalInt.empty(), Gates.index(clone));
    }

    private static List<String> waits(List<Step> steps) {
        return steps.stream()
                .filter(Step.Await.class::isInstance)
                .map(step -> switch (((Step.Await) step).expectation()) {
                    case Expectation.ConditionTrue condition -> condition.type();
                    case Expectation.FieldIs field -> field.pointer() + "=" + field.value();
                    default -> "?";
                })
                .toList();
    }

    @Test
    void aSuspensionIsItsFieldAndThenItsSigns() throws IOException {
        Suspension both = new Suspension(
                Suspension.RUN_POLICY,
                List.of(
                        Suspension.suspended(new Expectation.ConditionTrue("Suspended")),
                        new Suspension.Sign(
                                Optional.of(Desk.JOBSET),
                                new Expectation.FieldIs("/status/active", "0"),
                                name -> "Wait until no pod of " + name + " is active")));
        List<Step> steps = new SuspendCycle(Desk.JOB, file("job"), both).stop(Trees.array());
        assertEquals(List.of("Suspended", "/status/active=0"), waits(steps));
        assertEquals(
                "{\"spec\":{\"runPolicy\":{\"suspend\":true}}}",
                ((Step.Write) steps.getFirst()).write().body());
        assertEquals(
                List.of(Desk.JOB, Desk.JOBSET),
                steps.stream()
                        .filter(Step.Await.class::isInstance)
                        .map(step -> ((Step.Await) step).target())
                        .toList());
        assertEquals("Wait until no pod of train is active", steps.getLast().words());
    }

    @Test
    void suspendingIsUndoneByResumingAndTheOtherWayRound() throws IOException {
        SuspendCycle cycle = new SuspendCycle(Desk.JOB, file("job"), Suspension.condition("Suspended"));
        Step.Write suspend = (Step.Write) cycle.stop(Trees.array()).getFirst();
        Step.Write resume = cycle.start();
        assertEquals(
                "[{\"op\":\"test\",\"path\":\"/spec/suspend\",\"value\":false},"
                        + "{\"op\":\"add\",\"path\":\"/spec/suspend\",\"value\":true}]",
                suspend.write().body());
        assertEquals(suspend.write(), resume.undo().orElseThrow());
        assertEquals(resume.write(), suspend.undo().orElseThrow());
        ObjectNode silent = (ObjectNode) file("job");
        silent.withObject("/spec").remove("suspend");
        SuspendCycle field = new SuspendCycle(Desk.JOB, silent, Suspension.condition("Suspended"));
        assertEquals(
                "[{\"op\":\"test\",\"path\":\"/spec/suspend\",\"value\":true},"
                        + "{\"op\":\"remove\",\"path\":\"/spec/suspend\"}]",
                field.start().write().body(),
                "as it was: not there");
        assertEquals(Optional.of("job-uid"), suspend.write().uid());
    }

    @Test
    void aTemplatesPinIsOneEntryAndItsInverseTakesThatEntryOnly() throws IOException {
        TemplatePatch patch = new TemplatePatch(Desk.DEPLOYMENT, file("deployment"), PIN);
        assertFalse(patch.isThere());
        assertEquals(
                "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"host-of-n1\"}}}}}",
                patch.write().write().body());
        assertEquals(
                "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":null}}}}}",
                patch.undo().write().body());
    }

    @Test
    void aTemplatePinnedElsewhereIsPinnedThereAgainByTheInverse() throws IOException {
        ObjectNode web = (ObjectNode) file("deployment");
        web.withObject("/spec/template/spec/nodeSelector").put(Pin.HOSTNAME, "before");
        Step.Write undo = new TemplatePatch(Desk.DEPLOYMENT, web, PIN).undo();
        assertTrue(undo.write().body().contains("\"before\""), undo.write()::body);
        assertEquals("Pin the template of web to before again", undo.words());
        web.withObject("/spec/template/spec/nodeSelector").put(Pin.HOSTNAME, "host-of-n1");
        assertTrue(new TemplatePatch(Desk.DEPLOYMENT, web, PIN).isThere());
    }

    @ParameterizedTest
    @CsvSource({
        "200,36,true",
        "200,36+,true",
        "200,35,false",
        "200,'',false",
        "200,x,false",
        "200,99999999999999999999,false",
        "403,36,false",
    })
    void aServerThatDoesNotTellItsVersionIsAnOldOne(int status, String minor, boolean mutable) throws IOException {
        StubTransport transport = new StubTransport(_ -> StubTransport.answer(status, "{\"minor\":\"" + minor + "\"}"));
        assertEquals(mutable, ServerVersion.ask(transport).startedTemplatesMutable());
    }

    @Test
    void aDomainsPinIsNamedByItsLabelAndANodesByItsName() {
        assertEquals("n1", PIN.words());
        assertEquals("rack=r1", new Pin("rack", "r1", "").words());
    }

    @Test
    void anAbsentOrEmptyTreeIsNoText() throws IOException {
        assertEquals("", YamlText.of(Trees.object()));
        assertEquals("", YamlText.of(Trees.object().path("x")));
        assertEquals("", YamlText.of(Trees.read("null")));
        assertEquals("a: 1\nb:\n- x\n", YamlText.of(Trees.read("{\"a\":1,\"b\":[\"x\"]}")));
    }

    @Test
    void nobodyWaitsForPodsThatCannotBeSelected() {
        assertEquals(List.of(), placed("", 4));
        assertEquals(List.of(), placed("a=b", 0));
        assertEquals(
                "Wait until 1 pod of train runs on n1",
                placed("a=b", 1).getFirst().words());
        assertEquals(
                "Wait until 4 pods of train run on n1",
                placed("a=b", 4).getFirst().words());
    }

    private static List<Step> placed(String selector, int count) {
        return PlanSteps.placed(Desk.JOB, selector, count, PIN.key(), PIN.value(), PIN.words(), List.of());
    }

    @Test
    void theControllerIsTheOwnerThatSaysSo() throws IOException {
        JsonNode object = Trees.read("""
            {"metadata":{"ownerReferences":[{"kind":"Node"},{"kind":"Job","controller":true}]},
             "status":{"conditions":[{"type":"Complete","status":"False"},{"type":"Failed","status":"True"}]}}\
            """);
        assertEquals("Job", ObjectReads.controller(object).path("kind").asText());
        assertTrue(ObjectReads.controller(Trees.object()).isMissingNode());
        assertTrue(ObjectReads.holds(object, "Failed"));
        assertFalse(ObjectReads.holds(object, "Complete") || ObjectReads.holds(object, "Suspended"));
        assertEquals("Job team/train", ObjectReads.name(Desk.JOB));
    }

    @Test
    void onlyAQueuesLabelMakesAJobQueued() throws IOException {
        assertFalse(KueueGuard.isQueued(file("job")));
        ObjectNode job = (ObjectNode) file("job");
        job.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "");
        assertTrue(KueueGuard.isQueued(job), "even an empty name is Kueue's");
    }
}
