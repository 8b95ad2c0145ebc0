// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.config.Pem;
import podium.kubernetes.internal.config.ProxyAddress;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.internal.terminal.TerminalProgram;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.Protection;

/**
 * What connecting would run, or read outside the kubeconfig, and to whom what comes of it goes: the question put to the
 * operator. An agreement holds for exactly this; whatever is different in it is another question.
 *
 * @param question in words, several lines
 * @param key the same as a number, for remembering: SHA-256, hexadecimal
 * @param unverified credentials go to a server of which nobody knows who it is
 * @param program the program that would be run, as it is now; empty: none
 */
public record Consent(String question, String key, Optional<PluginProgram> program, boolean unverified) {
    /**
     * The question of a context; empty: nothing is run or read, and no credentials go to a server that is not verified. Over plain
     * http none are sent at all. Finds the plugin and reads it, for its hash; runs nothing.
     *
     * @param kubeconfig the file: what is agreed to for one is not agreed to for another
     * @param search where programs are looked for; that the login shell was asked for its PATH is said
     * @throws IOException when the plugin is not there
     */
    public static Optional<Consent> of(KubeconfigContext context, Path kubeconfig, SearchPath search)
            throws IOException {
        List<String> lines = new ArrayList<>();
        Optional<PluginProgram> program = Optional.empty();
        if (context.identity().proof() instanceof UserEntry.Plugin(ExecPlugin exec)) {
            PluginProgram found = PluginProgram.find(exec, search.folders());
            program = Optional.of(found);
            plugin(exec, found, lines);
            if (exec.provideClusterInfo() && !context.cluster().forPlugin().isEmpty()) {
                lines.add("    it receives about the cluster: "
                        + QuotedText.of(context.cluster().forPlugin()));
            }
            search.shell()
                    .ifPresent(shell -> lines.add("    found by the PATH of your login shell, " + QuotedText.of(shell)
                            + " -l, which it is run with"));
        }
        if (context.identity().proof() instanceof UserEntry.TokenFile(var path)) {
            lines.add("read tokenFile " + QuotedText.of(path.toString()));
        }
        context.cluster().authority().ifPresent(pem -> file(pem, lines));
        context.identity().certificate().ifPresent(certificate -> {
            file(certificate.chain(), lines);
            file(certificate.key(), lines);
        });
        boolean unverified = context.protection() == Protection.UNVERIFIED
                && context.identity().named();
        if (unverified) {
            lines.add("send " + credentials(context.identity()) + " of "
                    + QuotedText.of(context.identity().name())
                    + " to a server that is NOT verified: whoever answers there gets it"
                    + " and can use it");
            lines.add("    as the kubeconfig " + QuotedText.of(kubeconfig.toString()) + " says");
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        lines.addAll(whereTo(context, context.reachesOut()));
        return Optional.of(new Consent(
                Texts.of("Consent.toConnectContextWants", QuotedText.of(context.name()), String.join("\n", lines)),
                PluginProgram.hash(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                program,
                unverified));
    }

    private static String credentials(UserEntry user) {
        return switch (user.proof()) {
            case UserEntry.Token _, UserEntry.TokenFile _, UserEntry.Plugin _ -> "the token";
            case UserEntry.Basic _ -> "the password";
            case UserEntry.Anonymous _, UserEntry.Withheld _ -> "the certificate";
        };
    }

    /** What is asked, without anything that may be secret. */
    public String summary() {
        return unverified
                ? Texts.of("Consent.toConnectItWants")
                : program.isPresent()
                        ? Texts.of(
                                "Consent.toConnectItWantsTo",
                                QuotedText.of(program.get().path().toString()))
                        : Texts.of("Consent.toConnectItWantsToRead");
    }

    private static void plugin(ExecPlugin exec, PluginProgram found, List<String> lines) {
        lines.add("run " + QuotedText.of(found.path().toString()));
        if (!found.real().equals(found.path())) {
            lines.add("    which is " + QuotedText.of(found.real().toString()));
        }
        lines.add("    named in the kubeconfig: " + QuotedText.of(exec.command()));
        lines.add("    SHA-256: " + found.hash());
        lines.add(exec.arguments().isEmpty() ? "    without arguments" : "    with the arguments:");
        exec.arguments().forEach(argument -> lines.add("        " + QuotedText.of(argument)));
        Map<String, String> environment = new TreeMap<>(exec.environment());
        lines.add(
                environment.isEmpty()
                        ? "    with the environment of Podium"
                        : "    with the environment of Podium and:");
        environment.forEach((name, value) -> lines.add("        " + QuotedText.of(name) + "=" + QuotedText.of(value)));
        lines.add("    it answers in " + exec.apiVersion()
                + (exec.provideClusterInfo() ? " and is told which cluster is meant" : ""));
        if (exec.mayAsk() && TerminalProgram.whyNot().isEmpty()) {
            lines.add("    it may ask you, for a password or a code, in the Shell part");
        }
    }

    private static void file(Pem pem, List<String> lines) {
        if (pem instanceof Pem.InFile(String field, var path)) {
            lines.add("read " + field + " " + QuotedText.of(path.toString()));
        }
    }

    /** Who gets the token, and how it is known that it is they. */
    private static List<String> whereTo(KubeconfigContext context, boolean toRead) {
        ClusterEntry cluster = context.cluster();
        List<String> lines = new ArrayList<>();
        lines.add((toRead ? "and send what comes of it to " : "at ")
                + QuotedText.of(cluster.server().toString()));
        cluster.proxy()
                .ifPresent(proxy -> lines.add("    through the proxy " + QuotedText.of(ProxyAddress.words(proxy))));
        if (!cluster.tlsServerName().isEmpty()) {
            lines.add("    as " + QuotedText.of(cluster.tlsServerName()));
        }
        if (cluster.insecure()) {
            lines.add("    WITHOUT verifying its certificate");
        } else if (cluster.authority().isEmpty()) {
            lines.add("    known by the authorities of this computer");
        } else if (cluster.authority().get() instanceof Pem.Inline inline) {
            lines.add("    known by the authority in the kubeconfig, SHA-256: " + PluginProgram.hash(inline.text()));
        }
        return lines;
    }
}
