// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

@Conformance
class EvictionTest {

    private final ApiClient api;
    private final String pods;
    private final String budgets;

    EvictionTest(Server server) {
        api = server.admin();
        String namespace = server.freshNamespace();
        pods = "/api/v1/namespaces/" + namespace + "/pods";
        budgets = "/apis/policy/v1/namespaces/" + namespace + "/poddisruptionbudgets";
    }

    @Test
    void anEvictedPodIsDeletedWithItsGraceAndToldWhy() {
        running("p", true);
        Answer evicted = evict("p").expect(201);
        assertEquals("Success", evicted.text("/status"));
        Answer pod = api.get(pods + "/p").expect(200);
        assertFalse(pod.text("/metadata/deletionTimestamp").isEmpty());
        var condition = condition(pod, "DisruptionTarget");
        assertEquals("EvictionByEvictionAPI", condition.path("reason").asText());
        assertEquals("Eviction API: evicting", condition.path("message").asText());
    }

    @Test
    void anExhaustedBudgetRefusesWithItsCause() {
        running("p", true);
        budget("b", "{'disruptionsAllowed':0,'currentHealthy':1,'desiredHealthy':1,'expectedPods':1}");
        Answer refused = evict("p").expect(429);
        assertEquals("TooManyRequests", refused.text("/reason"));
        assertEquals("Cannot evict pod as it would violate the pod's disruption budget.", refused.message());
        assertEquals("DisruptionBudget", refused.text("/details/causes/0/reason"));
        assertEquals(
                "The disruption budget b needs 1 healthy pods and has 1 currently",
                refused.text("/details/causes/0/message"));
        assertTrue(refused.at("/details/retryAfterSeconds").isMissingNode());
        assertTrue(api.get(pods + "/p").text("/metadata/deletionTimestamp").isEmpty());
    }

    @Test
    void aBudgetNotYetSeenByItsControllerAsksToWait() {
        running("p", true);
        api.post(budgets, budgetObject("b")).expect(201);
        Answer refused = evict("p").expect(429);
        assertEquals(10, refused.at("/details/retryAfterSeconds").asInt());
        assertEquals("10", refused.headers().firstValue("Retry-After").orElse(""));
        assertEquals(
                "The disruption budget b is still being processed by the server.",
                refused.text("/details/causes/0/message"));
    }

    @Test
    void anEvictionSpendsTheBudget() {
        running("p", true);
        running("q", true);
        budget("b", "{'disruptionsAllowed':1,'currentHealthy':2,'desiredHealthy':1,'expectedPods':2}");
        evict("p").expect(201);
        Answer budget = api.get(budgets + "/b");
        assertEquals(0, budget.at("/status/disruptionsAllowed").asInt(-1));
        assertTrue(budget.at("/status/disruptedPods").has("p"));
        evict("q").expect(429);
    }

    @Test
    void aDryRunSpendsNothing() {
        running("p", true);
        running("q", true);
        budget("b", "{'disruptionsAllowed':1,'currentHealthy':2,'desiredHealthy':1,'expectedPods':2}");
        for (String pod : new String[] {"p", "q", "p"}) {
            ObjectNode eviction = eviction(pod);
            eviction.putObject("deleteOptions").putArray("dryRun").add("All");
            api.post(pods + "/" + pod + "/eviction", eviction).expect(201);
        }
        api.post(pods + "/p/eviction?dryRun=All", eviction("p")).expect(201);
        assertEquals(1, api.get(budgets + "/b").at("/status/disruptionsAllowed").asInt());
        assertTrue(api.get(pods + "/p").text("/metadata/deletionTimestamp").isEmpty());
    }

    @Test
    void twoBudgetsAreAnError() {
        running("p", true);
        budget("b", "{'disruptionsAllowed':1,'currentHealthy':1,'desiredHealthy':0,'expectedPods':1}");
        budget("c", "{'disruptionsAllowed':1,'currentHealthy':1,'desiredHealthy':0,'expectedPods':1}");
        Answer refused = evict("p").expect(500);
        assertEquals(
                "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.",
                refused.message());
    }

    @Test
    void podsThatDoNotRunNeedNoBudget() {
        budget("b", "{'disruptionsAllowed':0,'currentHealthy':1,'desiredHealthy':1,'expectedPods':1}");
        for (String phase : new String[] {"Pending", "Succeeded", "Failed"}) {
            String name = phase.toLowerCase();
            create(name);
            api.patch(pods + "/" + name + "/status", ApiClient.MERGE, "{'status':{'phase':'" + phase + "'}}")
                    .expect(200);
            evict(name).expect(201);
        }
    }

    @Test
    void anUnreadyPodIsFreeWhereEnoughOthersAreHealthy() {
        running("p", false);
        budget("b", "{'disruptionsAllowed':0,'currentHealthy':1,'desiredHealthy':1,'expectedPods':2}");
        evict("p").expect(201);
    }

    @Test
    void anUnreadyPodIsHeldWhereTooFewAreHealthy() {
        running("p", false);
        budget("b", "{'disruptionsAllowed':0,'currentHealthy':0,'desiredHealthy':1,'expectedPods':1}");
        evict("p").expect(429);
        api.patch(budgets + "/b", ApiClient.MERGE, "{'spec':{'unhealthyPodEvictionPolicy':'AlwaysAllow'}}")
                .expect(200);
        evict("p").expect(201);
    }

    @Test
    void theUidIsAPrecondition() {
        running("p", true);
        ObjectNode eviction = eviction("p");
        eviction.putObject("deleteOptions").putObject("preconditions").put("uid", "another");
        api.post(pods + "/p/eviction", eviction).expect(409);
        ((ObjectNode) eviction.at("/deleteOptions/preconditions"))
                .put("uid", api.get(pods + "/p").text("/metadata/uid"));
        api.post(pods + "/p/eviction", eviction).expect(201);
    }

    @Test
    void theNameMustBeThatOfThePath() {
        running("p", true);
        Answer refused = api.post(pods + "/p/eviction", eviction("q")).expect(400);
        assertEquals("name in URL does not match name in Eviction object", refused.message());
    }

    @Test
    void aMissingPodIsNotFound() {
        evict("none").expect(404);
    }

    private Answer evict(String pod) {
        return api.post(pods + "/" + pod + "/eviction", eviction(pod));
    }

    private static ObjectNode eviction(String pod) {
        return Objects.of("policy/v1", "Eviction", pod);
    }

    private void create(String name) {
        ObjectNode pod = Objects.pod(name, "app", "a");
        ((ObjectNode) pod.get("spec")).put("nodeName", "n1");
        api.post(pods, pod).expect(201);
    }

    private void running(String name, boolean ready) {
        create(name);
        api.patch(
                        pods + "/" + name + "/status",
                        ApiClient.MERGE,
                        "{'status':{'phase':'Running','conditions':[{'type':'Ready','status':'"
                                + (ready ? "True" : "False") + "'}]}}")
                .expect(200);
    }

    private static ObjectNode budgetObject(String name) {
        ObjectNode budget = Objects.of("policy/v1", "PodDisruptionBudget", name);
        budget.set("spec", Objects.json("{'minAvailable':1,'selector':{'matchLabels':{'app':'a'}}}"));
        return budget;
    }

    /** A budget whose controller has looked and found this. */
    private void budget(String name, String status) {
        ObjectNode created = api.post(budgets, budgetObject(name)).expect(201).object();
        created.set("status", Objects.json(status).put("observedGeneration", 99));
        api.put(budgets + "/" + name + "/status", created).expect(200);
    }

    private static JsonNode condition(Answer pod, String type) {
        for (var condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        throw new AssertionError("no condition " + type + " in " + pod.body());
    }
}
