// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.Data;
import podium.testkit.Await;

/**
 * The real controllers of Kueue, JobSet and LeaderWorkerSet on an API server: their definitions, their webhooks, and they themselves.
 * A test is skipped where a program or the definitions are absent. They are started before anything is created: their webhooks fail
 * closed.
 */
final class Managers {
    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final List<String> GROUPS = List.of("kueue.x-k8s.io_", "jobset.x-k8s.io_", "leaderworkerset.");
    private static final String FRAMEWORKS = "batch/job, jobset.x-k8s.io/jobset, pod, deployment, statefulset,"
            + " leaderworkerset.x-k8s.io/leaderworkerset";

    /** Three large programs start at once, beside other control planes. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Programs programs;
    private final AdminHttp http;
    private final Path directory;
    private final Path kubeconfig;
    private final Authority authority;
    private final HttpClient plain = HttpClient.newHttpClient();

    Managers(Programs programs, AdminHttp http, Path directory, Path kubeconfig)
            throws GeneralSecurityException, IOException {
        this.programs = programs;
        this.http = http;
        this.directory = directory;
        this.kubeconfig = kubeconfig;
        authority = Authority.create();
    }

    /** Skips the test unless all three are there. */
    static void assume(Programs programs) {
        for (String name : List.of("kueue", "jobset", "lws")) {
            Assumptions.assumeTrue(
                    programs.has(name), "KUBEBUILDER_ASSETS has no " + name + "; what needs it is skipped");
        }
    }

    /**
     * The definitions of their kinds, and until the server serves all of them: a manager that finds one missing ends. Before the
     * controller manager, whose garbage collector learns of kinds when it starts.
     */
    void define() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : Data.files("crds")) {
            if (GROUPS.stream().anyMatch(file.getFileName().toString()::startsWith)) {
                String definition = Data.objects(text(file)).getFirst();
                http.send("POST", DEFINITIONS, definition);
                names.add(Trees.text(Trees.read(definition), "/metadata/name"));
            }
        }
        for (String name : names) {
            Await.until("the server serves " + name, () -> isServed(DEFINITIONS + "/" + name));
        }
    }

    private boolean isServed(String definition) {
        try {
            JsonNode kind = http.send("GET", definition, "");
            if (!kind.at("/status/conditions").toString().contains("\"type\":\"Established\"")) {
                return false;
            }
            String group = "/apis/" + Trees.text(kind, "/spec/group") + "/";
            for (JsonNode version : kind.at("/spec/versions")) {
                if (version.path("served").asBoolean()
                        && !http.send("GET", group + version.path("name").asText(), "")
                                .toString()
                                .contains('"' + Trees.text(kind, "/spec/names/plural") + '"')) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void start() throws IOException {
        Path certificates = Files.createDirectories(directory.resolve("webhook"));
        Files.writeString(certificates.resolve("tls.crt"), authority.certificate());
        Files.writeString(certificates.resolve("tls.key"), authority.key());
        http.send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"kueue-system\"}}");
        http.send("POST", "/api/v1/namespaces/kueue-system/secrets", secret());
        int jobSet = manager("jobset", "config.jobset.x-k8s.io/v1alpha1", certificates, Webhooks.JOB_SET, """
            internalCertManagement: {enable: false}
            """);
        int lws = manager("lws", "config.lws.x-k8s.io/v1alpha1", certificates, Webhooks.LWS, """
            internalCertManagement: {enable: false}
            """);
        // with its own management of certificates off it reads a folder of the machine (cmd/kueue/main.go)
        int kueue = manager("kueue", "config.kueue.x-k8s.io/v1beta1", certificates, Webhooks.KUEUE, """
            namespace: kueue-system
            manageJobsWithoutQueueName: false
            managedJobsNamespaceSelector:
              matchExpressions:
              - {key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system, kueue-system]}
            clientConnection: {qps: 200, burst: 400}
            integrations: {frameworks: [FRAMEWORKS]}
            """.replace(
                        "FRAMEWORKS", FRAMEWORKS));
        ready("jobset", jobSet);
        ready("lws", lws);
        ready("kueue", kueue);
    }

    private void ready(String name, int port) throws IOException {
        try {
            Await.present(PATIENCE, name + " is ready", () -> Optional.of(port).filter(this::isReady));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; " + programs.told(name), e);
        }
    }

    /** Starts one; the port where it tells how it is. */
    private int manager(String name, String version, Path certificates, List<Webhooks.Hook> hooks, String more)
            throws IOException {
        int health = Programs.freePort();
        int port = Programs.freePort();
        for (String sort : List.of("Mutating", "Validating")) {
            http.send(
                    "POST",
                    "/apis/admissionregistration.k8s.io/v1/" + sort.toLowerCase(java.util.Locale.ROOT)
                            + "webhookconfigurations",
                    Webhooks.configuration(name, sort, hooks, port, authority));
        }
        Path config = directory.resolve(name + ".yaml");
        Files.writeString(config, """
            apiVersion: %s
            kind: Configuration
            health: {healthProbeBindAddress: '127.0.0.1:%d'}
            metrics: {bindAddress: '0'}
            webhook: {host: 127.0.0.1, port: %d, certDir: %s}
            leaderElection: {leaderElect: false}
            """.formatted(version, health, port, certificates) + more);
        programs.run(
                name,
                Map.of("KUBECONFIG", kubeconfig.toString()),
                name.equals("kueue")
                        ? List.of(
                                "--config=" + config,
                                "--feature-gates=TopologyAwareScheduling=true,VisibilityOnDemand=false")
                        : List.of("--config=" + config));
        return health;
    }

    private String secret() {
        ObjectNode secret = Trees.object();
        secret.putObject("metadata").put("name", "kueue-webhook-server-cert");
        ObjectNode data = secret.putObject("data");
        Map.of(
                        "ca.crt", authority.authority(),
                        "ca.key", authority.authorityKey(),
                        "tls.crt", authority.certificate(),
                        "tls.key", authority.key())
                .forEach((key, value) ->
                        data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.US_ASCII))));
        return Trees.write(secret);
    }

    private boolean isReady(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .build();
        try {
            return plain.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
