// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.config.Cluster;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.Identity;
import podium.kubernetes.internal.config.Pem;

/**
 * Credentials of a plugin (client.authentication.k8s.io). Made when the operator agrees; from then on only the very
 * program that was agreed to is run. What it answers is kept in memory until it expires or the server refuses it.
 */
final class ExecCredentials implements Credentials {
    private static final Duration EARLY = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final ExecPlugin plugin;
    private final Cluster cluster;
    private final InstantSource clock;
    private final String searchPath;
    private final PluginProgram agreed;
    private @Nullable Answer answer;
    private Instant refusedAt = Instant.MIN;

    /** What a plugin said. Expiry null: it did not say. */
    record Answer(
            Optional<String> authorization,
            Optional<Identity.Certificate> certificate,
            @Nullable Instant expiry) {
        @Override
        public String toString() {
            return "credentials until " + expiry;
        }
    }

    ExecCredentials(ExecPlugin plugin, Cluster cluster, InstantSource clock, String searchPath) throws IOException {
        this.plugin = plugin;
        this.cluster = cluster;
        this.clock = clock;
        this.searchPath = searchPath;
        if ("Always".equals(plugin.interactiveMode())) {
            throw new CredentialException(
                    "The credential plugin " + plugin.command() + " wants a terminal (interactiveMode: Always).",
                    "Use a way to log in that works without one, or a kubeconfig with a token.");
        }
        this.agreed = PluginProgram.find(plugin, searchPath);
    }

    @Override
    public Optional<String> authorization() throws IOException {
        return current().authorization;
    }

    @Override
    public Optional<Identity.Certificate> certificate() throws IOException {
        return current().certificate;
    }

    @Override
    public synchronized boolean refused(Optional<String> authorization) {
        Answer held = answer;
        if (held == null || !held.authorization.equals(authorization)) {
            return true;
        }
        if (refusedAt.plus(RETRY).isAfter(clock.instant())) {
            return false;
        }
        refusedAt = clock.instant();
        answer = null;
        return true;
    }

    private synchronized Answer current() throws IOException {
        Answer held = answer;
        Instant expiry = held == null ? null : held.expiry;
        if (held == null || expiry != null && expiry.minus(EARLY).isBefore(clock.instant())) {
            held = ask();
            answer = held;
        }
        return held;
    }

    private Answer ask() throws IOException {
        PluginProgram now = PluginProgram.find(plugin, searchPath);
        if (!now.equals(agreed)) {
            throw new CredentialException(
                    "The credential plugin " + now.path() + " is not the program you agreed to any more.",
                    "Close the cluster and open it again if the change is right.");
        }
        List<String> command = new ArrayList<>();
        command.add(now.path().toString());
        command.addAll(plugin.arguments());
        Map<String, String> environment = new LinkedHashMap<>(plugin.environment());
        environment.put("KUBERNETES_EXEC_INFO", ExecInfo.write(plugin, cluster));
        byte[] output = new PluginRun(command, environment, PluginRun.OUTPUT_LIMIT, PluginRun.TIME_LIMIT).output();
        return ExecInfo.read(plugin, output);
    }

    /** Bytes of PEM text given in an answer. */
    static Pem pem(String field, String text) {
        return new Pem.Inline(field, text.getBytes(StandardCharsets.UTF_8));
    }
}
