// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.store.ResourceTypes;

@TestInstance(Lifecycle.PER_CLASS)
class SimulatorTest {

    private static final Instant OPENING = Instant.parse("2026-03-01T08:00:00Z");
    private static final Account VIEWER = new Account("look-only", "viewer", Account.Access.VIEWER);
    private static final Account NOBODY = new Account("nothing", "nobody", Account.Access.NONE);

    private Simulator simulator;
    private HttpClient client;

    @BeforeAll
    void start() throws Exception {
        simulator = Simulator.start(SimulatorOptions.defaults()
                .withScenario("edge")
                .withSpeed(0)
                .withOpening(OPENING)
                .withAccount(VIEWER)
                .withAccount(NOBODY));
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(simulator.caPem().getBytes(StandardCharsets.UTF_8))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(context).build();
    }

    @AfterAll
    void stop() {
        client.close();
        simulator.close();
    }

    /** Ages are reckoned by whoever looks, with the clock on the wall. */
    @Test
    void theTimeThatAFleetTakesToBeMadeHasPassedInItToo() throws Exception {
        AtomicReference<Instant> wall = new AtomicReference<>(OPENING);
        SimulatorOptions edge = SimulatorOptions.defaults().withScenario("edge").withSpeed(1);
        try (Simulator slow = Simulator.start(edge, how -> {}, () -> wall.getAndUpdate(now -> now.plusSeconds(100)))) {
            assertFalse(slow.clock().now().isBefore(OPENING.plusSeconds(100)));
        }
    }

    private HttpResponse<String> send(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.url().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send("GET", path, simulator.token(), "");
        assertEquals(200, response.statusCode(), response.body());
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void theAdministratorSeesTheFleet() throws Exception {
        assertEquals(3, get("/api/v1/nodes").path("items").size());
        assertTrue(get("/apis/apps/v1/namespaces/cameras/deployments")
                        .path("items")
                        .size()
                >= 2);
    }

    @Test
    void withoutATokenNothingIsShown() throws Exception {
        assertTrue(send("GET", "/api/v1/nodes", "", "").statusCode() >= 401);
        assertEquals(401, send("GET", "/api/v1/nodes", "wrong", "").statusCode());
        assertEquals(403, send("GET", "/api/v1/nodes", NOBODY.token(), "").statusCode());
    }

    @Test
    void aViewerMayLookButNotDelete() throws Exception {
        assertEquals(200, send("GET", "/api/v1/nodes", VIEWER.token(), "").statusCode());
        assertEquals(
                403, send("DELETE", "/api/v1/nodes/edge-1", VIEWER.token(), "").statusCode());
    }

    @Test
    void exportersAnswerThroughThePodProxy() throws Exception {
        String pod = simulator.store().list(ResourceTypes.POD, "gpu-operator").stream()
                .map(object -> object.path("metadata").path("name").asText())
                .filter(name -> name.startsWith("nvidia-dcgm-exporter"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> response = send(
                "GET", "/api/v1/namespaces/gpu-operator/pods/" + pod + ":9400/proxy/metrics", simulator.token(), "");
        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        assertTrue(response.body().contains("DCGM_FI_DEV_GPU_UTIL{gpu=\"0\""));
    }

    @Test
    void aPodThatAPersonCreatesIsScheduledAndRuns() throws Exception {
        String pod =
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"mine\"},\"spec\":{\"containers\":[{\"name\":"
                        + "\"c\",\"image\":\"busybox\"}]}}";
        assertEquals(
                201,
                send("POST", "/api/v1/namespaces/default/pods", simulator.token(), pod)
                        .statusCode());
        simulator.clock().advance(Duration.ofSeconds(40));
        JsonNode created = get("/api/v1/namespaces/default/pods/mine");
        assertEquals("Running", created.path("status").path("phase").asText());
        assertEquals(0, created.path("spec").path("priority").asInt(-1));
        assertTrue(created.path("spec").path("tolerations").toString().contains("node.kubernetes.io/not-ready"));
    }

    @Test
    void anEvictionIsRefusedWhileTheBudgetForbidsIt() throws Exception {
        JsonNode pods = get("/api/v1/namespaces/cameras/pods?labelSelector=app.kubernetes.io%2Fname%3Ddetect");
        String name = pods.path("items").path(0).path("metadata").path("name").asText();
        String eviction =
                "{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\",\"metadata\":{\"name\":\"" + name + "\"}}";
        HttpResponse<String> refused =
                send("POST", "/api/v1/namespaces/cameras/pods/" + name + "/eviction", simulator.token(), eviction);
        assertEquals(429, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("DisruptionBudget"));
    }

    @Test
    void timeStandsStillUntilItIsStepped() {
        Instant before = simulator.clock().now();
        assertEquals(0, simulator.clock().speed());
        simulator.clock().advance(Duration.ofMinutes(1));
        assertEquals(before.plusSeconds(60), simulator.clock().now());
    }

    @Test
    void theKubeconfigNamesTheClusterAndOnlyItsOwnerCanReadIt(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("deep/kubeconfig");
        simulator.writeKubeconfig(file);
        JsonNode config = new YAMLMapper().readTree(Files.readString(file));
        assertEquals("edge", config.path("current-context").asText());
        JsonNode cluster = config.path("clusters").path(0).path("cluster");
        assertEquals(simulator.url().toString(), cluster.path("server").asText());
        String authority = new String(
                Base64.getDecoder()
                        .decode(cluster.path("certificate-authority-data").asText()),
                StandardCharsets.UTF_8);
        assertEquals(simulator.caPem(), authority);
        assertEquals(
                simulator.token(),
                config.path("users").path(0).path("user").path("token").asText());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertTrue(simulator.kubeconfig(VIEWER).contains("token: \"" + VIEWER.token() + "\""));
    }

    @Test
    void aSilentMachineIsNoticed() {
        simulator.nodeDown("edge-3");
        simulator.clock().advance(Duration.ofSeconds(60));
        assertTrue(simulator
                .store()
                .get(ResourceTypes.NODE, "", "edge-3")
                .orElseThrow()
                .toString()
                .contains("NodeStatusUnknown"));
        simulator.nodeUp("edge-3");
        simulator.clock().advance(Duration.ofSeconds(10));
        assertTrue(!simulator
                .store()
                .get(ResourceTypes.NODE, "", "edge-3")
                .orElseThrow()
                .toString()
                .contains("NodeStatusUnknown"));
    }

    @Test
    void anUnknownScenarioIsRefusedBeforeAnythingStarts() {
        IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class, () -> Simulator.start(
                        SimulatorOptions.defaults().withScenario("moon"))
                .close());
        assertTrue(String.valueOf(unknown.getMessage()).contains("known: ai-factory"));
    }

    @Test
    void theCommandLineIsRead() {
        SimulatorOptions options = SimulatorOptions.defaults();
        options = SimulatorMain.with(options, "--scenario", "nvl72");
        options = SimulatorMain.with(options, "--port", "6443");
        options = SimulatorMain.with(options, "--seed", "9");
        options = SimulatorMain.with(options, "--speed", "60");
        options = SimulatorMain.with(options, "--opening", "2026-01-31T08:00:00Z");
        options = SimulatorMain.with(options, "--viewer-token", "abc");
        assertEquals("nvl72", options.scenario());
        assertEquals(6443, options.port());
        assertEquals(9, options.seed());
        assertEquals(60, options.speed());
        assertEquals(Instant.parse("2026-01-31T08:00:00Z"), options.opening().orElseThrow());
        assertEquals(Account.Access.VIEWER, options.accounts().getFirst().access());
        SimulatorOptions last = options;
        assertThrows(IllegalArgumentException.class, () -> SimulatorMain.with(last, "--warp", "9"));
        assertThrows(IllegalArgumentException.class, () -> SimulatorMain.with(last, "--seed", ""));
    }
}
