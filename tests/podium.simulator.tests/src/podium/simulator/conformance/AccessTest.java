// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

@Conformance
class AccessTest {

    private final Server server;
    private final ApiClient admin;
    private final ApiClient viewer;
    private final String namespace;
    private final String maps;

    AccessTest(Server server) {
        this.server = server;
        admin = server.admin();
        viewer = server.viewer();
        namespace = server.freshNamespace();
        maps = "/api/v1/namespaces/" + namespace + "/configmaps";
    }

    @Test
    void anUnknownTokenIsUnauthorized() {
        Answer refused = admin.as("wrong").get(maps).expect(401);
        assertEquals("Unauthorized", refused.text("/reason"));
        assertEquals("Unauthorized", refused.message());
    }

    @Test
    void withoutATokenOneIsAnonymous() {
        Answer refused = admin.as("").get(maps).expect(403);
        assertEquals(
                "configmaps is forbidden: User \"system:anonymous\" cannot list resource \"configmaps\" in API group"
                        + " \"\" in the namespace \"" + namespace + "\"",
                refused.message());
        admin.as("").get("/healthz").expect(200);
        assertEquals("1", admin.as("").get("/version").expect(200).text("/major"));
    }

    @Test
    void whoMayNotIsToldWhat() {
        Answer refused = viewer.delete("/apis/apps/v1/namespaces/" + namespace + "/deployments/web")
                .expect(403);
        assertEquals("Forbidden", refused.text("/reason"));
        assertEquals(
                "deployments.apps \"web\" is forbidden: User \"viewer\" cannot delete resource \"deployments\" in API"
                        + " group \"apps\" in the namespace \"" + namespace + "\"",
                refused.message());
        assertEquals(
                "nodes \"n\" is forbidden: User \"viewer\" cannot patch resource \"nodes\" in API group \"\" at the"
                        + " cluster scope",
                viewer.patch("/api/v1/nodes/n", ApiClient.MERGE, "{}")
                        .expect(403)
                        .message());
    }

    @Test
    void aSubresourceIsARightOfItsOwn() {
        Answer refused = viewer.post(
                "/api/v1/namespaces/" + namespace + "/pods/p/eviction", Objects.of("policy/v1", "Eviction", "p"));
        assertEquals(
                "pods \"p\" is forbidden: User \"viewer\" cannot create resource \"pods/eviction\" in API group \"\""
                        + " in the namespace \"" + namespace + "\"",
                refused.expect(403).message());
    }

    @Test
    void aViewerSees() {
        assumeTrue(server.simulated(), "the real server has no role for the group");
        admin.post(maps, Objects.configMap("a")).expect(201);
        assertEquals(
                1,
                viewer.get(maps + "?labelSelector=").expect(200).names().stream()
                        .filter("a"::equals)
                        .count());
        viewer.get("/api/v1/namespaces/" + namespace + "/secrets").expect(403);
        viewer.post(maps, Objects.configMap("b")).expect(403);
    }

    @Test
    void anAccessReviewAnswersForOneself() {
        assertTrue(review(admin, "patch", "", "nodes", "").at("/status/allowed").asBoolean());
        assertFalse(
                review(viewer, "patch", "", "nodes", "").at("/status/allowed").asBoolean(true));
        assertFalse(review(viewer, "create", "", "pods", "eviction")
                .at("/status/allowed")
                .asBoolean(true));
    }

    @Test
    void aRulesReviewListsWhatOneMay() {
        ObjectNode ask = review("SelfSubjectRulesReview");
        ask.putObject("spec").put("namespace", namespace);
        Answer rules = admin.post("/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", ask)
                .expect(201);
        boolean everything = false;
        for (var rule : rules.at("/status/resourceRules")) {
            everything |= rule.at("/verbs/0").asText().equals("*")
                    && rule.at("/resources/0").asText().equals("*");
        }
        assertTrue(everything, rules.body().toString());
        assertFalse(rules.at("/status/incomplete").asBoolean(true));
    }

    @Test
    void oneLearnsWhoOneIs() {
        ObjectNode ask = Objects.json("{'apiVersion':'authentication.k8s.io/v1','kind':'SelfSubjectReview'}");
        Answer self = admin.post("/apis/authentication.k8s.io/v1/selfsubjectreviews", ask)
                .expect(201);
        assertEquals("admin", self.text("/status/userInfo/username"));
        assertTrue(self.at("/status/userInfo/groups").toString().contains("system:masters"));
    }

    private static ObjectNode review(String kind) {
        return Objects.json("{'apiVersion':'authorization.k8s.io/v1','kind':'" + kind + "'}");
    }

    private Answer review(ApiClient who, String verb, String group, String resource, String subresource) {
        ObjectNode ask = review("SelfSubjectAccessReview");
        ask.putObject("spec")
                .putObject("resourceAttributes")
                .put("verb", verb)
                .put("group", group)
                .put("resource", resource)
                .put("subresource", subresource)
                .put("namespace", namespace);
        return who.post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", ask)
                .expect(201);
    }
}
