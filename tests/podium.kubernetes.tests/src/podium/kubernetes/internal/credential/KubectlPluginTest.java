// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.internal.terminal.TerminalProgram;
import podium.kubernetes.testkit.Data;
import podium.testkit.ControlPlane;

/** What a credential plugin finds when kubectl runs it in a terminal, and when Podium does. */
@EnabledOnOs(OS.LINUX)
class KubectlPluginTest extends PluginBench {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a plugin found. */
    private record Found(JsonNode info, String files) {}

    private Path config(String mode, String cluster, boolean told) throws IOException {
        Path file = folder.resolve("config");
        return Files.writeString(file, """
            apiVersion: v1
            kind: Config
            contexts: [{name: a, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {%s}}]
            users:
            - name: u
              user:
                exec: {apiVersion: %s, command: ./plugin, args: [x y], interactiveMode: %s, provideClusterInfo: %s}
            """.formatted(cluster, V1, mode, told));
    }

    private Found found() throws IOException {
        Path info = folder.resolve("info");
        assertTrue(Files.exists(info), "it was run");
        Found found = new Found(JSON.readTree(Files.readString(info)), Files.readString(folder.resolve("files")));
        Files.delete(info);
        return found;
    }

    private Found byKubectl(Path kubectl, Path config) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        TerminalProgram.start(
                        List.of(
                                kubectl.toString(),
                                "--kubeconfig=" + config,
                                "--context=a",
                                "--request-timeout=1s",
                                "get",
                                "--raw",
                                "/version"),
                        Map.of("HOME", folder.toString(), "HTTPS_PROXY", "", "https_proxy", ""),
                        80,
                        24)
                .run(new TerminalProgram.Listener() {
                    @Override
                    public void shown(byte[] bytes) {
                        said.writeBytes(bytes);
                    }

                    @Override
                    public void answered(byte[] bytes) {
                        said.writeBytes(bytes);
                    }
                });
        assertTrue(Files.exists(folder.resolve("info")), said::toString);
        return found();
    }

    private Found byPodium(Path config) throws Exception {
        KubeconfigContext context = Kubeconfig.read(config).context("a");
        ExecPlugin plugin = ((UserEntry.Plugin) context.identity().proof()).exec();
        LoginTerminal login = new LoginTerminal(() -> {});
        login.allow();
        try (ExecCredentials credentials =
                new ExecCredentials(plugin, context.cluster(), clock, "", PluginProgram.find(plugin, ""), login)) {
            credentials.get();
        }
        return found();
    }

    @Test
    void itIsToldAndGivenTheSame() throws Exception {
        Path kubectl = ControlPlane.assets()
                .map(assets -> assets.resolve("kubectl"))
                .filter(Files::exists)
                .orElse(null);
        Assumptions.assumeTrue(kubectl != null, "KUBEBUILDER_ASSETS has no kubectl; it is skipped");
        program("plugin", """
            printf %%s "$KUBERNETES_EXEC_INFO" > '%1$s/info'
            files="$*"
            for fd in 0 1 2; do [ -t $fd ] && files="$files terminal" || files="$files none"; done
            (: < /dev/tty) && files="$files controlled"
            echo $files > '%1$s/files'
            echo '{"apiVersion":"%2$s","kind":"ExecCredential","status":{"token":"t"}}'
            """.formatted(folder, V1));
        String pem = Data.fixture(PemReader.class, "certificate.pem");
        Files.writeString(folder.resolve("ca.pem"), pem);
        String server = "server: 'https://127.0.0.1:1'";
        List<String> clusters = new ArrayList<>(List.of(
                server,
                server + ", certificate-authority: ca.pem",
                server + ", certificate-authority-data: "
                        + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)),
                server + ", insecure-skip-tls-verify: true, tls-server-name: api.internal",
                server + ", proxy-url: 'http://127.0.0.1:1'",
                server + ", disable-compression: true",
                server + ", extensions: [{name: client.authentication.k8s.io/exec, extension: {b: [1, x], a: {}}}]",
                "server: 'https://127.0.0.1:1/prefix'"));
        for (String cluster : clusters) {
            Path config = config("IfAvailable", cluster, true);
            assertEquals(byKubectl(kubectl, config), byPodium(config), cluster);
        }
        for (String mode : List.of("Never", "IfAvailable", "Always")) {
            Path config = config(mode, server, false);
            assertEquals(byKubectl(kubectl, config).info, byPodium(config).info, mode);
        }
        Path config = config("Always", server, false);
        assertEquals(byKubectl(kubectl, config), byPodium(config));
    }
}
