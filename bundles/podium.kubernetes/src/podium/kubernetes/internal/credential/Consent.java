// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
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
 * @param key the same as a number, for remembering, in no language: SHA-256, hexadecimal
 * @param formerKey the number of the words of the question, which was remembered when they were in English only
 * @param unverified credentials go to a server of which nobody knows who it is
 * @param program the program that would be run, as it is now; empty: none
 */
public record Consent(
        String question, String key, String formerKey, Optional<PluginProgram> program, boolean unverified) {
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
        ConsentFacts facts = new ConsentFacts();
        Optional<PluginProgram> program = Optional.empty();
        if (context.identity().proof() instanceof UserEntry.Plugin(ExecPlugin exec)) {
            PluginProgram found = PluginProgram.find(exec, search.folders());
            program = Optional.of(found);
            plugin(exec, found, facts);
            String told = context.cluster().forPlugin();
            if (exec.provideClusterInfo() && !told.isEmpty()) {
                facts.detail("told", told, Texts.of("Consent.itReceives", QuotedText.of(told)));
            }
            search.shell()
                    .ifPresent(shell ->
                            facts.detail("shell", shell, Texts.of("Consent.foundByLoginShell", QuotedText.of(shell))));
        }
        if (context.identity().proof() instanceof UserEntry.TokenFile(var path)) {
            read("tokenFile", path, (field, file) -> Texts.of("Consent.read", field, file), facts);
        }
        context.cluster()
                .authority()
                .ifPresent(pem -> file(pem, (field, path) -> Texts.of("Consent.readAuthority", field, path), facts));
        context.identity().certificate().ifPresent(certificate -> {
            file(certificate.chain(), (field, path) -> Texts.of("Consent.readCertificate", field, path), facts);
            file(certificate.key(), (field, path) -> Texts.of("Consent.readKey", field, path), facts);
        });
        boolean unverified = context.protection() == Protection.UNVERIFIED
                && context.identity().named();
        if (unverified) {
            unverified(context.identity(), facts);
            String file = kubeconfig.toString();
            facts.detail("kubeconfig", file, Texts.of("Consent.asKubeconfigSays", QuotedText.of(file)));
        }
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        whereTo(context, facts);
        return Optional.of(new Consent(
                Texts.of("Consent.toConnectContextWants", QuotedText.of(context.name()), facts.words()),
                facts.key(),
                facts.formerKey(),
                program,
                unverified));
    }

    private static void unverified(UserEntry user, ConsentFacts facts) {
        String name = QuotedText.of(user.name());
        switch (user.proof()) {
            case UserEntry.Token _, UserEntry.TokenFile _, UserEntry.Plugin _ ->
                facts.add("unverified-token", user.name(), Texts.of("Consent.sendTokenUnverified", name));
            case UserEntry.Basic _ ->
                facts.add("unverified-password", user.name(), Texts.of("Consent.sendPasswordUnverified", name));
            case UserEntry.Anonymous _, UserEntry.Withheld _ ->
                facts.add("unverified-certificate", user.name(), Texts.of("Consent.sendCertificateUnverified", name));
        }
    }

    /** What is asked, without anything that may be secret. */
    public String summary() {
        return unverified
                ? Texts.of("Consent.toConnectItWants")
                : program.isPresent()
                        ? Texts.of(
                                "Consent.toConnectItWantsToRun",
                                QuotedText.of(program.get().path().toString()))
                        : Texts.of("Consent.toConnectItWantsToRead");
    }

    private static void plugin(ExecPlugin exec, PluginProgram found, ConsentFacts facts) {
        String path = found.path().toString();
        facts.add("run", path, Texts.of("Consent.run", QuotedText.of(path)));
        if (!found.real().equals(found.path())) {
            String real = found.real().toString();
            facts.detail("link", real, Texts.of("Consent.whichIs", QuotedText.of(real)));
        }
        facts.detail("command", exec.command(), Texts.of("Consent.namedInKubeconfig", QuotedText.of(exec.command())));
        facts.detail("program", found.hash(), Texts.of("Consent.sha256", found.hash()));
        facts.heading(
                exec.arguments().isEmpty() ? Texts.of("Consent.withoutArguments") : Texts.of("Consent.withArguments"));
        exec.arguments().forEach(argument -> facts.detail("argument", argument, "    " + QuotedText.of(argument)));
        Map<String, String> environment = new TreeMap<>(exec.environment());
        facts.heading(
                environment.isEmpty() ? Texts.of("Consent.withEnvironment") : Texts.of("Consent.withEnvironmentAnd"));
        environment.forEach((name, value) -> {
            String variable = QuotedText.of(name) + "=" + QuotedText.of(value);
            facts.detail("variable", variable, "    " + variable);
        });
        if (exec.provideClusterInfo()) {
            facts.detail("api-told", exec.apiVersion(), Texts.of("Consent.answersInAndIsTold", exec.apiVersion()));
        } else {
            facts.detail("api", exec.apiVersion(), Texts.of("Consent.answersIn", exec.apiVersion()));
        }
        if (exec.mayAsk() && TerminalProgram.whyNot().isEmpty()) {
            facts.detail("asks", "", Texts.of("Consent.mayAskYou"));
        }
    }

    private static void file(Pem pem, BinaryOperator<String> words, ConsentFacts facts) {
        if (pem instanceof Pem.InFile(String field, var path)) {
            read(field, path, words, facts);
        }
    }

    private static void read(String field, Path path, BinaryOperator<String> words, ConsentFacts facts) {
        String quoted = QuotedText.of(path.toString());
        facts.add(field, path.toString(), words.apply(field, quoted), Texts.of("Consent.read", field, quoted));
    }

    /** What goes to the server of all that is run and read. */
    private static String sent(UserEntry user, String server) {
        return switch (user.proof()) {
            case UserEntry.Plugin _ -> Texts.of("Consent.andSendWhatTheProgramReturns", server);
            case UserEntry.TokenFile _ -> Texts.of("Consent.andSendTheToken", server);
            default -> Texts.of("Consent.andConnectTo", server);
        };
    }

    /** Who gets the token, and how it is known that it is they. */
    private static void whereTo(KubeconfigContext context, ConsentFacts facts) {
        ClusterEntry cluster = context.cluster();
        String server = cluster.server().toString();
        if (context.reachesOut()) {
            String quoted = QuotedText.of(server);
            facts.add(
                    "send",
                    server,
                    sent(context.identity(), quoted),
                    Texts.of("Consent.andSendWhatItReturnsTo", quoted));
        } else {
            facts.add("at", server, Texts.of("Consent.at", QuotedText.of(server)));
        }
        cluster.proxy()
                .map(ProxyAddress::words)
                .ifPresent(
                        proxy -> facts.detail("proxy", proxy, Texts.of("Consent.throughProxy", QuotedText.of(proxy))));
        String name = cluster.tlsServerName();
        if (!name.isEmpty()) {
            facts.detail("server-name", name, Texts.of("Consent.asServerName", QuotedText.of(name)));
        }
        if (cluster.insecure()) {
            facts.detail("insecure", "", Texts.of("Consent.withoutVerifying"));
        } else if (cluster.authority().isEmpty()) {
            facts.detail("authorities", "", Texts.of("Consent.knownByComputer"));
        } else if (cluster.authority().get() instanceof Pem.Inline inline) {
            String hash = PluginProgram.hash(inline.text());
            facts.detail("authority", hash, Texts.of("Consent.knownByKubeconfig", hash));
        }
    }
}
