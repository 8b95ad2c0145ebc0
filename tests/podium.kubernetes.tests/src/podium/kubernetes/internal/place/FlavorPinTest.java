// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.operation.plan.Plan;

/** A pin of what is queued also names by which labels its queue tells the flavor of the nodes. */
class FlavorPinTest {
    private final Desk desk = new Desk();

    FlavorPinTest() throws IOException {
        desk.node(node -> node.withObject("/metadata/labels").put("pool", "b").put("maker", "x"));
        put("localqueues", "LocalQueue", "team", "q", "{'spec':{'clusterQueue':'cq'}}");
        queue("a", "b");
        flavor("a", "{'pool':'a','maker':'x'}");
        flavor("b", "{'pool':'b','maker':'x'}");
    }

    private void put(String resource, String kind, String namespace, String name, String json) throws IOException {
        desk.put(
                new ObjectRef("kueue.x-k8s.io", "v1beta1", resource, kind, namespace, name),
                Trees.read(json.replace('\'', '"')));
    }

    private void queue(String... flavors) throws IOException {
        StringBuilder names = new StringBuilder();
        for (String flavor : flavors) {
            names.append(names.isEmpty() ? "" : ",")
                    .append("{'name':'")
                    .append(flavor)
                    .append("'}");
        }
        put("clusterqueues", "ClusterQueue", "", "cq", "{'spec':{'resourceGroups':[{'flavors':[" + names + "]}]}}");
    }

    private void flavor(String name, String labels) throws IOException {
        put("resourceflavors", "ResourceFlavor", "", name, "{'spec':{'nodeLabels':" + labels + "}}");
    }

    private static void queued(ObjectNode owner) {
        owner.withObject("/metadata/labels").put("kueue.x-k8s.io/queue-name", "q");
        if (owner.path("kind").asText().equals("Job")) {
            owner.withObject("/spec").put("suspend", true);
        }
    }

    private String pinned(ObjectRef ref, String file) throws IOException {
        return Desk.bodies(desk.with(ref, file, FlavorPinTest::queued)
                        .plan(ref, Map.of())
                        .steps())
                .getFirst();
    }

    @Test
    void theLabelByWhichTheFlavorsDifferIsInThePinAndInItsMark() throws IOException {
        String patch = pinned(Desk.JOB, "job");
        assertTrue(
                patch.contains("\"nodeSelector\":{\"kubernetes.io/hostname\":\"host-of-n1\",\"pool\":\"b\"}"), patch);
        assertTrue(patch.contains("\"podium.placement/pin\":\"pool\""), patch);
    }

    @Test
    void theSameOfTemplatesInAListAndOfWhatRolls() throws IOException {
        String set = pinned(Desk.JOBSET, "jobset");
        assertTrue(set.contains("{\"kubernetes.io/hostname\":\"host-of-n1\",\"pool\":\"b\"}"), set);
        assertTrue(
                set.contains(
                        "{\"op\":\"add\",\"path\":\"/spec/replicatedJobs/1/template/spec/template/spec/nodeSelector/pool\","
                                + "\"value\":\"b\"}"),
                set);
        String rolled = pinned(Desk.DEPLOYMENT, "deployment");
        assertTrue(rolled.contains("\"pool\":\"b\""), rolled);
    }

    @Test
    void theUndoTakesItOut() throws IOException {
        Plan plan = desk.with(Desk.JOB, "job", FlavorPinTest::queued).plan(Desk.JOB, Map.of());
        String back = String.join("", Desk.bodies(plan.undo()));
        assertTrue(back.contains("\"pool\":null") && back.contains("\"podium.placement/pin\":null"), back);
    }

    @Test
    void aLabelOfItsAuthorStaysItsAuthors() throws IOException {
        desk.with(Desk.JOB, "job", job -> {
            queued(job);
            job.withObject("/spec/template/spec/nodeSelector").put("pool", "b");
        });
        String patch = Desk.bodies(desk.plan(Desk.JOB, Map.of()).steps()).getFirst();
        assertEquals(
                "{\"spec\":{\"template\":{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"host-of-n1\"}}}}}",
                patch);
    }

    @Test
    void whereTheFlavorsDoNotDifferTheHostIsEnough() throws IOException {
        queue("b");
        for (String patch : List.of(pinned(Desk.JOB, "job"), pinned(Desk.JOBSET, "jobset"))) {
            assertTrue(!patch.contains("pool"), patch);
        }
    }

    @Test
    void anotherPinTakesThePlaceOfBoth() throws IOException {
        desk.with(Desk.JOB, "job", job -> {
            queued(job);
            job.withObject("/spec/template/spec/nodeSelector")
                    .put("kubernetes.io/hostname", "host-of-n7")
                    .put("pool", "a");
            job.withObject("/metadata/annotations").put("podium.placement/pin", "pool");
        });
        String patch = Desk.bodies(desk.plan(Desk.JOB, Map.of()).steps()).getFirst();
        assertTrue(
                patch.contains("\"nodeSelector\":{\"kubernetes.io/hostname\":\"host-of-n1\",\"pool\":\"b\"}"), patch);
    }

    @Test
    void whatAllFlavorsOfItsQueueTolerateIsNoObstacle() throws IOException {
        desk.node(node -> node.withObject("/spec")
                .putArray("taints")
                .addObject()
                .put("key", "gpu")
                .put("effect", "NoSchedule"));
        String tolerates = "{'spec':{'tolerations':[{'key':'gpu','operator':'Exists'}]}}";
        put("resourceflavors", "ResourceFlavor", "", "a", tolerates);
        desk.with(Desk.JOB, "job", FlavorPinTest::queued);
        assertTrue(desk.refusal(Desk.JOB, Map.of()).reason().contains("tainted"), "one of them does not");
        put("resourceflavors", "ResourceFlavor", "", "b", tolerates);
        assertEquals(
                List.of("Pin the template of train to n1"),
                Desk.words(desk.plan(Desk.JOB, Map.of()).steps()));
    }

    @Test
    void onlyWhatIsLeftOfItsWorkIsWaitedFor() throws IOException {
        Plan part = desk.with(Desk.JOB, "job", job -> job.withObject("/status").put("succeeded", 3))
                .plan(Desk.JOB, Map.of());
        assertEquals(
                "Wait until 1 pod of train runs on n1", part.steps().getLast().words());
        Plan set = desk.with(Desk.JOBSET, "jobset", it -> {
                    ((ObjectNode) it.at("/spec/replicatedJobs/0"))
                            .putArray("dependsOn")
                            .addObject()
                            .put("name", "workers")
                            .put("status", "Complete");
                    it.withObject("/status")
                            .putArray("replicatedJobsStatus")
                            .addObject()
                            .put("name", "workers")
                            .put("succeeded", 1);
                })
                .plan(Desk.JOBSET, Map.of());
        assertEquals(
                "Wait until 4 pods of mesh run on n1", set.steps().getLast().words());
    }
}
