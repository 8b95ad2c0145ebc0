// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.internal.credential.PemReader;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.kubernetes.testkit.Data;

/**
 * Where kubectl refuses a kubeconfig, Podium refuses it: both are given the same files and a listener on the loopback
 * interface; whoever takes a file dials, whoever refuses it does not.
 */
class KubectlRulesTest {
    private static final String EXEC = "apiVersion: client.authentication.k8s.io/v1, command: /bin/false";
    private static final String WHOLE = """
        apiVersion: v1
        kind: Config
        current-context: a
        clusters: [{name: c, cluster: {%s}}]
        users: [{name: u, user: {%s}}]
        contexts: [{name: a, context: {cluster: c, user: u}}]
        """;

    @TempDir
    private Path folder;

    private final ServerSocket listener = socket();
    private final AtomicInteger dialled = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What a file holds, and whether kubectl 1.36 dials. */
    private record Case(String name, String text, boolean taken) {}

    private static ServerSocket socket() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        Files.writeString(folder.resolve("ca.pem"), certificate());
        Files.writeString(folder.resolve("token"), "t");
        threads.execute(() -> {
            try {
                while (true) {
                    Socket caller = listener.accept();
                    dialled.incrementAndGet();
                    caller.close();
                }
            } catch (IOException e) {
                // the test is over
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private static String certificate() throws IOException {
        return Data.fixture(PemReader.class, "certificate.pem");
    }

    private final List<Case> cases = new ArrayList<>();

    private void taken(String name, String cluster, String user) {
        cases.add(new Case(name, WHOLE.formatted(cluster, user), true));
    }

    private void refused(String name, String cluster, String user) {
        cases.add(new Case(name, WHOLE.formatted(cluster, user), false));
    }

    private void changed(String name, boolean taken, String what, String by) {
        String text = WHOLE.formatted(https(), "token: t");
        assertTrue(text.contains(what), name);
        cases.add(new Case(name, text.replace(what, by), taken));
    }

    private String https() {
        return "server: 'https://127.0.0.1:" + listener.getLocalPort() + "'";
    }

    private String http() {
        return https().replace("https", "http");
    }

    private List<Case> cases() throws IOException {
        String s = https();
        String ca = Base64.getEncoder().encodeToString(certificate().getBytes(StandardCharsets.UTF_8));
        String data = ", certificate-authority-data: " + ca;
        taken("a token over TLS", s, "token: t");
        taken("an authority as data", s + data, "token: t");
        taken("an authority in a file", s + ", certificate-authority: ca.pem", "token: t");
        taken("no verification", s + ", insecure-skip-tls-verify: true", "token: t");
        taken("no verification, said as YAML 1.1 does", s + ", insecure-skip-tls-verify: yes", "token: t");
        refused("an authority beside no verification", s + data + ", insecure-skip-tls-verify: true", "token: t");
        refused(
                "an authority's file beside no verification",
                s + ", certificate-authority: ca.pem, insecure-skip-tls-verify: true",
                "token: t");
        refused("an authority twice", s + data + ", certificate-authority: ca.pem", "token: t");
        refused("an authority that is not there", s + ", certificate-authority: none.pem", "token: t");
        refused("an authority that is no base64", s + ", certificate-authority-data: '<x>'", "token: t");
        refused("an authority with blanks", s + ", certificate-authority-data: 'WA= ='", "token: t");
        refused("an authority without its padding", s + ", certificate-authority-data: WA", "token: t");
        refused("an authority that is no certificate", s + ", certificate-authority-data: 'WA=='", "token: t");
        refused("a flag that is a text", s + ", insecure-skip-tls-verify: 'true'", "token: t");
        refused("a server that is no http", s.replace("https", "ftp"), "token: t");
        refused("no server", "tls-server-name: x", "token: t");
        refused("a proxy of another scheme", s + ", proxy-url: 'ftp://127.0.0.1:1'", "token: t");
        refused("a SOCKS5 proxy that looks names up", s + ", proxy-url: 'socks5h://127.0.0.1:1'", "token: t");
        refused("a proxy without a scheme", s + ", proxy-url: '127.0.0.1:1'", "token: t");
        refused("a token that is a number", s, "token: 123");
        refused("a token that is a truth", s, "token: yes");
        refused("a password that YAML takes for a truth", s, "username: u, password: y");
        refused("a token beside a password", s, "token: t, username: u, password: p");
        refused("a token's file beside a password", s, "tokenFile: token, username: u, password: p");
        refused("a token's file that is not there", s, "tokenFile: none");
        taken("a token beside its file", s, "token: t, tokenFile: token");
        refused("a password of nobody", s, "password: p");
        refused("a certificate without its key", s, "client-certificate-data: " + ca);
        refused("a key without its certificate", s, "client-key-data: " + ca);
        refused(
                "a certificate twice",
                s,
                "client-certificate: ca.pem, client-certificate-data: " + ca + ", client-key-data: " + ca);
        refused(
                "a key that is none, before a plugin that is not run",
                s,
                "client-certificate-data: " + ca + ", client-key-data: " + ca + ", exec: {" + EXEC
                        + ", interactiveMode: Never}");
        refused("no credentials", s, "");
        refused("no credentials but somebody to act as", s, "as: boss");
        refused("groups without a user", s, "token: t, as-groups: [g]");
        refused("a uid without a user", s, "token: t, as-uid: '7'");
        refused("more about a user without one", s, "token: t, as-user-extra: {k: [v]}");
        taken("somebody to act as", s, "token: t, as: boss, as-groups: [g], as-uid: '7', as-user-extra: {k: [v]}");
        refused("a plugin without a mode", s, "exec: {" + EXEC + "}");
        refused("a plugin with a mode of its own", s, "exec: {" + EXEC + ", interactiveMode: Often}");
        refused("a plugin that wants a terminal", s, "exec: {" + EXEC + ", interactiveMode: Always}");
        refused("a plugin without a version", s, "exec: {command: /bin/false, interactiveMode: Never}");
        refused(
                "a plugin of an old version",
                s,
                "exec: {command: /bin/false, apiVersion: client.authentication.k8s.io/v1alpha1}");
        refused("a plugin without a command", s, "exec: {" + EXEC.replace("/bin/false", "''") + "}");
        refused("no plugin at all", s, "exec: {}");
        refused("an argument that is a number", s, "exec: {" + EXEC + ", interactiveMode: Never, args: [1]}");
        refused("a variable without a name", s, "exec: {" + EXEC + ", interactiveMode: Never, env: [{value: x}]}");
        refused("a broken plugin beside a token", s, "token: t, exec: {}");
        taken("a plugin beside a token is not run", s, "token: t, exec: {" + EXEC + ", interactiveMode: Never}");
        refused("a login that was taken out", s, "token: t, auth-provider: {name: gcp}");
        refused(
                "a plugin beside another login",
                s,
                "exec: {" + EXEC + ", interactiveMode: Never}, auth-provider: {name: oidc}");
        taken("fields nobody knows", s + ", colour: red", "token: t, more: 1");
        plain();
        whole();
        tools(ca);
        return cases;
    }

    private void plain() {
        taken("plain http", http(), "token: t");
        taken("plain http of nobody", http(), "");
        taken("plain http with a token's file that is not there", http(), "tokenFile: none");
        taken("plain http with a plugin is not run", http(), "exec: {" + EXEC + ", interactiveMode: Never}");
        refused("plain http, a token beside a password", http(), "token: t, username: u, password: p");
    }

    private void whole() {
        changed("two clusters of one name", false, "clusters: [", "clusters: [{name: c, cluster: {server: x}}, ");
        changed("two users of one name", false, "users: [", "users: [{name: u, user: {token: x}}, ");
        changed("two contexts of one name", false, "contexts: [", "contexts: [{name: a, context: {}}, ");
        changed("two entries of no name", false, "users: [", "users: [null, {}, {}, ");
        changed("another kind", false, "kind: Config", "kind: Pod");
        changed("another version", false, "apiVersion: v1", "apiVersion: v2");
        changed("no kind and no version", true, "apiVersion: v1\nkind: Config\n", "");
        changed("a user that is not there", false, "user: u}", "user: nobody}");
        changed("no user", false, ", user: u}", "}");
        changed("no cluster", false, "cluster: c, user", "user");
        changed("a cluster that is not there", false, "cluster: c,", "cluster: d,");
        changed("a namespace that is a number", false, "user: u}", "user: u, namespace: 12}");
        changed("a name that is a number", false, "name: u", "name: 5");
        changed(
                "a number in a cluster that is not used",
                false,
                "[{name: c",
                "[{name: d, cluster: {server: 1}}, {name: c");
        changed("a number in a user that is not used", false, "[{name: u", "[{name: v, user: {token: 1}}, {name: u");
        changed(
                "a user that is not used and has half a plugin",
                true,
                "[{name: u",
                "[{name: v, user: {exec: {}}}, {name: u");
        changed("preferences that are a number", false, "kind: Config", "kind: Config\npreferences: 3");
        changed("extensions that are a number", false, "kind: Config", "kind: Config\nextensions: 3");
        changed("a merge key", true, "token: t", "<<: {token: t}");
        changed("a tab", false, "kind: Config", "kind: Config\n\tx: 1");
    }

    /** After the likeness of what clouds and tools write. */
    private void tools(String ca) {
        String s = https();
        String data = ", certificate-authority-data: " + ca;
        String keep = s + ", proxy-url: ''";
        taken(
                "an authority without a value, as a half filled template has",
                s + ", certificate-authority-data: ",
                "token: t");
        taken("an authority that is null", s + ", certificate-authority-data: null", "token: t");
        taken("no proxy, said as nothing", keep, "token: t");
        taken(
                "GKE: lists that are null, a hint over two lines",
                s + data,
                "token: t, exec: {" + EXEC + ", args: null, env: null, installHint: \"Install it,\n          or not\","
                        + " interactiveMode: IfAvailable, provideClusterInfo: true}");
        taken("Azure of old: a password beside colours", s, "username: u, password: p");
        taken("Teleport: a name of its own for TLS", s + ", tls-server-name: kube.teleport.example", "token: t");
        taken(
                "AWS: variables",
                s,
                "token: t, exec: {" + EXEC + ", interactiveMode: Never, env: [{name: AWS_PROFILE, value: p}]}");
        refused("AWS of old: v1alpha1", s, "exec: {" + EXEC.replace("/v1,", "/v1alpha1,") + ", env: null}");
        refused("a daemon's socket instead of a plugin", s, "execProxy: {unixSocketPath: /run/s.sock}");
        refused("Azure of older: a provider", s, "auth-provider: {name: azure, config: {tenant-id: t}}");
        taken("a user that is null, over plain http", http(), "token: t, exec: null, auth-provider: null");
        taken("extra data of nobody", s, "token: t, as-user-extra: {}");
        changed("Terraform: an id beside the name", true, "{name: c, ", "{name: c, id: x, cluster_id: y, ");
        changed("kubeadm: extensions of minikube", true, "kind: Config", """
            kind: Config
            preferences: {colors: true}
            extensions: [{name: cluster_info, extension: {provider: minikube.sigs.k8s.io, version: v1.36.0}}]\
            """);
        changed("extensions of a context that are null", true, "user: u}", "user: u, extensions: null}");
        changed("a context in use that is elsewhere", true, "current-context: a", "current-context: b");
        changed("no context in use", true, "current-context: a", "current-context: ''");
        changed("users that are null", false, "users: [{name: u, user: {token: t}}]", "users: null");
        changed("a list of lists", false, "contexts: [", "contexts: [[], ");
        changed("a byte order mark", true, "apiVersion: v1", "\uFEFFapiVersion: v1");
        changed("lines of Windows", true, "\n", "\r\n");
        changed("an anchor and its alias", true, "token: t", "token: &t x, as: *t");
    }

    private boolean podiumDials(Path file) throws IOException {
        int before = dialled.get();
        try {
            KubeconfigContext context = Kubeconfig.read(file).context("a");
            try (JdkTransport transport = JdkTransport.open(context)) {
                transport.send(ApiRequest.get("/version").within(Duration.ofSeconds(5)));
            }
        } catch (KubeconfigException | IOException e) {
            // refused, or the listener hung up
        }
        return dialled.get() > before;
    }

    @Test
    void whatKubectlRefusesPodiumRefuses() throws Exception {
        Path file = folder.resolve("config");
        for (Case each : cases()) {
            Files.writeString(file, each.text);
            assertEquals(each.taken, podiumDials(file), each.name);
        }
    }

    @Test
    void kubectlItselfRefusesTheSame() throws Exception {
        Optional<Path> kubectl = kubectl();
        Assumptions.assumeTrue(kubectl.isPresent(), "kubectl is not installed; its rules are not looked at");
        Path file = folder.resolve("config");
        for (Case each : cases()) {
            Files.writeString(file, each.text);
            int before = dialled.get();
            String said = run(kubectl.orElseThrow(), file);
            assertEquals(each.taken, dialled.get() > before, () -> each.name + ": " + said);
        }
    }

    private String run(Path kubectl, Path file) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        kubectl.toString(),
                        "--kubeconfig",
                        file.toString(),
                        "--context",
                        "a",
                        "get",
                        "--raw",
                        "/version",
                        "--request-timeout=5s")
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("HOME", folder.toString());
        List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy").forEach(builder.environment()::remove);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "kubectl does not end");
        return Files.readString(folder.resolve("said"));
    }

    /** On the PATH, or beside the control plane that tests are given. */
    static Optional<Path> kubectl() throws IOException {
        Path assets = Path.of(System.getProperty("user.home"), ".local/share/kubebuilder-envtest/k8s");
        List<Path> folders = new ArrayList<>(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(Path::of)
                        .toList());
        Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS")).map(Path::of).ifPresent(folders::add);
        if (Files.isDirectory(assets)) {
            try (Stream<Path> versions = Files.list(assets)) {
                folders.addAll(versions.sorted().toList().reversed());
            }
        }
        return folders.stream()
                .map(folder -> folder.resolve("kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
