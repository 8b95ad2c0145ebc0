// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.RuntimeTemplates;
import podium.kubernetes.testkit.OwnerFixtures;
import podium.operation.plan.Plan;

/** The special cases of each kind: what is refused and why, and what its plan says. */
class OwnerKindsTest {
    private static ObjectRef ref(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText();
        return new ObjectRef(
                ObjectRef.groupOf(apiVersion),
                ObjectRef.versionOf(apiVersion),
                "things",
                object.path("kind").asText(),
                "team",
                "it");
    }

    private static JsonNode object(String fixture, Consumer<ObjectNode> change) throws IOException {
        ObjectNode object = (ObjectNode) Trees.read(OwnerFixtures.text(fixture));
        change.accept(object);
        return object;
    }

    private static Plan plan(String fixture, Consumer<ObjectNode> change) throws IOException {
        JsonNode object = object(fixture, change);
        Desk desk = new Desk();
        desk.put(ref(object), object);
        desk.put(
                new ObjectRef(
                        "trainer.kubeflow.org",
                        "v1alpha1",
                        "clustertrainingruntimes",
                        "ClusterTrainingRuntime",
                        "",
                        "torch"),
                object("runtime", _ -> {}));
        return desk.plan(ref(object), Map.of());
    }

    private static String refusal(String fixture, Consumer<ObjectNode> change) throws IOException {
        JsonNode object = object(fixture, change);
        Desk desk = new Desk();
        desk.put(ref(object), object);
        return desk.refusal(ref(object), Map.of()).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "rayjob,/status/jobDeploymentStatus,Complete,has finished",
        "rayjob,/status/jobDeploymentStatus,Waiting,only while it initializes or runs",
        "rayjob,/spec/clusterSelector/ray.io~1cluster,other,an existing Ray cluster",
        "rayjob,/spec/managedBy,kueue.x-k8s.io/multikueue,MultiKueue decides",
        "rayservice,/spec/upgradeStrategy/type,None,upgrade strategy None",
        "volcanojob,/status/state/phase,Completed,has finished",
        "workflow,/status/phase,Succeeded,has finished",
        "pytorchjob,/spec/runPolicy/managedBy,kueue.x-k8s.io/multikueue,MultiKueue decides",
        "job-kueue,/metadata/labels/kueue.x-k8s.io~1prebuilt-workload-name,w,a prebuilt Workload",
        "job-kueue,/metadata/labels/a,b,has no Workload",
        "experiment,/spec/x,y,No trial",
    })
    void whatStandsAgainstItIsSaid(String fixture, String at, String value, String reason) throws IOException {
        String said = refusal(fixture, object -> {
            int last = at.lastIndexOf('/');
            object.withObject(at.substring(0, last)).put(at.substring(last + 1).replace("~1", "/"), value);
        });
        assertTrue(said.contains(reason), said);
    }

    @Test
    void aRayJobThatKeepsItsClusterIsNotSuspended() throws IOException {
        String said = refusal("rayjob", job -> job.withObject("/spec").put("shutdownAfterJobFinishes", false));
        assertTrue(said.contains("keeps its cluster"), said);
    }

    @Test
    void aGroupThatWantsADomainOfItsOwnIsNotPutOnOneNode() throws IOException {
        String said = refusal("leaderworkerset", set -> {
            set.withObject("/spec").put("replicas", 2);
            set.withObject("/metadata/annotations").put("leaderworkerset.sigs.k8s.io/exclusive-topology", "rack");
        });
        assertTrue(said.contains("wants a rack of its own"), said);
    }

    @Test
    void aRunningWorkflowIsPinnedForItsStepsToComeAlsoThoseWithASelectorOfTheirOwn() throws IOException {
        Plan plan = plan("workflow", workflow -> {
            workflow.withObject("/status").put("phase", "Running");
            ((ObjectNode) workflow.at("/spec/templates/0"))
                    .putObject("nodeSelector")
                    .put("disk", "fast");
        });
        assertEquals(List.of(), plan.irreversible());
        assertTrue(plan.effects().get(1).contains("stay where they are"), plan.effects()::toString);
        String body = Desk.bodies(plan.steps()).getFirst();
        assertTrue(body.contains("\"/spec/nodeSelector\""), body);
        assertTrue(body.contains("/spec/templates/0/nodeSelector/kubernetes.io~1hostname"), body);
    }

    @Test
    void aPatchOfAnothersToTheRuntimeIsLeftAlone() throws IOException {
        Plan plan = plan("trainjob", job -> job.withObject("/spec")
                .put("suspend", true)
                .putArray("runtimePatches")
                .addObject()
                .put("manager", "kueue.x-k8s.io/manager"));
        String body = Desk.bodies(plan.steps()).getFirst();
        assertTrue(body.contains("\"/spec/runtimePatches/1\""), body);
        String undo = Desk.bodies(plan.undo()).getLast();
        assertTrue(undo.contains("\"op\":\"remove\",\"path\":\"/spec/runtimePatches/1\""), undo);
    }

    @Test
    void anotherPlaceReplacesOurOwnPatchOfTheRuntime() throws IOException {
        Plan plan = plan("trainjob", job -> job.withObject("/spec")
                .put("suspend", true)
                .putArray("runtimePatches")
                .addObject()
                .put("manager", RuntimeTemplates.MANAGER)
                .put("time", "2026-03-02T09:00:00Z"));
        String body = Desk.bodies(plan.steps()).getFirst();
        assertTrue(body.contains("\"op\":\"replace\",\"path\":\"/spec/runtimePatches/0\""), body);
    }

    @Test
    void aQueuedLeaderWorkerSetIsCreatedAgain() throws IOException {
        Plan plan = plan(
                "leaderworkerset", set -> set.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "gold"));
        assertTrue(plan.effects().getFirst().contains("Kueue forbids"), plan.effects()::toString);
        assertTrue(plan.steps().getFirst().words().startsWith("Delete it with its pods"));
        assertTrue(Desk.bodies(plan.steps()).getFirst().contains("Foreground"));
    }

    @Test
    void whatWaitsAtTheGateOfAQueueThatIsNotThereIsNotSaidToStart() throws IOException {
        JsonNode object = object(
                "leaderworkerset", set -> set.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "gold"));
        Desk desk = new Desk().withoutQueues();
        desk.put(ref(object), object);
        desk.with(ObjectRef.pod("team", "it-0"), "pod", pod -> pod.withObject("/spec")
                .withArray("schedulingGates")
                .addObject()
                .put("name", "kueue.x-k8s.io/admission"));
        List<String> effects = desk.plan(ref(object), Map.of()).effects();
        assertTrue(
                effects.contains("Its pods wait at Kueue's gate, now with the pin, and do not start now: queue gold"
                        + " does not exist."),
                effects::toString);
    }

    @Test
    void aJobThatACronJobOrATrialMadeIsPlacedLikeAnyOther() throws IOException {
        for (String[] maker :
                List.of(new String[] {"batch/v1", "CronJob"}, new String[] {"kubeflow.org/v1beta1", "Trial"})) {
            Plan plan = plan("job", job -> job.withObject("/metadata")
                    .withArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", maker[0])
                    .put("kind", maker[1])
                    .put("name", "nightly")
                    .put("controller", true));
            assertEquals("Restart it on n1", plan.title());
        }
    }

    @Test
    void whoSchedulesAndWhichTopologyIsWantedBesidesIsSaid() throws IOException {
        Plan plan = plan("job", job -> {
            job.withObject("/spec/template/spec").put("schedulerName", "kai-scheduler");
            job.withObject("/spec/template/metadata/annotations")
                    .put("kueue.x-k8s.io/podset-required-topology", "cloud.provider.com/topology-rack");
        });
        String said = plan.effects().toString();
        assertTrue(said.contains("Scheduled by kai-scheduler"), said);
        assertTrue(said.contains("all its pods in one cloud.provider.com/topology-rack"), said);
    }
}
