// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.config.Pem;
import podium.kubernetes.testkit.Data;

/** Credentials of files and of plugins: fetched when due, kept while good, and bound to what was agreed to. */
class CredentialsTest extends PluginBench {
    @Test
    void aTokenFileIsReadAgainAfterAMinuteAndNotBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "  one\n");
        TokenFileCredentials credentials = new TokenFileCredentials(file, clock);
        assertEquals(Optional.of("Bearer one"), credentials.get().authorization());
        Files.writeString(file, "two");
        now = now.plusSeconds(59);
        assertEquals(Optional.of("Bearer one"), credentials.get().authorization());
        now = now.plusSeconds(2);
        assertEquals(Optional.of("Bearer two"), credentials.get().authorization());
    }

    @Test
    void aRefusedTokenIsReadAgainAtOnceButALateRefusalOfTheFormerChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "one");
        TokenFileCredentials credentials = new TokenFileCredentials(file, clock);
        Optional<String> former = credentials.get().authorization();
        Files.writeString(file, "two");
        assertTrue(credentials.refused(former));
        assertEquals(Optional.of("Bearer two"), credentials.get().authorization());
        Files.writeString(file, "three");
        assertTrue(credentials.refused(former));
        assertEquals(Optional.of("Bearer two"), credentials.get().authorization());
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "two words", "t\u00f6ken"})
    void aTokenFileWithoutATokenIsNamed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), text);
        CredentialException e =
                assertThrows(CredentialException.class, () -> new TokenFileCredentials(file, clock).get());
        assertTrue(String.valueOf(e.getMessage()).contains(file + " holds no token"), e::getMessage);
    }

    @Test
    void aTokenFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere");
        CredentialException e =
                assertThrows(CredentialException.class, () -> new TokenFileCredentials(file, clock).get());
        assertTrue(String.valueOf(e.getMessage()).contains(file + ": the file does not exist."), e::getMessage);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void noFileThatIsNamedIsReadUnlessItIsAPlainOne() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        for (Path path : List.of(pipe, Path.of("/dev/zero"), folder)) {
            Pem pem = new Pem.InFile("client-key", path);
            for (Executable read : List.<Executable>of(
                    () -> new TokenFileCredentials(path, clock).get(),
                    () -> PemReader.key(pem),
                    () -> PemReader.certificates(pem))) {
                CredentialException e = assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> assertThrows(CredentialException.class, read));
                assertTrue(String.valueOf(e.getMessage()).contains("not a plain file"), e::getMessage);
            }
        }
    }

    @Test
    void aPluginIsToldTheClusterOnlyWhereItAsksForIt() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ClusterEntry cluster = cluster(
                Optional.of(new Pem.Inline("certificate-authority-data", "PEM".getBytes(StandardCharsets.UTF_8))),
                "api.internal",
                true);
        JsonNode told = json.readTree(ExecInfo.write(plugin("p", "Never", true), cluster, false));
        assertEquals(V1, told.path("apiVersion").asText());
        assertFalse(told.path("spec").path("interactive").asBoolean(true));
        JsonNode node = told.path("spec").path("cluster");
        assertEquals("https://127.0.0.1:1", node.path("server").asText());
        assertEquals("api.internal", node.path("tls-server-name").asText());
        assertTrue(node.path("insecure-skip-tls-verify").asBoolean());
        assertEquals(
                Base64.getEncoder().encodeToString("PEM".getBytes(StandardCharsets.UTF_8)),
                node.path("certificate-authority-data").asText());
        assertTrue(json.readTree(ExecInfo.write(plugin("p", "Never", false), cluster, false))
                .path("spec")
                .path("cluster")
                .isMissingNode());
    }

    @Test
    void aPluginIsToldOfTheClusterWhatKubectlTellsIt() throws Exception {
        Path authority = Files.writeString(folder.resolve("ca.crt"), "PEM");
        Path file = Files.writeString(folder.resolve("config"), """
            contexts: [{name: x, context: {cluster: c, user: u}}]
            clusters:
            - name: c
              cluster:
                server: https://h
                certificate-authority: ca.crt
                proxy-url: http://proxy:3128
                extensions:
                - {name: other, extension: {a: 1}}
                - {name: client.authentication.k8s.io/exec, extension: {audience: lab, tries: [1, 2]}}
            users: [{name: u, user: {token: t}}]
            """);
        ClusterEntry cluster = Kubeconfig.read(file).context("x").cluster();
        JsonNode node = new ObjectMapper()
                .readTree(ExecInfo.write(plugin("p", "Never", true), cluster, false))
                .path("spec")
                .path("cluster");
        assertEquals(
                Base64.getEncoder().encodeToString(Files.readAllBytes(authority)),
                node.path("certificate-authority-data").asText());
        assertEquals("http://proxy:3128", node.path("proxy-url").asText());
        assertEquals(
                "{\"audience\":\"lab\",\"tries\":[1,2]}", node.path("config").toString());
    }

    private ExecCredentials.Answer answer(String status) throws IOException {
        String text = "{\"apiVersion\":\"" + V1 + "\",\"kind\":\"ExecCredential\",\"status\":" + status + "}";
        return ExecInfo.read(plugin("p", "Never", false), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerMayBeATokenACertificateOrBoth() throws IOException {
        assertEquals(Optional.of("Bearer t"), answer("{\"token\":\"t\"}").authorization());
        ExecCredentials.Answer certificate = answer("{\"clientCertificateData\":\"C\",\"clientKeyData\":\"K\"}");
        assertEquals(Optional.empty(), certificate.authorization());
        assertTrue(certificate.certificate().isPresent());
        ExecCredentials.Answer both =
                answer("{\"token\":\"t\",\"clientCertificateData\":\"C\",\"clientKeyData\":\"K\"}");
        assertTrue(both.authorization().isPresent() && both.certificate().isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|neither a token nor a certificate",
                "null|neither a token nor a certificate",
                "{\"clientKeyData\":\"K\"}|only one of",
                "{\"token\":\"t\",\"clientKeyData\":\"K\"}|only one of",
                "{\"token\":\"t\",\"clientCertificateData\":\"C\"}|only one of",
            })
    void halfAnAnswerIsNone(String status, String words) {
        CredentialException e = assertThrows(CredentialException.class, () -> answer(status));
        assertTrue(String.valueOf(e.getMessage()).contains(words), e::getMessage);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log in at once|is not JSON",
                "''|did not answer with an ExecCredential",
                "{\"kind\":\"Secret\"}|did not answer with an ExecCredential",
                "{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\"}|another version",
            })
    void anAnswerOfAnotherKindIsNamed(String text, String words) {
        CredentialException e = assertThrows(
                CredentialException.class,
                () -> ExecInfo.read(plugin("p", "Never", false), text.getBytes(StandardCharsets.UTF_8)));
        assertTrue(String.valueOf(e.getMessage()).contains(words), e::getMessage);
    }

    @Test
    void anExpiryThatIsNoTimeIsNotKnown() throws IOException {
        assertEquals(
                Instant.parse("2026-03-01T11:00:00Z"),
                answer("{\"token\":\"t\",\"expirationTimestamp\":\"2026-03-01T12:00:00+01:00\"}")
                        .expiry());
        assertEquals(
                null,
                answer("{\"token\":\"t\",\"expirationTimestamp\":\"soon\"}").expiry());
        assertFalse(answer("{\"token\":\"secret\"}").toString().contains("secret"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aCertificateOfAPluginIsAClientCertificate() throws IOException {
        Path answer = Files.writeString(
                folder.resolve("answer.json"),
                new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "apiVersion",
                                V1,
                                "kind",
                                "ExecCredential",
                                "status",
                                Map.of(
                                        "clientCertificateData",
                                        Data.fixture(CredentialsTest.class, "certificate.pem"),
                                        "clientKeyData",
                                        KeyPems.pkcs8(KeyPems.ec())))));
        program("plugin", "cat '" + answer + "'");
        ExecCredentials credentials = exec("plugin");
        assertEquals(Optional.empty(), credentials.get().authorization());
        assertFalse(PemReader.certificates(
                        credentials.get().certificate().orElseThrow().chain())
                .isEmpty());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheVeryProgramThatWasAgreedToIsRun() throws IOException {
        program("plugin", "exit 1");
        ExecCredentials credentials = exec("plugin");
        program("plugin", "exit 0");
        CredentialException e = assertThrows(CredentialException.class, credentials::get);
        assertTrue(String.valueOf(e.getMessage()).contains("no longer the program you agreed to"), e::getMessage);
    }

    /** As on macOS and Windows; kubectl would ask there. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPluginThatMayAskAndFailsWithoutATerminalSaysThatThereIsNone() throws IOException {
        Path there = program("plugin", "echo 'cannot prompt' >&2; exit 3");
        CredentialException e = assertThrows(CredentialException.class, () -> new ExecCredentials(
                        plugin("plugin", "IfAvailable", false),
                        cluster(Optional.empty(), "", false),
                        clock,
                        folder.toString(),
                        PluginProgram.find(plugin("plugin", "IfAvailable", false), folder.toString()),
                        new LoginTerminal(() -> {}, () -> Optional.of("Podium has no terminal on macOS")))
                .get());
        assertEquals(
                "The credential plugin " + there + " ended with status 3: cannot prompt.",
                String.valueOf(e.getMessage()));
        assertEquals(
                "Podium has no terminal on macOS. Run it in a terminal (it may want you to log in), then reconnect.",
                e.advice());
    }

    @Test
    void aPluginThatWantsATerminalIsRefusedWhereThereIsNone() {
        CredentialException e = assertThrows(
                CredentialException.class,
                () -> new ExecCredentials(
                        plugin("nowhere", "Always", false),
                        cluster(Optional.empty(), "", false),
                        clock,
                        "",
                        new PluginProgram(folder, folder, ""),
                        new LoginTerminal(
                                () -> {}, () -> Optional.of("Podium has no terminal for programs on Plan 9"))));
        assertTrue(String.valueOf(e.getMessage()).contains("wants a terminal"), e::getMessage);
        assertTrue(String.valueOf(e.getMessage()).contains("Plan 9"), e::getMessage);
        assertTrue(e.advice().contains("kubectl"), e.advice());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aCommandIsLookedForAsClientGoDoes() throws IOException {
        Path there = program("plugin", "exit 0");
        assertEquals(
                there,
                PluginProgram.find(plugin("plugin", "Never", false), "/nowhere:" + folder)
                        .path());
        assertEquals(
                there,
                PluginProgram.find(plugin("./plugin", "Never", false), "").path());
        assertThrows(
                CredentialException.class,
                () -> PluginProgram.find(plugin("plugin", "Never", false), "relative:."),
                "a relative folder would depend on where the console was started");
        Files.writeString(folder.resolve("text"), "no program");
        assertThrows(
                CredentialException.class, () -> PluginProgram.find(plugin("text", "Never", false), folder.toString()));
    }

    @Test
    void theHintOfAMissingPluginIsTheKubeconfigsOwn() {
        ExecPlugin hinted =
                new ExecPlugin(V1, "kubelogin", List.of(), Map.of(), "Never", "brew install kubelogin", false, folder);
        CredentialException e = assertThrows(CredentialException.class, () -> PluginProgram.find(hinted, ""));
        assertEquals("brew install kubelogin", e.advice());
    }
}
