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
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.adapter.HoldPlans;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.plan.ServerVersion;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.plan.Expectation;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** What brings a job to the board and takes it off again. */
class HoldPlansTest {
    private final Desk desk = new Desk();

    HoldPlansTest() throws IOException {}

    private Result hold(Consumer<ObjectNode> change) throws IOException {
        desk.with(Desk.JOB, "job", change);
        return plans(36).hold(Desk.JOB, "");
    }

    private Result free(Consumer<ObjectNode> change) throws IOException {
        desk.with(Desk.JOB, "job", change);
        return plans(36).free(Desk.JOB, "");
    }

    private HoldPlans plans(int minor) {
        return new HoldPlans(new ClusterId("lab"), desk, () -> new ServerVersion(minor), AllKinds.WORKLOADS);
    }

    private static Plan plan(Result result) {
        return assertInstanceOf(Result.Compiled.class, result, result::toString).plan();
    }

    private static String refusal(Result result) {
        return assertInstanceOf(Result.Refused.class, result, result::toString).reason();
    }

    private static void suspended(ObjectNode job, boolean suspended) {
        job.withObject("/spec").put("suspend", suspended);
        job.withObject("/status").remove("startTime");
        if (suspended) {
            job.withObject("/status").put("active", 0);
        }
    }

    private static void running(ObjectNode job) {
        suspended(job, false);
        job.withObject("/status").put("active", 4).put("ready", 4);
    }

    private static ObjectNode spec(ObjectNode job) {
        return job.withObject("/spec/template/spec");
    }

    private static void gate(ObjectNode job, String... names) {
        for (String name : names) {
            spec(job).withArray("schedulingGates").addObject().put("name", name);
        }
    }

    /** The value that a JSON patch of the plan gives to a field of the template's spec; for a test the value that must be there. */
    private static String patched(List<String> bodies, String op, String field) throws IOException {
        for (String body : bodies) {
            for (JsonNode operation : Trees.read(body)) {
                if (operation.path("path").asText().equals("/spec/template/spec/" + field)
                        && operation.path("op").asText().equals(op)) {
                    return operation.path("value").toString();
                }
            }
        }
        throw new AssertionError("nothing does " + op + " " + field + " in " + bodies);
    }

    private static String gates(Plan plan) throws IOException {
        return patched(Desk.bodies(plan.steps()), "add", "schedulingGates");
    }

    private static ApiWrite back(Plan plan) {
        return plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(Step.Write.class::cast)
                .filter(write -> write.write().verb() == ApiWrite.Verb.JSON_PATCH)
                .findFirst()
                .flatMap(Step.Write::undo)
                .orElseThrow();
    }

    @Test
    void aSuspendedJobGetsTheGateAndIsResumed() throws IOException {
        Plan plan = plan(hold(job -> suspended(job, true)));
        assertEquals("[{\"name\":\"podium.placement/manual\"}]", gates(plan));
        assertEquals(
                List.of(
                        "Put the gate podium.placement/manual into the template of train",
                        "Resume train",
                        "Wait until train has a new pod"),
                Desk.words(plan.steps()));
        assertEquals(List.of(), plan.irreversible());
        assertTrue(plan.effects().toString().contains("waits at the gate again"), plan.effects()::toString);
    }

    @Test
    void aRunningJobIsStoppedFirstAndThatIsSaidToBeLost() throws IOException {
        desk.running(4);
        Plan plan = plan(hold(HoldPlansTest::running));
        assertEquals("Suspend train", plan.steps().getFirst().words());
        assertEquals("Wait until train has 4 new pods", plan.steps().getLast().words(), "done means seen");
        assertTrue(plan.effects().getFirst().contains("4 pods are stopped"), plan.effects()::toString);
        assertEquals(1, plan.irreversible().size());
    }

    @Test
    void aServerBefore36NeedsTheStartTimeOfAStartedJobCleared() throws IOException {
        desk.with(Desk.JOB, "job", job -> {
            suspended(job, true);
            job.withObject("/status").put("startTime", "2026-01-01T00:00:00Z");
        });
        assertTrue(plan(plans(35).hold(Desk.JOB, "")).steps().getFirst().words().contains("start time"));
        assertFalse(
                plan(plans(36).hold(Desk.JOB, "")).steps().getFirst().words().contains("start time"));
    }

    @Test
    void gatesOfOthersStayAndTheUndoPutsTheTemplateBack() throws IOException {
        Plan plan = plan(hold(job -> {
            suspended(job, true);
            gate(job, "example.com/theirs");
        }));
        assertEquals("[{\"name\":\"example.com/theirs\"},{\"name\":\"podium.placement/manual\"}]", gates(plan));
        ApiWrite back = back(plan);
        assertEquals("[{\"name\":\"example.com/theirs\"}]", patched(List.of(back.body()), "add", "schedulingGates"));
        assertEquals(gates(plan), patched(List.of(back.body()), "test", "schedulingGates"), "only what was put in");
        assertEquals("job-uid", back.uid().orElse(""));
        assertEquals(
                List.of("Suspend train", "Put gates and pins of the template of train back"),
                Desk.words(plan.undo()).stream()
                        .filter(words -> !words.startsWith("Wait"))
                        .toList());
    }

    @Test
    void aPinOfTheTemplateGoesSinceEachRankGetsItsOwn() throws IOException {
        Plan plan = plan(hold(job -> {
            suspended(job, true);
            spec(job).withObject("/nodeSelector").put(Pin.HOSTNAME, "n3").put("disk", "fast");
        }));
        List<String> bodies = Desk.bodies(plan.steps());
        assertEquals("\"n3\"", patched(bodies, "test", "nodeSelector/kubernetes.io~1hostname"));
        patched(bodies, "remove", "nodeSelector/kubernetes.io~1hostname");
        assertEquals("\"n3\"", patched(List.of(back(plan).body()), "add", "nodeSelector/kubernetes.io~1hostname"));
    }

    @Test
    void lettingTheSchedulerDecideTakesGateAndPinOut() throws IOException {
        Plan plan = plan(free(job -> {
            suspended(job, false);
            job.withObject("/status").put("active", 4).put("ready", 0);
            gate(job, "example.com/theirs", Gates.OURS);
        }));
        assertEquals("[{\"name\":\"example.com/theirs\"}]", gates(plan));
        assertEquals("Wait until train has a new pod", plan.steps().getLast().words(), "done means seen");
        assertEquals(List.of(), plan.irreversible(), "its pods were held and computed nothing");
        assertTrue(plan.title().startsWith("Let the scheduler place"), plan::title);
    }

    @Test
    void aJobOfKueueIsChangedBeforeItIsAdmittedAndLeftToItsQueue() throws IOException {
        Plan plan = plan(hold(job -> {
            suspended(job, true);
            job.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "q");
        }));
        assertEquals(1, plan.steps().size(), "Kueue resumes it");
        assertTrue(plan.effects().toString().contains("once Kueue admits it"), plan.effects()::toString);
    }

    @Test
    void whatIsThereAlreadyIsRefusedWithTheReason() throws IOException {
        assertTrue(refusal(hold(job -> {
                    suspended(job, false);
                    gate(job, Gates.OURS);
                }))
                .contains("already"));
        assertTrue(refusal(free(job -> suspended(job, false))).contains("neither"));
    }

    @Test
    void everyTemplateOfAJobSetGetsTheGate() throws IOException {
        desk.with(Desk.JOBSET, "jobset", set -> set.withObject("/spec").put("suspend", true));
        Plan plan = plan(plans(36).hold(Desk.JOBSET, ""));
        String body = Desk.bodies(plan.steps()).getFirst();
        for (String at : List.of("/spec/replicatedJobs/0/", "/spec/replicatedJobs/1/")) {
            assertTrue(body.contains(at + "template/spec/template/spec/schedulingGates"), body);
        }
        assertTrue(body.contains("{\"op\":\"test\",\"path\":\"/spec/replicatedJobs/0/name\""), body);
    }

    @Test
    void whatHasFinishedOrBelongsToAnotherIsRefused() throws IOException {
        assertTrue(refusal(hold(job -> job.withObject("/status")
                        .withArray("conditions")
                        .addObject()
                        .put("type", "Complete")
                        .put("status", "True")))
                .contains("finished"));
        assertTrue(refusal(hold(job -> job.withObject("/metadata")
                        .withArray("ownerReferences")
                        .addObject()
                        .put("kind", "JobSet")
                        .put("name", "mesh")
                        .put("controller", true)))
                .contains("JobSet mesh"));
    }

    @Test
    void anotherKindOrAnotherUidIsRefused() throws IOException {
        desk.with(Desk.DEPLOYMENT, "deployment", _ -> {});
        assertTrue(refusal(plans(36).hold(Desk.DEPLOYMENT, "")).contains("stop half way"));
        assertTrue(refusal(plans(36).hold(Desk.POD, "")).contains("does not exist"));
        desk.with(Desk.JOB, "job", job -> suspended(job, true));
        assertTrue(refusal(plans(36).hold(Desk.JOB, "another")).contains("deleted and recreated"));
        assertTrue(refusal(plans(36).hold(AllKinds.job("team", "gone"), "")).contains("does not exist"));
    }

    /** Its pods are pinned one by one, so that no pin in the template tells the old ones from the new. */
    @Test
    void whatRollsAndWasHeldLosesItsGateAndItsOldPodsAreAwaited() throws IOException {
        desk.with(Desk.DEPLOYMENT, "deployment", web -> gate(web, Gates.OURS));
        Plan plan = plan(plans(36).free(Desk.DEPLOYMENT, ""));
        List<Expectation> waits = plan.steps().stream()
                .filter(Step.Await.class::isInstance)
                .map(step -> ((Step.Await) step).expectation())
                .toList();
        int count =
                assertInstanceOf(Expectation.PodsAnew.class, waits.getFirst()).count();
        assertTrue(count > 0);
        assertEquals(
                count,
                assertInstanceOf(Expectation.PodsLeft.class, waits.getLast()).most());
        assertFalse(plan.canUndo(), "with the gate it would roll half way and stop");
        desk.with(Desk.DEPLOYMENT, "deployment", web -> {
            gate(web, Gates.OURS);
            web.withObject("/spec").put("paused", true);
        });
        assertTrue(plan(plans(36).free(Desk.DEPLOYMENT, "")).canUndo(), "one that is paused replaces no pod");
    }

    @Test
    void whatKueueKeepsTheTemplatesOfIsMadeAnewWithoutTheGate() throws IOException {
        ObjectRef set = new ObjectRef("apps", "v1", "statefulsets", "StatefulSet", "team", "web");
        desk.with(set, "deployment", web -> {
            web.put("kind", "StatefulSet");
            web.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "small");
            gate(web, Gates.OURS);
        });
        List<String> bodies = Desk.bodies(plan(plans(36).free(set, "")).steps());
        assertFalse(bodies.getLast().contains(Gates.OURS), bodies::toString);
    }

    @Test
    void whatRollsLosesItsPinByALaterActAndKeepsTheRestOfItsSelector() throws IOException {
        desk.with(Desk.DEPLOYMENT, "deployment", web -> {
            web.withObject("/metadata/annotations").put("podium.placement/pin", "rack");
            web.withObject("/spec/template/spec/nodeSelector").put("rack", "r1");
        });
        Plan plan = assertInstanceOf(Result.Compiled.class, plans(36).free(Desk.DEPLOYMENT, ""))
                .plan();
        String body = Desk.bodies(plan.steps()).getFirst();
        assertTrue(body.contains("/nodeSelector/rack") && !body.contains("disk"), body);
        assertEquals(
                new Expectation.PodsRolled("app=web", "/spec/nodeSelector/rack", "r1", false, 0),
                ((Step.Await) plan.steps().getLast()).expectation());
        assertTrue(plan.canUndo());
        desk.with(Desk.DEPLOYMENT, "deployment", _ -> {});
        assertTrue(refusal(plans(36).free(Desk.DEPLOYMENT, "")).contains("has no pin"));
    }

    @Test
    void whatKueueLetsNobodyChangeIsMadeAnewWithoutItsPin() throws IOException {
        ObjectRef set = new ObjectRef("apps", "v1", "statefulsets", "StatefulSet", "team", "web");
        desk.with(set, "deployment", web -> {
            web.put("kind", "StatefulSet");
            web.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "gold");
            web.withObject("/spec/template/spec/nodeSelector").put("kubernetes.io/hostname", "n1");
        });
        Plan plan =
                assertInstanceOf(Result.Compiled.class, plans(36).free(set, "")).plan();
        String again = Desk.bodies(plan.steps()).get(1);
        assertTrue(!again.contains("kubernetes.io/hostname") && again.contains("disk"), again);
    }
}
