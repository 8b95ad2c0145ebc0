// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.testkit.Data;
import podium.model.fleet.Protection;

class KubeconfigTest {
    @TempDir
    private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("config"), text);
    }

    private Path whole(String cluster, String user) throws IOException {
        return write("""
            current-context: b
            clusters: [{name: c, cluster: {%s}}]
            users: [{name: u, user: {%s}}]
            contexts:
            - {name: a, context: {cluster: c, user: u, namespace: ns}}
            - {name: b, context: {cluster: c, user: u}}
            """.formatted(cluster, user));
    }

    private KubeconfigContext context(String cluster, String user) throws IOException, KubeconfigException {
        return Kubeconfig.read(whole(cluster, user)).context("a");
    }

    @Test
    void theCurrentContextComesFirst() throws Exception {
        assertEquals(
                List.of("b", "a"),
                Kubeconfig.read(whole("server: 'https://h'", "token: t")).contexts());
    }

    @Test
    void pathsAreRelativeToTheFileAndNothingIsRead() throws Exception {
        KubeconfigContext context = context(
                "server: 'https://h:6443/', certificate-authority: pki/ca.crt",
                "client-certificate: ../me.crt, client-key: /abs/me.key");
        assertEquals("https://h:6443", context.cluster().server().toString());
        assertEquals(
                new Pem.InFile("certificate-authority", folder.resolve("pki/ca.crt")),
                context.cluster().authority().orElseThrow());
        UserEntry.Certificate certificate = context.identity().certificate().orElseThrow();
        assertEquals(new Pem.InFile("client-certificate", folder.resolveSibling("me.crt")), certificate.chain());
        assertEquals(new Pem.InFile("client-key", Path.of("/abs/me.key")), certificate.key());
        assertTrue(context.reachesOut());
    }

    @Test
    void aNameThatLooksLikeAnAddressOfThisMachineIsAnotherMachine() throws Exception {
        for (String here : List.of("localhost", "127.0.0.1", "127.8.8.8", "[::1]")) {
            assertTrue(
                    context("server: 'http://" + here + ":8001'", "").cluster().local(), here);
        }
        for (String away : List.of("127.0.0.1.corp.invalid", "127.invalid", "localhost.invalid", "192.0.2.7")) {
            KubeconfigContext context = context("server: 'http://" + away + ":8001'", "");
            assertFalse(context.cluster().local(), away);
            assertEquals(Protection.PLAIN, context.protection(), away);
        }
    }

    @Test
    void dataInTheFileNeedsNoConsent() throws Exception {
        KubeconfigContext context = context(
                "server: 'https://h', certificate-authority-data: 'WA==', tls-server-name: api, proxy-url:"
                        + " 'http://p:3128'",
                "token: secret, as: boss, as-groups: [g], as-uid: '7', as-user-extra: {scopes: [x, z]}");
        assertInstanceOf(Pem.Inline.class, context.cluster().authority().orElseThrow());
        assertEquals("api", context.cluster().tlsServerName());
        assertFalse(context.cluster().insecure());
        assertEquals("p", context.cluster().proxy().orElseThrow().getHost());
        assertEquals(
                new Impersonation("boss", "7", List.of("g"), Map.of("scopes", List.of("x", "z"))),
                context.identity().impersonation());
        assertFalse(context.reachesOut());
        assertEquals("ns", context.namespace());
        assertFalse(context.toString().contains("secret"), context::toString);
    }

    @Test
    void whatIsReadAgainAndSaysTheSameIsTheSame() throws Exception {
        String cluster = "server: 'https://h', certificate-authority-data: 'WA=='";
        assertEquals(context(cluster, "token: t"), context(cluster, "token: t"));
        assertNotEquals(context(cluster, "token: t"), context(cluster.replace("WA==", "WQ=="), "token: t"));
    }

    @Test
    void aPluginIsReadWithItsArgumentsAndAskedFor() throws Exception {
        KubeconfigContext context = context(
                "server: 'https://h'",
                "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: ./login, args: [a b, --c], "
                        + "env: [{name: K, value: hidden}], interactiveMode: Never, provideClusterInfo: true}");
        ExecPlugin plugin = ((UserEntry.Plugin) context.identity().proof()).exec();
        assertEquals(List.of("a b", "--c"), plugin.arguments());
        assertEquals(Map.of("K", "hidden"), plugin.environment());
        assertEquals(folder.toAbsolutePath(), plugin.folder());
        assertTrue(context.reachesOut());
        assertFalse(context.toString().contains("hidden"), context::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|token: t|server|https",
                "server: 'ftp://h'|token: t|server|https",
                "server: 'https://'|token: t|server|address",
                "server: 'https://u:p@h'|token: t|server|users",
                "server: 'https://h', certificate-authority-data: '<SNIP>'|token: t|certificate-authority-data|base64",
                "server: 'https://h', proxy-url: 'ftp://p'|token: t|proxy-url|http://",
                "server: 'https://h', insecure-skip-tls-verify: maybe|token: t|insecure-skip-tls-verify|true or false",
                "server: 'https://h'|auth-provider: {name: oidc}|auth-provider|exec plugin",
                "server: 'https://h'|exec: {command: x, apiVersion:"
                        + " client.authentication.k8s.io/v1alpha1}|apiVersion|v1beta1",
                "server: 'https://h'|exec: {apiVersion: client.authentication.k8s.io/v1}|command|plugin",
                "server: 'https://h'|client-key: k|client-certificate|Add client-certificate",
                "server: 'https://h'|as-groups: [g]|as|user to act as",
                "server: [x]|token: t|server|text",
                "server: 'https://h'|exec: nonsense|exec|fields",
            })
    void whatIsWrongIsNamedWithItsFileItsPlaceAndACure(String cluster, String user, String place, String cure)
            throws IOException {
        Path file = whole(cluster, user);
        KubeconfigException e = assertThrows(
                KubeconfigException.class, () -> Kubeconfig.read(file).context("a"));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith(file.toString()), message);
        assertTrue(message.contains("/" + place), message);
        assertTrue(message.contains(cure), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty",
                "just text|not a kubeconfig",
                "[1, 2]|not a kubeconfig",
                "contexts: []|names no context",
                "contexts: {a: b}|not a list",
                "a: 'b|line 1",
                "a: !!javax.script.ScriptEngineManager [x]|names no context",
            })
    void whatIsNoKubeconfigIsRefusedInWords(String text, String words) throws IOException {
        Path file = write(text);
        KubeconfigException e = assertThrows(KubeconfigException.class, () -> Kubeconfig.read(file));
        assertTrue(String.valueOf(e.getMessage()).contains(words), e::getMessage);
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeSo() {
        KubeconfigException e = assertThrows(KubeconfigException.class, () -> Kubeconfig.read(folder.resolve("none")));
        assertTrue(String.valueOf(e.getMessage()).contains("does not exist"), e::getMessage);
    }

    @Test
    void aBillionLaughsAreRefused() throws IOException {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 80; i++) {
            text.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9) + "*a" + (i - 1)));
        }
        Path file = write(text.toString());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThrows(KubeconfigException.class, () -> Kubeconfig.read(file)));
    }

    @Test
    void realFilesOpenOrSayWhyNot() throws IOException {
        int opened = 0;
        int refused = 0;
        for (Path file : Data.files("kubeconfigs")) {
            try {
                Kubeconfig config = Kubeconfig.read(file);
                for (String name : config.contexts()) {
                    try {
                        config.context(name);
                        opened++;
                    } catch (KubeconfigException e) {
                        refused++;
                        assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": "), e::getMessage);
                    }
                }
            } catch (KubeconfigException e) {
                refused++;
                assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": "), e::getMessage);
            }
        }
        assertTrue(opened >= 13 && refused >= 10, opened + " opened, " + refused + " refused");
    }

    @Test
    void damagedFilesNeverThrowAnythingElse() throws IOException {
        String text = Files.readString(whole(
                "server: 'https://h', certificate-authority-data: 'WA=='",
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, env: [{name: a, value: b}]}"));
        for (long seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            StringBuilder damaged = new StringBuilder(text);
            for (int i = random.nextInt(5); i >= 0; i--) {
                damaged.setCharAt(
                        random.nextInt(damaged.length()), "{}[]:,-'\"\n\t &*!%@x\u0000".charAt(random.nextInt(19)));
            }
            Path file = write(damaged.toString());
            try {
                Kubeconfig config = Kubeconfig.read(file);
                for (String name : config.contexts()) {
                    config.context(name);
                }
            } catch (KubeconfigException e) {
                // said in words
            }
        }
    }

    private String refused(Path file) {
        KubeconfigException e = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThrows(KubeconfigException.class, () -> Kubeconfig.read(file)));
        return String.valueOf(e.getMessage());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsNotWaitedForNorAFolderOrADeviceRead() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        for (Path path : List.of(pipe, link, Path.of("/dev/zero"))) {
            assertTrue(refused(path).contains(path + ": this is a pipe, a socket or a device"), refused(path));
        }
        assertTrue(refused(folder).contains(folder + ": this is a folder"), refused(folder));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTheKernelMakesIsNoFile() {
        Path path = Path.of("/proc/self/environ");
        assertTrue(refused(path).contains("this is a file of the kernel"), refused(path));
    }

    @Test
    void aFileOfAnySizeIsOpenedOrRefusedInATimeThatGrowsWithItsLength() throws IOException {
        assertTrue(refused(write("#".repeat(16 << 20))).contains("larger than 4 MiB"));
        assertTrue(refused(write("contexts: [" + "x".repeat(3 << 20))).contains("YAML is not valid in line 1"));
        StringBuilder real = new StringBuilder("contexts: [{name: a, context: {cluster: c1, user: u}}]\n"
                + "users: [{name: u, user: {token: t}}]\nclusters:\n");
        String data = "QUJD".repeat(1500);
        for (int i = 0; i < 500; i++) {
            real.append("- name: c" + i + "\n  cluster: {server: 'https://h" + i + "', certificate-authority-data: \""
                    + data + "\"}\n");
        }
        Path file = write(real.toString());
        KubeconfigContext context = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Kubeconfig.read(file).context("a"));
        assertEquals("h1", context.cluster().server().getHost());
    }

    @Test
    void nestingAndKeysThatComeTwiceAreNamedWithTheirLine() throws IOException {
        String nested = refused(write("kind: Config\nx:\n  " + "[".repeat(100_000)));
        assertTrue(nested.contains("line 3, ") && nested.contains("nested deeper than"), nested);
        String twice = refused(write("clusters:\n- name: c\n  cluster: {server: 'https://a'}\n  cluster: {}\n"));
        assertTrue(twice.contains("line 4: the key \"cluster\" is here and in line 3"), twice);
    }
}
