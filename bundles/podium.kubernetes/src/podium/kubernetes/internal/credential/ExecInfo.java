// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.texts.Texts;

/** ExecCredential objects: what a plugin is told and what it answers. */
final class ExecInfo {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExecInfo() {}

    /**
     * Value of KUBERNETES_EXEC_INFO (client-go, rest/exec.go: ConfigToExecCluster). What else of the cluster it names was agreed to.
     *
     * @param interactive whether its standard input is a terminal
     */
    static String write(ExecPlugin plugin, ClusterEntry cluster, boolean interactive) throws IOException {
        ObjectNode info = JSON.createObjectNode();
        info.put("apiVersion", plugin.apiVersion()).put("kind", "ExecCredential");
        ObjectNode spec = info.putObject("spec").put("interactive", interactive);
        if (plugin.provideClusterInfo()) {
            ObjectNode node =
                    spec.putObject("cluster").put("server", cluster.server().toString());
            if (!cluster.tlsServerName().isEmpty()) {
                node.put("tls-server-name", cluster.tlsServerName());
            }
            if (cluster.insecure()) {
                node.put("insecure-skip-tls-verify", true);
            }
            if (cluster.authority().isPresent()) {
                byte[] text = PemReader.text(cluster.authority().get());
                node.put("certificate-authority-data", Base64.getEncoder().encodeToString(text));
            }
            cluster.proxy().ifPresent(proxy -> node.put("proxy-url", proxy.toString()));
            // kubectl tells also that it has nothing to tell
            node.putNull("config");
            if (!cluster.forPlugin().isEmpty()) {
                JSON.readerForUpdating(node).readTree(cluster.forPlugin());
            }
        }
        return JSON.writeValueAsString(info);
    }

    /** What the plugin answered. */
    static ExecCredentials.Answer read(ExecPlugin plugin, byte[] output) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(output);
        } catch (JsonProcessingException e) {
            throw broken(Texts.of("ExecInfo.answeredNoJson", plugin.command()));
        }
        if (root == null || !"ExecCredential".equals(root.path("kind").asText())) {
            throw broken(Texts.of("ExecInfo.answeredNoExecCredential", plugin.command()));
        }
        if (!plugin.apiVersion().equals(root.path("apiVersion").asText())) {
            throw broken(Texts.of("ExecInfo.answeredInAnotherVersion", plugin.command(), plugin.apiVersion()));
        }
        JsonNode status = root.path("status");
        String token = status.path("token").asText("");
        String chain = status.path("clientCertificateData").asText("");
        String key = status.path("clientKeyData").asText("");
        if (token.isEmpty() && chain.isEmpty() && key.isEmpty()) {
            throw broken(Texts.of("ExecInfo.answeredNothingToShow", plugin.command()));
        }
        if (chain.isEmpty() != key.isEmpty()) {
            throw broken(Texts.of("ExecInfo.answeredWithOnlyOne", plugin.command()));
        }
        return new ExecCredentials.Answer(
                token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token),
                chain.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new UserEntry.Certificate(
                                ExecCredentials.pem("clientCertificateData", chain),
                                ExecCredentials.pem("clientKeyData", key))),
                expiry(status.path("expirationTimestamp").asText("")));
    }

    private static @Nullable Instant expiry(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static CredentialException broken(String what) {
        return new CredentialException(what, Texts.of("ExecInfo.runItInATerminal"));
    }
}
