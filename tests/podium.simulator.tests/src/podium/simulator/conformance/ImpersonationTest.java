// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

@Conformance
class ImpersonationTest {
    private static final String SELF = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    private final ApiClient admin;
    private final ApiClient viewer;

    ImpersonationTest(Server server) {
        admin = server.admin();
        viewer = server.viewer();
    }

    private static Answer get(ApiClient who, String path, String... headers) {
        return who.send(who.request(path).headers(headers).GET().build());
    }

    private static Answer self(ApiClient who, String... headers) {
        ObjectNode ask = Objects.json("{'apiVersion':'authentication.k8s.io/v1','kind':'SelfSubjectReview'}");
        return who.send(who.request(SELF)
                .header("Content-Type", "application/json")
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString(ask.toString()))
                .build());
    }

    @Test
    void oneIsWhomOneIsTakenFor() {
        Answer bob = self(admin, "Impersonate-User", "bob", "Impersonate-Group", "a", "Impersonate-Group", "b");
        assertEquals("bob", bob.expect(201).text("/status/userInfo/username"));
        assertEquals(
                "[\"a\",\"b\",\"system:authenticated\"]",
                bob.at("/status/userInfo/groups").toString());
    }

    @Test
    void aServiceAccountHasItsGroups() {
        Answer robot = self(admin, "Impersonate-User", "system:serviceaccount:default:robot");
        assertEquals(
                "[\"system:serviceaccounts\",\"system:serviceaccounts:default\",\"system:authenticated\"]",
                robot.expect(201).at("/status/userInfo/groups").toString());
    }

    @Test
    void whoIsTakenForSomebodyMayWhatThatOneMay() {
        Answer refused = get(admin, "/api/v1/nodes", "Impersonate-User", "bob").expect(403);
        assertEquals(
                "nodes is forbidden: User \"bob\" cannot list resource \"nodes\" in API group \"\" at the cluster"
                        + " scope",
                refused.message());
        get(admin, "/api/v1/nodes", "Impersonate-User", "bob", "Impersonate-Group", "system:masters")
                .expect(200);
    }

    @Test
    void whoMayNotImpersonateIsRefused() {
        for (String name : List.of("admin", "system:serviceaccount:default:robot")) {
            String message = get(viewer, "/api/v1/nodes", "Impersonate-User", name)
                    .expect(403)
                    .message();
            // from 1.36 on the verb names what is to be done as well (KEP-5284)
            assertTrue(message.contains("is forbidden: User \"viewer\" cannot impersonate"), message);
        }
    }

    @Test
    void aGroupWithoutAUserIsNoRequest() {
        get(admin, "/api/v1/nodes", "Impersonate-Group", "system:masters").expect(400);
    }

    @Test
    void aClusterIsToldFromOthersByItsKubeSystem() {
        String uid = admin.get("/api/v1/namespaces/kube-system").expect(200).text("/metadata/uid");
        assertEquals(36, uid.length());
        assertNotEquals(admin.get("/api/v1/namespaces/default").expect(200).text("/metadata/uid"), uid);
    }
}
