// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

@Conformance
class DiscoveryTest {

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final ApiClient api;

    DiscoveryTest(Server server) {
        api = server.admin();
    }

    @Test
    void theCoreGroupHasOneVersion() {
        Answer versions = api.get("/api").expect(200);
        assertEquals("APIVersions", versions.text("/kind"));
        assertEquals("v1", versions.text("/versions/0"));
    }

    @Test
    void groupsAndTheirVersionsAreListed() {
        Answer groups = api.get("/apis").expect(200);
        assertEquals("APIGroupList", groups.text("/kind"));
        for (String group : new String[] {
            "apps",
            "batch",
            "policy",
            "scheduling.k8s.io",
            "coordination.k8s.io",
            "resource.k8s.io",
            "apiextensions.k8s.io",
            "authorization.k8s.io",
            "authentication.k8s.io"
        }) {
            JsonNode found = named(groups.at("/groups"), group);
            assertEquals("v1", found.at("/preferredVersion/version").asText(), group);
            assertEquals(group + "/v1", found.at("/versions/0/groupVersion").asText());
        }
        assertEquals("batch", api.get("/apis/batch").expect(200).text("/name"));
    }

    @Test
    void aResourceSaysHowItIsCalledAndWhatCanBeDone() {
        Answer core = api.get("/api/v1").expect(200);
        assertEquals("APIResourceList", core.text("/kind"));
        assertEquals("v1", core.text("/groupVersion"));
        JsonNode pods = named(core.at("/resources"), "pods");
        assertEquals("Pod", pods.path("kind").asText());
        assertEquals("pod", pods.path("singularName").asText());
        assertTrue(pods.path("namespaced").asBoolean());
        assertEquals("po", pods.at("/shortNames/0").asText());
        assertEquals("all", pods.at("/categories/0").asText());
        assertEquals(
                "[\"create\",\"delete\",\"deletecollection\",\"get\",\"list\",\"patch\",\"update\",\"watch\"]",
                pods.path("verbs").toString());
    }

    @Test
    void evictionSaysInWhichVersionItIsSpoken() {
        JsonNode eviction = named(api.get("/api/v1").at("/resources"), "pods/eviction");
        assertEquals("policy", eviction.path("group").asText());
        assertEquals("v1", eviction.path("version").asText());
        assertEquals("Eviction", eviction.path("kind").asText());
    }

    @Test
    void scaleAndStatusAreListed() {
        JsonNode apps = api.get("/apis/apps/v1").expect(200).at("/resources");
        assertEquals("Scale", named(apps, "deployments/scale").path("kind").asText());
        assertEquals(
                "autoscaling", named(apps, "deployments/scale").path("group").asText());
        assertEquals(
                "Deployment", named(apps, "deployments/status").path("kind").asText());
    }

    @Test
    void everythingIsTellableAtOnce() {
        Answer apis = api.get("/apis", AGGREGATED).expect(200);
        assertEquals("APIGroupDiscoveryList", apis.text("/kind"));
        for (JsonNode group : apis.at("/items")) {
            if (group.at("/metadata/name").asText().equals("apps")) {
                JsonNode deployments = byResource(group.at("/versions/0/resources"), "deployments");
                assertEquals("Namespaced", deployments.path("scope").asText());
                assertEquals("Deployment", deployments.at("/responseKind/kind").asText());
                assertEquals(2, deployments.path("subresources").size());
                return;
            }
        }
        throw new AssertionError("no group apps");
    }

    @Test
    void anUnknownGroupIsNotFound() {
        api.get("/apis/nobody.example").expect(404);
        api.get("/apis/apps/v9").expect(404);
        api.get("/nothing").expect(404);
    }

    @Test
    void healthIsPlainText() {
        for (String path : new String[] {"/healthz", "/livez", "/readyz"}) {
            assertEquals("ok", api.get(path).expect(200).body().asText());
        }
    }

    @Test
    void openApiSaysThatTheServerValidates() {
        Answer index = api.get("/openapi/v3").expect(200);
        String url = index.at("/paths")
                .path("apis/apps/v1")
                .path("serverRelativeURL")
                .asText();
        JsonNode patch = api.get(url)
                .expect(200)
                .at("/paths/~1apis~1apps~1v1~1namespaces~1{namespace}~1deployments~1{name}/patch");
        assertEquals(
                "Deployment", patch.at("/x-kubernetes-group-version-kind/kind").asText());
        boolean validates = false;
        for (JsonNode parameter : patch.path("parameters")) {
            validates |= parameter.path("name").asText().equals("fieldValidation");
        }
        assertTrue(validates);
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode one : list) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no " + name);
    }

    private static JsonNode byResource(JsonNode list, String name) {
        for (JsonNode one : list) {
            if (one.path("resource").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no " + name);
    }
}
