// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.PodDescriber;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.LoginText;
import podium.kubernetes.internal.client.ClientCapabilities;
import podium.kubernetes.internal.credential.ConsentStore;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.ConnectionState;
import podium.simulator.internal.api.http.HttpFault;
import podium.simulator.internal.api.http.HttpResponse;
import podium.testkit.Await;

/** Opening a kubeconfig runs nothing and reads nothing before the operator agrees (R6). */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ConsentTest {
    @TempDir
    private Path folder;

    private TestServer server;
    private final Picture picture = new Picture();

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.node("n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path canary() {
        return folder.resolve("canary");
    }

    /** A plugin that leaves a trace each time it runs. */
    private Path plugin(String body) throws IOException {
        // put in place of the one before: that may still be starting, and a program that starts cannot be written
        Path fresh = folder.resolve("plugin.new");
        Files.writeString(fresh, "#!/bin/sh\necho ran \"$@\" >> '" + canary() + "'\n" + body + "\n");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
        return Files.move(fresh, folder.resolve("plugin"), StandardCopyOption.REPLACE_EXISTING);
    }

    private long runs() {
        try (Stream<String> lines = Files.lines(canary())) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(String token, String more) {
        return "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\""
                + token + "\"" + more + "}}'";
    }

    private ClusterConnection open(String user) {
        Path file = TestServer.write(
                folder, server.api().url().toString(), server.api().caPem(), user, "");
        return new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture, (_, _) -> {});
    }

    private ClusterConnection openWithPlugin() {
        return open("exec:\n  apiVersion: client.authentication.k8s.io/v1\n  command: ./plugin\n" + "  args: ['; touch "
                + folder.resolve("injected") + "', '$(id)']\n  interactiveMode: Never");
    }

    @Test
    void aPluginIsRunOnlyAfterTheOperatorAgreesAndNeverThroughAShell() throws IOException {
        plugin(answer(TestServer.TOKEN, ""));
        try (ClusterConnection connection = openWithPlugin()) {
            picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
            assertFalse(Files.exists(canary()), "not run yet");
            assertTrue(connection.consentNeeded().orElseThrow().contains("./plugin"));
            assertEquals(List.of(), server.requests());
            connection.agree(connection.consentNeeded().orElseThrow());
            picture.awaitState(ConnectionState.LIVE);
            assertEquals(Optional.empty(), connection.consentNeeded());
            assertEquals(
                    List.of("ran ; touch " + folder.resolve("injected") + " $(id)"),
                    Files.readAllLines(canary()),
                    "once, with its arguments as they stand");
            assertFalse(Files.exists(folder.resolve("injected")));
        }
    }

    /** fabric8 brings its own ways to run plugins; it is not asked before there is an agreement, and only then it has a token. */
    @Test
    void theClientLibraryWaitsForTheAgreementToo() throws IOException {
        plugin(answer(TestServer.TOKEN, ""));
        Path file = TestServer.write(
                folder,
                server.api().url().toString(),
                server.api().caPem(),
                "exec:\n  apiVersion: client.authentication.k8s.io/v1\n  command: ./plugin\n  interactiveMode: Never",
                "");
        server.pod("team", "p");
        try (ClusterConnection connection = new KubernetesConnector(List.of(new ClientCapabilities()), Opened.hasty())
                .open(Opened.target(file), picture, (_, _) -> {})) {
            String asked = question(connection);
            assertEquals(Optional.empty(), connection.capability(PodDescriber.class));
            assertEquals(List.of(), server.requests());
            assertFalse(Files.exists(canary()), "not run yet");
            connection.agree(asked);
            picture.awaitState(ConnectionState.LIVE);
            PodDescriber describer = connection.capability(PodDescriber.class).orElseThrow();
            assertTrue(describer.describe("team", "p").isPresent());
            assertEquals(1, runs(), "by the token that the connection has");
        }
    }

    private static String question(ClusterConnection connection) {
        Await.until(() -> "nothing is asked", () -> connection.consentNeeded().isPresent());
        return connection.consentNeeded().orElseThrow();
    }

    /** What is asked of a kubeconfig whose plugin has these lines below it. */
    private String asked(String more, String cluster) {
        Path file = TestServer.write(
                folder,
                server.api().url().toString(),
                cluster.contains("insecure") ? "" : server.api().caPem(),
                "exec:\n  apiVersion: client.authentication.k8s.io/v1\n  command: ./plugin\n"
                        + "  interactiveMode: Never\n" + more.indent(2),
                cluster);
        try (ClusterConnection connection =
                new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture, (_, _) -> {})) {
            return question(connection);
        }
    }

    @Test
    void theQuestionShowsAllThatItIsAbout() throws Exception {
        Path plugin = plugin(answer(TestServer.TOKEN, ""));
        String question = asked(
                "args: [get, 'a b', '', \"x\\u200by\", \"line\\nend\"]\nenv: [{name: REGION, value: 'eu  1'}]", "");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(plugin)));
        for (String part : List.of(
                "run " + plugin + "\n",
                "named in the kubeconfig: ./plugin\n",
                "SHA-256: " + hash,
                "\n        get\n        'a b'\n        ''\n        'x\\u{200b}y'\n        'line\\nend'\n",
                "\n        REGION='eu  1'\n",
                "send what the program returns to " + server.api().url(),
                "authority in the kubeconfig, SHA-256: ")) {
            assertTrue(question.contains(part), () -> part + " is not in " + question);
        }
        assertTrue(asked("", "insecure-skip-tls-verify: true").contains("WITHOUT verifying its certificate"));
        assertFalse(
                picture.connections().toString().contains("REGION"),
                "what may be a secret is shown to the operator and told to no model, which is saved");
    }

    /** Of a certificate authority it was said that what reading it returns is sent. */
    @Test
    void ofEachFileItIsSaidWhetherItIsSent() throws IOException {
        String url = server.api().url().toString();
        String ca = "read certificate-authority " + folder.resolve("ca.pem")
                + ", to know the server by; it is sent to nobody\n";
        assertEquals(
                ca + "read client-certificate " + folder.resolve("c.pem")
                        + ", which is shown to the server\nread client-key "
                        + folder.resolve("k.pem")
                        + ", to prove that the certificate is yours; it is sent to nobody\nand connect to " + url,
                read("client-certificate: c.pem\nclient-key: k.pem"));
        assertEquals(
                "read tokenFile " + folder.resolve("token") + "\n" + ca + "and send the token to " + url,
                read("tokenFile: token"));
    }

    private String read(String user) throws IOException {
        Path file = TestServer.write(
                folder, server.api().url().toString(), server.api().caPem(), user, "");
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("certificate-authority-data: .*", "certificate-authority: ca.pem"));
        try (ClusterConnection connection =
                new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture, (_, _) -> {})) {
            return question(connection).lines().skip(1).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void aLinkIsShownWithWhereItLeads() throws IOException {
        Path plugin = plugin(answer(TestServer.TOKEN, ""));
        Path other = Files.move(plugin, folder.resolve("elsewhere"));
        Files.createSymbolicLink(plugin, other);
        assertTrue(asked("", "").contains("run " + plugin + "\n    which is " + other + "\n"));
    }

    @Test
    void anythingThatDiffersIsAnotherQuestion() throws IOException {
        plugin(answer(TestServer.TOKEN, ""));
        Set<String> all = new HashSet<>();
        for (String more : List.of(
                "",
                "args: [a, b]",
                "args: ['a b']",
                "args: [a b]\nenv: [{name: A, value: b}]",
                "env: [{name: A, value: b}]",
                "env: [{name: A, value: c}]",
                "env: [{name: B, value: b}]",
                "provideClusterInfo: true")) {
            assertTrue(all.add(asked(more, "")), () -> more + " changes nothing");
        }
        assertTrue(all.add(asked("", "insecure-skip-tls-verify: true")));
        assertTrue(all.add(asked("", "tls-server-name: other")));
        assertTrue(all.add(asked("", "proxy-url: 'http://127.0.0.1:3128'")));
        assertTrue(all.add(asked(
                "provideClusterInfo: true",
                "extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: lab}}]")));
        plugin(answer("another", ""));
        assertTrue(all.add(asked("", "")), "another program");
    }

    @Test
    void anAgreementIsToWhatWasRead() throws IOException {
        plugin(answer(TestServer.TOKEN, ""));
        try (ClusterConnection connection = openWithPlugin()) {
            String read = question(connection);
            plugin("touch '" + folder.resolve("evil") + "'");
            connection.reconnect();
            Await.until(
                    () -> "it is asked anew", () -> !connection.consentNeeded().equals(Optional.of(read)));
            connection.agree(read);
            Await.pause(Duration.ofSeconds(1), () -> Files.exists(folder.resolve("evil")));
            assertFalse(Files.exists(folder.resolve("evil")));
            assertFalse(Files.exists(canary()), "the former is gone, the other was not agreed to");
            assertTrue(connection.consentNeeded().isPresent());
        }
    }

    @Test
    void exactlyWhatWasAgreedToIsNotAskedAgainAtTheNextStartAndNothingElse() throws IOException {
        plugin(answer(TestServer.TOKEN, ""));
        Path kept = folder.resolve("own/agreed");
        Path file = TestServer.write(
                folder,
                server.api().url().toString(),
                server.api().caPem(),
                "exec:\n  apiVersion: client.authentication.k8s.io/v1\n  command: ./plugin\n  args: [secret-argument]\n"
                        + "  interactiveMode: Never",
                "");
        for (int start = 0; start < 3; start++) {
            // each time as a process that has just started
            KubernetesConnector connector = new KubernetesConnector(
                    List.of(), Opened.hasty(), Optional.empty(), new ConsentStore(Optional.of(kept)));
            Picture seen = new Picture();
            try (ClusterConnection connection = connector.open(Opened.target(file), seen, (_, _) -> {})) {
                if (start == 0) {
                    connection.agree(question(connection));
                }
                if (start < 2) {
                    seen.awaitState(ConnectionState.LIVE);
                    plugin(start == 1 ? answer(TestServer.TOKEN, ",\"x\":1") : answer(TestServer.TOKEN, ""));
                } else {
                    seen.awaitState(ConnectionState.WAITING_FOR_CONSENT);
                }
            }
        }
        assertEquals(
                PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(kept), "its owner only");
        assertTrue(Files.readString(kept).matches("[0-9a-f]{64}\n"), "numbers only");
    }

    /** Opens a context that reads a token file, with the agreements that are kept. */
    private ClusterConnection openWithTokenFile(Path kept, Picture seen) throws IOException {
        Files.writeString(folder.resolve("token"), TestServer.TOKEN + "\n");
        Path file = TestServer.write(
                folder, server.api().url().toString(), server.api().caPem(), "tokenFile: token", "");
        return new KubernetesConnector(List.of(), Opened.hasty(), Optional.empty(), new ConsentStore(Optional.of(kept)))
                .open(Opened.target(file), seen, (_, _) -> {});
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anAgreementIsKeptAsFactsInNoLanguage() throws Exception {
        Path kept = folder.resolve("own/agreed");
        try (ClusterConnection connection = openWithTokenFile(kept, picture)) {
            connection.agree(question(connection));
            picture.awaitState(ConnectionState.LIVE);
        }
        String facts = "tokenFile: " + folder.resolve("token") + "\nsend: "
                + server.api().url() + "\nauthority: " + sha256(server.api().caPem());
        assertEquals(sha256(facts) + "\n", Files.readString(kept));
    }

    @Test
    void whatWasAgreedToWhenItsWordsWereRememberedIsNotAskedAgain() throws Exception {
        Path kept = folder.resolve("own/agreed");
        Files.createDirectories(kept.getParent());
        Files.writeString(
                kept,
                sha256("read tokenFile " + folder.resolve("token") + "\nand send what it returns to "
                                + server.api().url()
                                + "\n    verified by the certificate authority in the kubeconfig, SHA-256: "
                                + sha256(server.api().caPem()))
                        + "\n");
        try (ClusterConnection connection = openWithTokenFile(kept, picture)) {
            picture.awaitState(ConnectionState.LIVE);
            assertEquals(Optional.empty(), connection.consentNeeded());
        }
    }

    @Test
    void theWindowWaitsForNoFileAndNoProgram() throws Exception {
        plugin("exec sleep 600");
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        try (ClusterConnection hanging = openWithPlugin()) {
            hanging.agree(question(hanging));
            Await.until(() -> "the plugin runs", () -> Files.exists(canary()));
            atOnce(hanging);
            closed(hanging);
        }
        for (String user : List.of("tokenFile: pipe", "client-certificate: pipe\nclient-key: pipe")) {
            try (ClusterConnection connection = open(user)) {
                connection.agree(question(connection));
                atOnce(connection);
                Await.until(
                        () -> "" + picture.connection(),
                        () -> picture.connection().message().contains("not a plain file"));
                closed(connection);
            }
        }
        try (ClusterConnection connection =
                new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(pipe), picture, (_, _) -> {})) {
            atOnce(connection);
            Await.until(
                    () -> "" + picture.connection(),
                    () -> picture.connection().message().contains("not a plain file"));
        }
    }

    @Test
    void whatFailsBecauseItWasClosedIsToldToNobody() throws Exception {
        Path file = TestServer.write(
                folder, server.api().url().toString(), server.api().caPem(), "token: " + TestServer.TOKEN, "");
        CompletableFuture<Thread> opens = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        CapabilityFactory interrupted = (transport, cluster) -> {
            opens.complete(Thread.currentThread());
            closed.join();
            throw new IllegalStateException("interrupted");
        };
        try (ClusterConnection connection = new KubernetesConnector(List.of(interrupted), Opened.hasty())
                .open(Opened.target(file), picture, (_, _) -> {})) {
            Thread opening = opens.get(60, TimeUnit.SECONDS);
            connection.close();
            closed.complete(null);
            opening.join();
        }
        assertEquals(ConnectionState.CLOSED, picture.connection().state(), () -> "" + picture.connections());
    }

    /** What the window calls. */
    private static void atOnce(ClusterConnection connection) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            connection.consentNeeded();
            connection.capability(ClusterConnection.class);
            connection.reconnect();
            connection.agree("something else");
        });
    }

    /** It may take as long as the mirror waits for its threads. */
    private static void closed(ClusterConnection connection) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), connection::close);
    }

    @Test
    @EnabledOnOs(OS.LINUX) // its date
    void anExpiringTokenIsFetchedAgain() throws IOException {
        plugin("until=$(date -u -d '+2 seconds' +%Y-%m-%dT%H:%M:%SZ)\n"
                + answer(TestServer.TOKEN, ",\"expirationTimestamp\":\"'$until'\""));
        try (ClusterConnection connection = openWithPlugin()) {
            picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
            connection.agree(connection.consentNeeded().orElseThrow());
            picture.awaitState(ConnectionState.LIVE);
            Await.until(() -> "it ran once", () -> runs() > 1);
        }
    }

    @Test
    void aProgramThatChangedSinceTheAgreementIsNotRun() throws IOException {
        plugin(answer(TestServer.TOKEN, ""));
        try (ClusterConnection connection = openWithPlugin()) {
            picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
            connection.agree(connection.consentNeeded().orElseThrow());
            picture.awaitState(ConnectionState.LIVE);
            plugin("touch '" + folder.resolve("evil") + "'");
            // from here on the token is refused, so that the plugin is asked again
            server.faults(request -> HttpFault.instead(HttpResponse.text(401, "expired")));
            server.api().disconnect();
            Await.until(
                    () -> "" + picture.connections(),
                    () -> picture.connection().message().contains("no longer the program you agreed to"));
            assertFalse(Files.exists(folder.resolve("evil")));
        }
    }

    @Test
    void aPluginThatFailsFloodsOrTalksNonsenseIsSaidToBeSo() throws IOException {
        for (List<String> bad : List.of(
                List.of("echo log in first >&2; exit 3", "log in first"),
                List.of("head -c 2000000 /dev/zero", "wrote more than"),
                List.of("echo hello", "not JSON"),
                List.of("echo '{}'", "ExecCredential"))) {
            plugin(bad.getFirst());
            try (ClusterConnection connection = openWithPlugin()) {
                Await.until(() -> "", () -> connection.consentNeeded().isPresent());
                connection.agree(connection.consentNeeded().orElseThrow());
                Await.until(
                        () -> bad + ": " + picture.connection(),
                        () -> picture.connection().message().contains(bad.getLast()));
                assertFalse(picture.connection().advice().isEmpty());
            }
        }
    }

    @Test
    void aTokenFileIsReadOnlyAfterTheOperatorAgrees() throws IOException {
        Path token = folder.resolve("token");
        try (ClusterConnection connection = open("tokenFile: token")) {
            picture.awaitState(ConnectionState.WAITING_FOR_CONSENT);
            Files.writeString(token, TestServer.TOKEN + "\n");
            connection.agree(connection.consentNeeded().orElseThrow());
            picture.awaitState(ConnectionState.LIVE);
        }
    }

    @Test
    void aKubeconfigThatIsMendedIsReadAgainOnReconnect() throws IOException {
        Path file = TestServer.write(
                folder, server.api().url().toString(), server.api().caPem(), "token: outdated", "");
        try (ClusterConnection connection =
                new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture, (_, _) -> {})) {
            picture.awaitState(ConnectionState.REFUSED);
            Files.copy(server.kubeconfig(folder), file, StandardCopyOption.REPLACE_EXISTING);
            connection.reconnect();
            picture.awaitState(ConnectionState.LIVE);
        }
    }

    @Test
    void whereTheUserIsThatOfAnotherFileOfKubeconfigTheRefusalSaysSo() throws IOException {
        Path own = server.kubeconfig(folder);
        Path first = Files.writeString(
                folder.resolve("first"),
                "apiVersion: v1\nkind: Config\nusers: [{name: u, user: {token: of another cluster}}]\n");
        ClusterTarget target =
                new ClusterTarget(new ClusterId("test"), own, List.of(first, own), "test", false, Optional.empty());
        try (ClusterConnection connection =
                new KubernetesConnector(List.of(), Opened.hasty()).open(target, picture, (_, _) -> {})) {
            picture.awaitState(ConnectionState.REFUSED);
            assertEquals(LoginText.REFUSED, picture.connection().message());
            String advice = picture.connection().advice();
            assertTrue(advice.startsWith(LoginText.ADVICE), advice);
            assertTrue(
                    advice.contains("The user \"u\" comes from " + first + ", the first file of KUBECONFIG"), advice);
            assertTrue(connection.consentNeeded().isEmpty());
        }
    }
}
