// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.core.cluster.KubeconfigException;

/**
 * A kubeconfig file. Reading it touches this one file. A context that names something broken costs itself only: the file
 * still opens, and the context says what is wrong when it is resolved.
 */
public final class Kubeconfig {
    private final Path path;
    private final LocatedMapping contexts;
    private final LocatedMapping clusters;
    private final LocatedMapping users;
    private final String current;

    private Kubeconfig(Path path, LocatedMapping root) throws KubeconfigException {
        this.path = path;
        this.contexts = root.named("contexts", "context");
        this.clusters = root.named("clusters", "cluster");
        this.users = root.named("users", "user");
        this.current = root.text("current-context");
    }

    /**
     * Reads the file.
     *
     * @throws KubeconfigException when it is not a kubeconfig or names no context; the message names file, place and cure
     */
    public static Kubeconfig read(Path path) throws KubeconfigException {
        LocatedMapping root = KubeconfigFile.read(path);
        Kubeconfig config = new Kubeconfig(path, root);
        if (config.contexts.names().isEmpty()) {
            throw root.wrong("contexts", "names no context", "Use a file with at least one entry under contexts.");
        }
        return config;
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
        LocatedMapping context =
                contexts.entry(name, "contexts", "Choose one of: " + String.join(", ", contexts()) + ".");
        String clusterName = context.text("cluster");
        if (clusterName.isEmpty()) {
            throw context.wrong("cluster", "is missing", "Name one of the entries under clusters.");
        }
        LocatedMapping cluster = clusters.entry(
                clusterName, "clusters", "Add a cluster of that name or correct contexts/" + name + "/cluster.");
        ClusterEntry at = ClusterEntries.read(clusterName, cluster);
        return new KubeconfigContext(name, context.text("namespace"), at, identity(context, at));
    }

    /**
     * Over TLS somebody must be named: kubectl asks at the terminal for a user name where a file names nobody. Over plain
     * http it sends no credentials and asks for none (client-go, tools/clientcmd/client_config.go: ClientConfig).
     */
    private UserEntry identity(LocatedMapping context, ClusterEntry cluster) throws KubeconfigException {
        boolean secret = cluster.encrypted();
        String name = context.text("user");
        if (!secret && !users.names().contains(name)) {
            return UserEntries.read(name, LocatedMapping.empty(path, "users"));
        }
        if (name.isEmpty()) {
            throw context.wrong("user", "is missing", "Name one of the entries under users.");
        }
        LocatedMapping user =
                users.entry(name, "users", "Add a user of that name or correct the user of the context in this file.");
        UserEntry identity = UserEntries.read(name, user);
        if (secret && !identity.named()) {
            throw KubeconfigFile.problem(
                    path,
                    "users/" + name + " has no credentials",
                    "Give it a token, a client certificate or an exec plugin; kubectl would ask for a user name.");
        }
        return secret ? identity : identity.withheld();
    }

    /** Folder that relative paths are relative to. */
    static Path folder(Path kubeconfig) {
        Path parent = kubeconfig.toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    /** Entries with neither name nor body are dropped; used by tests to see what was understood. */
    Map<String, List<String>> names() {
        return Map.of("contexts", contexts.names(), "clusters", clusters.names(), "users", users.names());
    }
}
