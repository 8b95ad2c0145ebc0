// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.api.AdmissionPlugin;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.stream.PodProxy;
import podium.simulator.store.ApiException;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceTypes;
import podium.testkit.Await;
import podium.testkit.TrustedHttp;

/** What only the simulated server offers: compaction on demand, proxies, hooks, the log. */
class ApiServerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PODS = "/api/v1/namespaces/default/pods";
    private static final String POD = """
        metadata: {name: p, labels: {app: a}}
        spec: {nodeName: n1, containers: [{name: main, image: x}]}
        status: {phase: Running}
        """;

    @FunctionalInterface
    private interface Body {
        void run(TestCluster cluster, Client client) throws Exception;
    }

    /** Speaks as one user. */
    private record Client(HttpClient http, TestCluster cluster, String token) {

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(cluster.server().url().resolve(path))
                    .header("Authorization", "Bearer " + token);
        }

        HttpResponse<String> get(String path) throws Exception {
            return http.send(request(path).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> patch(String path, String merge) throws Exception {
            return http.send(
                    request(path)
                            .header("Content-Type", "application/merge-patch+json")
                            .method("PATCH", HttpRequest.BodyPublishers.ofString(merge))
                            .build(),
                    BodyHandlers.ofString());
        }

        BufferedReader watch(String path) throws Exception {
            InputStream in = http.send(request(path).build(), BodyHandlers.ofInputStream())
                    .body();
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        Client as(String other) {
            return new Client(http, cluster, other);
        }
    }

    private static void with(UnaryOperator<ServerOptions> options, Body body) throws Exception {
        try (TestCluster cluster = new TestCluster(options)) {
            body.run(cluster, new Client(TrustedHttp.client(cluster.server().caPem()), cluster, "admin-token"));
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }

    @Test
    void afterCompactionAnOldRevisionIsAnErrorEvent() throws Exception {
        with(options -> options, (cluster, client) -> {
            cluster.create(ResourceTypes.POD, POD);
            long old = cluster.store().revision();
            cluster.store().modify(ResourceTypes.POD, "default", "p", pod -> pod.put("x", 1));
            cluster.server().compact();
            try (BufferedReader lines = client.watch(PODS + "?watch=1&resourceVersion=" + old)) {
                JsonNode event = JSON.readTree(lines.readLine());
                assertEquals("ERROR", event.path("type").asText());
                assertEquals("Status", event.at("/object/kind").asText());
                assertEquals(410, event.at("/object/code").asInt());
                assertEquals("Expired", event.at("/object/reason").asText());
                assertEquals(null, lines.readLine());
            }
        });
    }

    @Test
    void afterCompactionAPageAndAnExactRevisionAreGone() throws Exception {
        with(options -> options, (cluster, client) -> {
            for (String name : List.of("a", "b", "c")) {
                cluster.create(ResourceTypes.CONFIG_MAP, "metadata: {name: " + name + "}");
            }
            String maps = "/api/v1/namespaces/default/configmaps";
            JsonNode page = json(client.get(maps + "?limit=1"));
            cluster.create(ResourceTypes.CONFIG_MAP, "metadata: {name: d}");
            cluster.server().compact();
            HttpResponse<String> gone = client.get(
                    maps + "?limit=1&continue=" + page.at("/metadata/continue").asText());
            assertEquals(410, gone.statusCode());
            assertEquals("Expired", json(gone).path("reason").asText());
            HttpResponse<String> exact = client.get(maps + "?resourceVersionMatch=Exact&resourceVersion="
                    + page.at("/metadata/resourceVersion").asText());
            assertEquals(410, exact.statusCode());
        });
    }

    @Test
    void podsAndNodesAnswerThroughTheProxy() throws Exception {
        PodProxy proxy = (target, port, path) ->
                path.equals("/metrics") || target.path("kind").asText().equals("Node")
                        ? Optional.of(new PodProxy.Response(
                                200,
                                "text/plain; version=0.0.4",
                                (ObjectMeta.name(target) + ":" + port + path).getBytes(StandardCharsets.UTF_8)))
                        : Optional.empty();
        with(options -> options.withProxy(proxy), (cluster, client) -> {
            cluster.create(ResourceTypes.POD, POD);
            cluster.create(ResourceTypes.NODE, "metadata: {name: n1}");
            HttpResponse<String> metrics = client.get(PODS + "/p:9400/proxy/metrics");
            assertEquals("p:9400/metrics", metrics.body());
            assertEquals(
                    "text/plain; version=0.0.4",
                    metrics.headers().firstValue("Content-Type").orElse(""));
            assertEquals("p:/metrics", client.get(PODS + "/p/proxy/metrics").body());
            assertEquals(
                    "p:web/metrics",
                    client.get(PODS + "/http:p:web/proxy/metrics").body());
            assertEquals(
                    "n1:/stats/summary",
                    client.get("/api/v1/nodes/n1/proxy/stats/summary").body());
            assertEquals(503, client.get(PODS + "/p:1/proxy/other").statusCode());
            assertEquals(404, client.get(PODS + "/q:1/proxy/metrics").statusCode());
        });
    }

    @Test
    void admissionChangesAndRefusesWrites() throws Exception {
        AdmissionPlugin admission = request -> {
            if (request.object().path("metadata").path("labels").has("forbidden")) {
                throw ApiException.of(403, "Forbidden", "admission webhook \"x\" denied the request: no");
            }
            ObjectMeta.of(request.object())
                    .withObject("annotations")
                    .put("seen", request.operation() + " " + request.dryRun());
        };
        with(options -> options.withAdmission(admission), (cluster, client) -> {
            cluster.create(ResourceTypes.POD, POD);
            HttpResponse<String> changed =
                    client.patch(PODS + "/p?dryRun=All", "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
            assertEquals(
                    "UPDATE true",
                    json(changed).at("/metadata/annotations/seen").asText());
            HttpResponse<String> refused =
                    client.patch(PODS + "/p", "{\"metadata\":{\"labels\":{\"forbidden\":\"1\"}}}");
            assertEquals(403, refused.statusCode());
            assertTrue(json(refused).path("message").asText().contains("denied the request"));
        });
    }

    @Test
    void theLogIsToldOfEveryRequest() throws Exception {
        List<String> log = new CopyOnWriteArrayList<>();
        with(
                options -> options.withLog((request, status, bytes, time) ->
                        log.add(request.method() + " " + request.path() + " " + status + " " + (bytes > 0))),
                (cluster, client) -> {
                    client.get(PODS);
                    // a request is logged after its answer is out
                    Await.until("the first is logged", () -> log.size() == 1);
                    client.get(PODS + "/none");
                    Await.until("both are logged", () -> log.size() == 2);
                    assertEquals(List.of("GET " + PODS + " 200 true", "GET " + PODS + "/none 404 true"), log);
                });
    }

    @Test
    void aRoleCanBeKeptToANamespace() throws Exception {
        with(options -> options.withToken("t", User.of("jo")), (cluster, client) -> {
            cluster.create(ResourceTypes.ROLE, """
                metadata: {name: pod-reader, namespace: team}
                rules: [{verbs: [list], apiGroups: [""], resources: [pods]}]
                """);
            cluster.create(ResourceTypes.ROLE_BINDING, """
                metadata: {name: pod-readers, namespace: team}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: pod-reader}
                subjects: [{kind: User, name: jo}]
                """);
            assertEquals(200, client.as("t").get("/api/v1/namespaces/team/pods").statusCode());
            assertEquals(403, client.as("t").get(PODS).statusCode());
            assertEquals(403, client.as("t").get("/api/v1/pods").statusCode());
        });
    }

    @Test
    void bookmarksComeAtTheirInterval() throws Exception {
        with(options -> options.withBookmarkInterval(Duration.ofMillis(100)), (cluster, client) -> {
            try (BufferedReader lines = client.watch(PODS + "?watch=1&allowWatchBookmarks=true&resourceVersion="
                    + cluster.store().revision())) {
                for (int i = 0; i < 3; i++) {
                    assertEquals(
                            "BOOKMARK",
                            JSON.readTree(lines.readLine()).path("type").asText());
                }
                cluster.create(ResourceTypes.CONFIG_MAP, "metadata: {name: other}");
                long now = cluster.store().revision();
                long told = 0;
                while (told < now) {
                    told = JSON.readTree(lines.readLine())
                            .at("/object/metadata/resourceVersion")
                            .asLong();
                }
                assertEquals(now, told);
            }
        });
    }

    @Test
    void manyWatchersSeeEveryEventInOrder() throws Exception {
        int watchers = 20;
        int events = 500;
        with(options -> options, (cluster, client) -> {
            long start = cluster.store().revision();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Boolean>> all = new CopyOnWriteArrayList<>();
                for (int i = 0; i < watchers; i++) {
                    all.add(executor.submit(() -> {
                        try (BufferedReader lines =
                                client.watch("/api/v1/configmaps?watch=1&resourceVersion=" + start)) {
                            for (int n = 0; n < events; n++) {
                                assertEquals(
                                        "m" + n,
                                        JSON.readTree(lines.readLine())
                                                .at("/object/metadata/name")
                                                .asText());
                            }
                            return true;
                        }
                    }));
                }
                for (int n = 0; n < events; n++) {
                    ObjectNode map = JsonNodeFactory.instance.objectNode();
                    ObjectMeta.of(map).put("name", "m" + n).put("namespace", "default");
                    cluster.store().create(ResourceTypes.CONFIG_MAP, map);
                }
                for (Future<Boolean> one : all) {
                    assertTrue(one.get());
                }
            }
        });
    }

    @Test
    void aVanishingDefinitionEndsItsWatches() throws Exception {
        with(options -> options, (cluster, client) -> {
            cluster.create(ResourceTypes.CUSTOM_RESOURCE_DEFINITION, """
                metadata: {name: gadgets.x.example}
                spec:
                  group: x.example
                  scope: Namespaced
                  names: {plural: gadgets, kind: Gadget}
                  versions: [{name: v1, served: true, storage: true}]
                """);
            String gadgets = "/apis/x.example/v1/namespaces/default/gadgets";
            assertEquals(200, client.get(gadgets).statusCode());
            try (BufferedReader lines = client.watch(gadgets + "?watch=1")) {
                cluster.store()
                        .delete(
                                ResourceTypes.CUSTOM_RESOURCE_DEFINITION,
                                "",
                                "gadgets.x.example",
                                DeleteOptions.none());
                String last = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    last = line;
                }
                assertTrue(last.isEmpty() || last.contains("\"ERROR\""), last);
            }
            assertEquals(404, client.get(gadgets).statusCode());
        });
    }

    @Test
    void anInternalFaultIsAStatusToo() throws Exception {
        with(
                options -> options.withAdmission(request -> {
                    throw new IllegalStateException("broken");
                }),
                (cluster, client) -> {
                    cluster.create(ResourceTypes.POD, POD);
                    HttpResponse<String> failed = client.patch(PODS + "/p", "{}");
                    assertEquals(500, failed.statusCode());
                    assertEquals("InternalError", json(failed).path("reason").asText());
                    assertFalse(failed.body().contains("at podium"));
                });
    }
}
