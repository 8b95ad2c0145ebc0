// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.texts.Texts;

/** Reads the user entries of a kubeconfig. */
final class UserEntries {
    private static final String GROUP = "client.authentication.k8s.io/";
    private static final Set<String> VERSIONS = Set.of(GROUP + "v1", GROUP + "v1beta1");
    private static final Set<String> MODES = Set.of("Never", "IfAvailable", "Always");

    private UserEntries() {}

    static UserEntry read(String name, LocatedMapping user) throws KubeconfigException {
        return new UserEntry(name, certificate(user), proof(user), impersonation(user));
    }

    private static Optional<UserEntry.Certificate> certificate(LocatedMapping user) throws KubeconfigException {
        Optional<Pem> chain = ClusterEntries.pem(user, "client-certificate");
        Optional<Pem> key = ClusterEntries.pem(user, "client-key");
        if (chain.isPresent() != key.isPresent()) {
            throw chain.isPresent()
                    ? user.wrong(
                            "client-key",
                            it -> Texts.of("UserEntries.isMissingBesideClient", it),
                            Texts.of("UserEntries.addClientKeyOrClient"))
                    : user.wrong(
                            "client-certificate",
                            it -> Texts.of("UserEntries.isMissingBesideClientKey", it),
                            Texts.of("UserEntries.addClientCertificateOrClient"));
        }
        return chain.flatMap(found -> key.map(secret -> new UserEntry.Certificate(found, secret)));
    }

    /** One way only, as client-go has it (tools/clientcmd/validation.go, transport/round_trippers.go). */
    private static UserEntry.Proof proof(LocatedMapping user) throws KubeconfigException {
        Optional<LocatedMapping> exec = user.child("exec");
        Optional<LocatedMapping> provider = user.child("auth-provider");
        if (provider.isPresent()) {
            String name = provider.get().text("name");
            throw user.wrong(
                    "auth-provider",
                    it -> Texts.of("UserEntries.isAnAuthProvider", it, name),
                    Texts.of("UserEntries.useTheExecPlugin"));
        }
        // wrong is wrong, even beside a token that goes before it
        Optional<ExecPlugin> plugin = exec.isPresent() ? Optional.of(plugin(exec.get())) : Optional.empty();
        boolean token = !user.text("token").isEmpty() || !user.text("tokenFile").isEmpty();
        boolean basic =
                !user.text("username").isEmpty() || !user.text("password").isEmpty();
        if (token && basic) {
            throw user.wrong(
                    user.text("token").isEmpty() ? "tokenFile" : "token",
                    it -> Texts.of("UserEntries.isSetBesideAUser", it),
                    Texts.of("UserEntries.keepTheOneThatIsRight"));
        }
        if (!user.text("tokenFile").isEmpty()) {
            return new UserEntry.TokenFile(user.path("tokenFile"));
        }
        if (token) {
            return new UserEntry.Token(user.text("token"));
        }
        if (basic) {
            return basic(user);
        }
        // a client certificate goes before the plugin, which is then not run (client-go, exec.go:
        // UpdateTransportConfig)
        return plugin.isPresent() && !user.has("client-certificate") && !user.has("client-certificate-data")
                ? new UserEntry.Plugin(plugin.get())
                : new UserEntry.Anonymous();
    }

    private static UserEntry.Basic basic(LocatedMapping user) throws KubeconfigException {
        if (user.text("username").isEmpty()) {
            throw user.wrong(
                    "username",
                    it -> Texts.of("UserEntries.isMissingBesidePassword", it),
                    Texts.of("UserEntries.nameTheUser"));
        }
        return new UserEntry.Basic(user.text("username"), user.text("password"));
    }

    private static ExecPlugin plugin(LocatedMapping exec) throws KubeconfigException {
        String command = exec.text("command");
        if (command.isEmpty()) {
            throw exec.wrong(
                    "command",
                    it -> Texts.of("UserEntries.isMissing", it),
                    Texts.of("UserEntries.nameTheCredentialPlugin"));
        }
        if (command.indexOf(0) >= 0 || exec.texts("args").stream().anyMatch(text -> text.indexOf(0) >= 0)) {
            throw exec.wrong(
                    "command",
                    it -> Texts.of("UserEntries.orArgsHoldANul", it),
                    Texts.of("UserEntries.correctThemNoProgram"));
        }
        String version = exec.text("apiVersion");
        if (!VERSIONS.contains(version)) {
            throw exec.wrong(
                    "apiVersion",
                    it -> version.isEmpty()
                            ? Texts.of("UserEntries.isMissing", it)
                            : Texts.of("UserEntries.isNotKnown", it, version),
                    Texts.of("UserEntries.useVOrV", GROUP));
        }
        String mode = exec.text("interactiveMode");
        if (!mode.isEmpty() && !MODES.contains(mode)) {
            throw exec.wrong(
                    "interactiveMode",
                    it -> Texts.of("UserEntries.isNoMode", it, mode),
                    Texts.of("UserEntries.useNeverIfavailableOrAlways"));
        }
        if (mode.isEmpty() && version.equals(GROUP + "v1")) {
            // client-go, tools/clientcmd/api/v1/defaults.go: only v1beta1 has a default
            throw exec.wrong(
                    "interactiveMode",
                    it -> Texts.of("UserEntries.isMissingWhichKubectl", it),
                    Texts.of("UserEntries.useNeverIfavailableOrAlways"));
        }
        return new ExecPlugin(
                version,
                command,
                exec.texts("args"),
                environment(exec),
                mode.isEmpty() ? "IfAvailable" : mode,
                exec.text("installHint"),
                exec.flag("provideClusterInfo"),
                Kubeconfig.folder(exec.file()));
    }

    private static Map<String, String> environment(LocatedMapping exec) throws KubeconfigException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (LocatedMapping entry : exec.children("env")) {
            String name = entry.text("name");
            if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf(0) >= 0) {
                throw entry.wrong(
                        "name",
                        it -> Texts.of("UserEntries.isNotTheName", it),
                        Texts.of("UserEntries.nameTheVariableToSet"));
            }
            String value = entry.text("value");
            if (value.indexOf(0) >= 0) {
                throw entry.wrong(
                        "value",
                        it -> Texts.of("UserEntries.holdsANulCharacter", it),
                        Texts.of("UserEntries.correctItNoVariable"));
            }
            environment.put(name, value);
        }
        return environment;
    }

    private static Impersonation impersonation(LocatedMapping user) throws KubeconfigException {
        String as = user.text("as");
        Map<String, List<String>> extra = new LinkedHashMap<>();
        Optional<LocatedMapping> given = user.child("as-user-extra");
        if (given.isPresent()) {
            for (String key : given.get().names()) {
                extra.put(key, given.get().texts(key));
            }
        }
        List<String> groups = user.texts("as-groups");
        if (as.isEmpty()) {
            if (!groups.isEmpty() || !user.text("as-uid").isEmpty() || !extra.isEmpty()) {
                throw user.wrong(
                        "as",
                        it -> Texts.of("UserEntries.isMissingBesideAsGroups", it),
                        Texts.of("UserEntries.nameTheUserToAct"));
            }
            return Impersonation.NONE;
        }
        return new Impersonation(as, user.text("as-uid"), groups, extra);
    }
}
