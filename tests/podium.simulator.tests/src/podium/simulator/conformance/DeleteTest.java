// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

@Conformance
class DeleteTest {

    private final Server server;
    private final ApiClient api;
    private final String namespace;
    private final String maps;
    private final String pods;

    DeleteTest(Server server) {
        this.server = server;
        api = server.admin();
        namespace = server.freshNamespace();
        maps = "/api/v1/namespaces/" + namespace + "/configmaps";
        pods = "/api/v1/namespaces/" + namespace + "/pods";
    }

    @Test
    void aDeletedObjectIsGoneAndItsUidIsTold() {
        String uid = api.post(maps, Objects.configMap("a")).expect(201).text("/metadata/uid");
        Answer deleted = api.delete(maps + "/a").expect(200);
        assertEquals("Status", deleted.text("/kind"));
        assertEquals("Success", deleted.text("/status"));
        assertEquals(uid, deleted.text("/details/uid"));
        assertEquals("configmaps", deleted.text("/details/kind"));
        api.get(maps + "/a").expect(404);
        api.delete(maps + "/a").expect(404);
    }

    @Test
    void aFinalizerHoldsTheObjectUntilItIsRemoved() {
        api.post(maps, Objects.configMap("a")).expect(201);
        api.patch(maps + "/a", ApiClient.MERGE, "{'metadata':{'finalizers':['podium.example/hold']}}")
                .expect(200);
        Answer held = api.delete(maps + "/a").expect(200);
        assertEquals("ConfigMap", held.text("/kind"));
        assertFalse(held.text("/metadata/deletionTimestamp").isEmpty());
        assertEquals(0, held.at("/metadata/deletionGracePeriodSeconds").asInt(-1));
        api.patch(maps + "/a", ApiClient.MERGE, "{'metadata':{'finalizers':null}}")
                .expect(200);
        api.get(maps + "/a").expect(404);
    }

    @Test
    void aPreconditionMustHold() {
        Answer created = api.post(maps, Objects.configMap("a")).expect(201);
        Answer refused =
                api.delete(maps + "/a", "{'preconditions':{'uid':'another'}}").expect(409);
        assertEquals("Conflict", refused.text("/reason"));
        assertEquals(
                "Operation cannot be fulfilled on ConfigMap \"a\": the UID in the precondition (another) does not match"
                        + " the UID in record (" + created.text("/metadata/uid")
                        + "). The object might have been deleted and then recreated",
                refused.message());
        api.delete(maps + "/a", "{'preconditions':{'resourceVersion':'1'}}").expect(409);
        api.delete(
                        maps + "/a",
                        "{'preconditions':{'uid':'" + created.text("/metadata/uid") + "','resourceVersion':'"
                                + created.version() + "'}}")
                .expect(200);
    }

    @Test
    void aPodWithoutANodeGoesAtOnce() {
        api.post(pods, Objects.pod("p")).expect(201);
        assertEquals("Pod", api.delete(pods + "/p").expect(200).text("/kind"));
        api.get(pods + "/p").expect(404);
    }

    @Test
    void aPodOnANodeIsGivenItsGrace() {
        Instant before = Instant.now().minusSeconds(2);
        api.post(pods, bound("p")).expect(201);
        Answer deleting = api.delete(pods + "/p").expect(200);
        assertEquals(30, deleting.at("/metadata/deletionGracePeriodSeconds").asInt());
        Duration grace = Duration.between(before, Instant.parse(deleting.text("/metadata/deletionTimestamp")));
        assertTrue(grace.toSeconds() >= 30 && grace.toSeconds() <= 40, grace.toString());
        assertEquals(200, api.get(pods + "/p").code());
        Answer shorter = api.delete(pods + "/p", "{'gracePeriodSeconds':5}").expect(200);
        assertEquals(5, shorter.at("/metadata/deletionGracePeriodSeconds").asInt());
        Answer longer = api.delete(pods + "/p", "{'gracePeriodSeconds':60}").expect(200);
        assertEquals(5, longer.at("/metadata/deletionGracePeriodSeconds").asInt());
        api.delete(pods + "/p?gracePeriodSeconds=0").expect(200);
        api.get(pods + "/p").expect(404);
    }

    @Test
    void aFinishedPodNeedsNoGrace() {
        api.post(pods, bound("p")).expect(201);
        api.patch(pods + "/p/status", ApiClient.MERGE, "{'status':{'phase':'Succeeded'}}")
                .expect(200);
        api.delete(pods + "/p").expect(200);
        api.get(pods + "/p").expect(404);
    }

    @Test
    void aJobDeletedWithoutAPolicyLeavesItsPods() {
        String jobs = "/apis/batch/v1/namespaces/" + namespace + "/jobs";
        api.post(jobs, Objects.job("j", true)).expect(201);
        api.patch(jobs + "/j", ApiClient.MERGE, "{'metadata':{'finalizers':['podium.example/hold']}}")
                .expect(200);
        Answer deleting = api.delete(jobs + "/j").expect(200);
        assertTrue(finalizers(deleting).contains("orphan"), deleting.body().toString());
    }

    @Test
    void thePolicyIsKeptAsAFinalizer() {
        String[][] cases = {{"Foreground", "foregroundDeletion"}, {"Orphan", "orphan"}};
        for (String[] one : cases) {
            String name = one[0].toLowerCase();
            api.post(maps, Objects.configMap(name)).expect(201);
            api.patch(maps + "/" + name, ApiClient.MERGE, "{'metadata':{'finalizers':['podium.example/hold']}}");
            Answer deleting = api.delete(maps + "/" + name, "{'propagationPolicy':'" + one[0] + "'}")
                    .expect(200);
            assertTrue(finalizers(deleting).contains(one[1]), deleting.body().toString());
        }
    }

    @Test
    void anUnknownPolicyIsRefused() {
        api.post(maps, Objects.configMap("a")).expect(201);
        assertEquals(
                "Invalid",
                api.delete(maps + "/a", "{'propagationPolicy':'Perhaps'}")
                        .expect(422)
                        .text("/reason"));
    }

    @Test
    void aCollectionIsDeletedBySelector() {
        api.post(maps, Objects.configMap("a", "x", "1")).expect(201);
        api.post(maps, Objects.configMap("b", "x", "1")).expect(201);
        api.post(maps, Objects.configMap("c")).expect(201);
        api.delete(maps + "?labelSelector=x=1").expect(200);
        List<String> left = api.get(maps).names();
        assertTrue(left.contains("c") && !left.contains("a") && !left.contains("b"), left.toString());
    }

    @Test
    void aNamespaceTakesItsContentWithIt() {
        assumeTrue(server.simulated(), "a bare API server has no namespace controller");
        api.post(maps, Objects.configMap("a")).expect(201);
        Answer deleting = api.delete("/api/v1/namespaces/" + namespace).expect(200);
        assertEquals("Terminating", deleting.text("/status/phase"));
        Await.until(
                "the namespace is gone",
                () -> api.get("/api/v1/namespaces/" + namespace).code() == 404);
        api.get(maps + "/a").expect(404);
    }

    @Test
    void nothingNewIsMadeInANamespaceThatGoes() {
        api.post(maps, Objects.configMap("a")).expect(201);
        api.patch(maps + "/a", ApiClient.MERGE, "{'metadata':{'finalizers':['podium.example/hold']}}")
                .expect(200);
        api.delete("/api/v1/namespaces/" + namespace).expect(200);
        Answer refused = api.post(maps, Objects.configMap("b")).expect(403);
        assertEquals(
                "configmaps \"b\" is forbidden: unable to create new content in namespace " + namespace
                        + " because it is being terminated",
                refused.message());
        assertEquals("NamespaceTerminating", refused.text("/details/causes/0/reason"));
        api.patch(maps + "/a", ApiClient.MERGE, "{'metadata':{'finalizers':null}}")
                .expect(200);
    }

    @Test
    void aForegroundDeletionWaitsForTheDependents() {
        assumeTrue(server.simulated(), "a bare API server has no garbage collector");
        String uid = api.post(maps, Objects.configMap("owner")).expect(201).text("/metadata/uid");
        ObjectNode dependent = owned("dependent", uid);
        ((ObjectNode) dependent.get("metadata")).putArray("finalizers").add("podium.example/hold");
        api.post(maps, dependent).expect(201);
        api.delete(maps + "/owner", "{'propagationPolicy':'Foreground'}").expect(200);
        Await.until("the dependent is being deleted", () -> !api.get(maps + "/dependent")
                .text("/metadata/deletionTimestamp")
                .isEmpty());
        assertEquals(200, api.get(maps + "/owner").code());
        api.patch(maps + "/dependent", ApiClient.MERGE, "{'metadata':{'finalizers':null}}")
                .expect(200);
        Await.until("the owner is gone", () -> api.get(maps + "/owner").code() == 404);
    }

    @Test
    void anOrphanedDependentLosesItsOwner() {
        assumeTrue(server.simulated(), "a bare API server has no garbage collector");
        String uid = api.post(maps, Objects.configMap("owner")).expect(201).text("/metadata/uid");
        api.post(maps, owned("dependent", uid)).expect(201);
        api.delete(maps + "/owner", "{'propagationPolicy':'Orphan'}").expect(200);
        Await.until("the owner is gone", () -> api.get(maps + "/owner").code() == 404);
        assertTrue(api.get(maps + "/dependent")
                .expect(200)
                .at("/metadata/ownerReferences")
                .isEmpty());
    }

    private static ObjectNode owned(String name, String uid) {
        ObjectNode object = Objects.configMap(name);
        ObjectNode owner = ((ObjectNode) object.get("metadata"))
                .putArray("ownerReferences")
                .addObject();
        owner.put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("name", "owner")
                .put("uid", uid)
                .put("blockOwnerDeletion", true);
        return object;
    }

    private static ObjectNode bound(String name) {
        ObjectNode pod = Objects.pod(name);
        ((ObjectNode) pod.get("spec")).put("nodeName", "n1");
        return pod;
    }

    private static List<String> finalizers(Answer answer) {
        List<String> all = new ArrayList<>();
        answer.at("/metadata/finalizers").forEach(one -> all.add(one.asText()));
        return all;
    }
}
