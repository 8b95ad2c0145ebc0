// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.texts.Texts;

/**
 * A kubeconfig file, or several merged as kubectl merges them. Reading it touches these files only. A context that names
 * something broken costs itself only: the file still opens, and the context says what is wrong when it is resolved.
 */
public final class Kubeconfig {
    private final Path first;
    private final NamedEntries contexts = new NamedEntries("contexts", "context");
    private final NamedEntries clusters = new NamedEntries("clusters", "cluster");
    private final NamedEntries users = new NamedEntries("users", "user");
    private final String current;

    private Kubeconfig(Path first, List<LocatedMapping> roots) throws KubeconfigException {
        this.first = first;
        String named = "";
        for (LocatedMapping root : roots) {
            contexts.add(root);
            clusters.add(root);
            users.add(root);
            named = named.isEmpty() ? root.text("current-context") : named;
        }
        this.current = named;
    }

    /**
     * Reads the file.
     *
     * @throws KubeconfigException when it is not a kubeconfig or names no context; the message names file, place and cure
     */
    public static Kubeconfig read(Path path) throws KubeconfigException {
        LocatedMapping root = KubeconfigFile.read(path);
        Kubeconfig config = new Kubeconfig(path, List.of(root));
        if (config.contexts.names().isEmpty()) {
            throw root.wrong(
                    "contexts",
                    it -> Texts.of("Kubeconfig.namesNoContext", it),
                    Texts.of("Kubeconfig.useAFileWithAtLeastOneEntry"));
        }
        return config;
    }

    /**
     * Merges files as kubectl merges those of KUBECONFIG (client-go, tools/clientcmd/loader.go: ClientConfigLoadingRules.Load):
     * of two entries of one name that of the first file holds, as does the first current-context; files that are missing are
     * passed over, and one that is empty holds nothing; relative paths are relative to the file they stand in. A file that
     * cannot be read spoils all of them, as there.
     *
     * @throws KubeconfigException when one of them is not a kubeconfig
     */
    public static Kubeconfig merge(List<Path> files) throws KubeconfigException {
        List<LocatedMapping> roots = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                roots.add(KubeconfigFile.readOrEmpty(file));
            }
        }
        return new Kubeconfig(files.isEmpty() ? Path.of("kubeconfig") : files.getFirst(), roots);
    }

    /** Of what would stand in a file of that name. */
    static Kubeconfig of(Path path, Map<?, ?> content) throws KubeconfigException {
        return new Kubeconfig(path, List.of(new LocatedMapping(path, "", content)));
    }

    /** The names of its contexts, the current one first. */
    public List<String> contexts() {
        List<String> names = new ArrayList<>(contexts.names());
        if (names.remove(current)) {
            names.addFirst(current);
        }
        return List.copyOf(names);
    }

    /** current-context; empty when the file names none. */
    public String current() {
        return current;
    }

    /**
     * A context with its cluster and user.
     *
     * @throws KubeconfigException when a part is missing or broken
     */
    public KubeconfigContext context(String name) throws KubeconfigException {
        LocatedMapping context = entry(name);
        String clusterName = context.text("cluster");
        if (clusterName.isEmpty()) {
            throw context.wrong(
                    "cluster", it -> Texts.of("Kubeconfig.isMissing", it), Texts.of("Kubeconfig.nameOneOfTheClusters"));
        }
        LocatedMapping cluster =
                clusters.get(clusterName, context.file(), Texts.of("Kubeconfig.addAClusterOfThatName", name));
        ClusterEntry at = ClusterEntries.read(clusterName, cluster);
        return new KubeconfigContext(name, context.text("namespace"), at, identity(context, at));
    }

    /** The file that a context stands in. */
    public Path file(String context) throws KubeconfigException {
        return entry(context).file();
    }

    /**
     * That cluster or user of a context are not those of its own file but of one before it that has them by the same name, in
     * sentences; empty: they are, or the file has none.
     */
    public String passedOver(String context) throws KubeconfigException {
        LocatedMapping entry = entry(context);
        return Stream.of(
                        clusters.elsewhere(entry.text("cluster"), entry.file()),
                        users.elsewhere(entry.text("user"), entry.file()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** The names of cluster and user, as a context has them; empty where it names none. */
    public ContextNames names(String context) throws KubeconfigException {
        LocatedMapping entry = entry(context);
        return new ContextNames(entry.text("cluster"), entry.text("user"), entry.text("namespace"));
    }

    private LocatedMapping entry(String context) throws KubeconfigException {
        return contexts.get(context, first, Texts.of("Kubeconfig.chooseOneOf", String.join(", ", contexts())));
    }

    /**
     * Over TLS somebody must be named: kubectl asks at the terminal for a user name where a file names nobody. Over plain
     * http it sends no credentials and asks for none (client-go, tools/clientcmd/client_config.go: ClientConfig).
     */
    private UserEntry identity(LocatedMapping context, ClusterEntry cluster) throws KubeconfigException {
        boolean secret = cluster.encrypted();
        String name = context.text("user");
        if (!secret && !users.has(name)) {
            return UserEntries.read(name, LocatedMapping.empty(context.file(), "users"));
        }
        if (name.isEmpty()) {
            throw context.wrong(
                    "user", it -> Texts.of("Kubeconfig.isMissing", it), Texts.of("Kubeconfig.nameOneOfTheUsers"));
        }
        LocatedMapping user = users.get(name, context.file(), Texts.of("Kubeconfig.addAUserOfThatName"));
        UserEntry identity = UserEntries.read(name, user);
        if (secret && !identity.named()) {
            throw KubeconfigFile.problem(
                    user.file(),
                    Texts.of("Kubeconfig.usersHasNoCredentials", name),
                    Texts.of("Kubeconfig.giveItAToken"));
        }
        return secret ? identity : identity.withheld();
    }

    /** Folder that relative paths are relative to. */
    static Path folder(Path kubeconfig) {
        Path parent = kubeconfig.toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }
}
