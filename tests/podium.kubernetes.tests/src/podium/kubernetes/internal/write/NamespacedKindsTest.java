// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;

/** The kinds of a namespace, as servers of both generations tell them. */
class NamespacedKindsTest {
    private static final List<ObjectRef> EXPECTED = List.of(
            new ObjectRef("", "v1", "pods", "Pod", "team", ""),
            new ObjectRef("apps", "v1", "deployments", "Deployment", "team", ""),
            new ObjectRef("away.example.com", "v1", "*", "", "team", ""));

    private final FakeTransport transport = new FakeTransport();

    private static String resource(String plural, String kind, String scope, String verb) {
        return "{\"resource\":\"%s\",\"responseKind\":{\"kind\":\"%s\"},\"scope\":\"%s\",\"verbs\":[\"%s\"]}"
                .formatted(plural, kind, scope, verb);
    }

    private static String aggregated(String group, String... versions) {
        return "{\"metadata\":{\"name\":\"" + group + "\"},\"versions\":[" + String.join(",", versions) + "]}";
    }

    private static String version(String name, String freshness, String... resources) {
        return "{\"version\":\"" + name + "\",\"freshness\":\"" + freshness + "\",\"resources\":["
                + String.join(",", resources) + "]}";
    }

    private static String whole(String... groups) {
        return "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[" + String.join(",", groups) + "]}";
    }

    private void answers(Map<String, String> bodies) {
        transport.answer = request -> {
            String body = bodies.get(request.path());
            return body == null ? FakeTransport.json(503, "{}") : FakeTransport.json(200, body);
        };
    }

    @Test
    void inOnePiece() throws IOException {
        String pods = resource("pods", "Pod", "Namespaced", "list");
        String nodes = resource("nodes", "Node", "Cluster", "list");
        String reviews = resource("localsubjectaccessreviews", "LocalSubjectAccessReview", "Namespaced", "create");
        String deployments = resource("deployments", "Deployment", "Namespaced", "list");
        answers(Map.of(
                "/api",
                whole(aggregated("", version("v1", "Current", pods, nodes))),
                "/apis",
                whole(
                        aggregated("authorization.k8s.io", version("v1", "Current", reviews)),
                        aggregated(
                                "apps",
                                version("v1", "Current", deployments),
                                version("v1beta1", "Current", deployments)),
                        aggregated(
                                "away.example.com",
                                version("v1", "Stale", resource("widgets", "Widget", "Namespaced", "list"))))));
        assertEquals(Optional.of(EXPECTED), new NamespacedKinds(transport).of("team"));
        assertEquals(2, transport.sent.size());
    }

    @Test
    void groupByGroup() throws IOException {
        String group = "{\"name\":\"%s\",\"preferredVersion\":{\"version\":\"v1\"}}";
        String kind = "{\"name\":\"%s\",\"kind\":\"%s\",\"namespaced\":%s,\"verbs\":[\"list\"]}";
        answers(Map.of(
                "/api",
                "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}",
                "/apis",
                "{\"kind\":\"APIGroupList\",\"groups\":[" + group.formatted("apps") + ","
                        + group.formatted("away.example.com") + "]}",
                "/api/v1",
                "{\"resources\":[" + kind.formatted("pods", "Pod", true) + ","
                        + kind.formatted("pods/status", "Pod", true) + "," + kind.formatted("nodes", "Node", false)
                        + "]}",
                "/apis/apps/v1",
                "{\"resources\":[" + kind.formatted("deployments", "Deployment", true) + "]}"));
        assertEquals(Optional.of(EXPECTED), new NamespacedKinds(transport).of("team"));
    }

    @Test
    void whatOnlyAVersionServesThatIsNotPreferredCountsToo() throws IOException {
        String kind = "{\"resources\":[{\"name\":\"%s\",\"kind\":\"%s\",\"namespaced\":true,\"verbs\":[\"list\"]}]}";
        answers(Map.of(
                "/api",
                "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}",
                "/api/v1",
                "{\"resources\":[]}",
                "/apis",
                "{\"kind\":\"APIGroupList\",\"groups\":[{\"name\":\"lab.example.com\",\"preferredVersion\":{\"version\":\"v1\"},"
                        + "\"versions\":[{\"version\":\"v1\"},{\"version\":\"v1beta1\"}]}]}",
                "/apis/lab.example.com/v1",
                kind.formatted("runs", "Run"),
                "/apis/lab.example.com/v1beta1",
                kind.formatted("samples", "Sample")));
        assertEquals(
                Optional.of(List.of(
                        new ObjectRef("lab.example.com", "v1", "runs", "Run", "team", ""),
                        new ObjectRef("lab.example.com", "v1beta1", "samples", "Sample", "team", ""))),
                new NamespacedKinds(transport).of("team"));
    }

    @Test
    void whoMayNotAskIsToldNothing() throws IOException {
        answers(Map.of());
        assertEquals(Optional.empty(), new NamespacedKinds(transport).of("team"));
    }
}
