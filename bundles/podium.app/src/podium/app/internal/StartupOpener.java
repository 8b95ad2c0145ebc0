// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import podium.app.texts.Texts;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.core.cluster.ContextEntry;
import podium.core.cluster.ContextList;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;
import podium.core.cluster.KubeconfigException;
import podium.core.cluster.SimulatedFleets;
import podium.launcher.Arguments;

/** Opens what the command line asks for: a context of a kubeconfig, a scenario, or the default fleet. Blocks. */
public final class StartupOpener {
    /** What opens when nothing is asked for. */
    public static final String DEFAULT_SCENARIO = "ai-factory";

    private final ClusterConnector connector;
    private final Connections connections;
    private final SimulatedFleets simulated;
    private final KnownClusters known;

    public StartupOpener(
            ClusterConnector connector, Connections connections, SimulatedFleets simulated, KnownClusters known) {
        this.connector = connector;
        this.connections = connections;
        this.simulated = simulated;
        this.known = known;
    }

    /** Whether a simulated fleet may be among what is opened. */
    public boolean simulates(Arguments arguments) {
        return arguments.fleet().isPresent() || asksForNothing(arguments);
    }

    private static boolean asksForNothing(Arguments arguments) {
        return arguments.fleet().isEmpty()
                && arguments.kubeconfig().isEmpty()
                && arguments.context().isEmpty();
    }

    /** What it is that opens, in a word or two. */
    static String name(Arguments arguments) {
        return arguments
                .fleet()
                .or(arguments::context)
                .or(() -> arguments.kubeconfig().map(file -> String.valueOf(file.getFileName())))
                .orElse(Texts.of("StartupOpener.whatWasOpenLast"));
    }

    /**
     * Opens what is asked for; where nothing is, what was open when the console ended, and at the first start the default fleet.
     * Who closed all real clusters before the end finds none open.
     *
     * @throws KubeconfigException when the kubeconfig or its context cannot be used
     * @throws IOException when the simulated fleet cannot start
     * @throws IllegalArgumentException for an unknown scenario
     */
    public void open(Arguments arguments) throws KubeconfigException, IOException {
        open(arguments, how -> {});
    }

    /**
     * The same, and tells how far the making of a simulated fleet is.
     *
     * @param progress called on the thread that calls this
     */
    public void open(Arguments arguments, Consumer<String> progress) throws KubeconfigException, IOException {
        if (asksForNothing(arguments)) {
            restore();
            return;
        }
        if (arguments.kubeconfig().isPresent() || arguments.context().isPresent()) {
            String context = arguments.context().orElse("");
            connections.open(
                    arguments.kubeconfig().isPresent()
                            ? target(arguments.kubeconfig().get(), context)
                            : usual(context));
        }
        if (arguments.fleet().isPresent()) {
            connections.open(simulated.start(arguments.fleet().get(), progress));
        }
    }

    private void restore() throws IOException {
        List<KnownCluster> recent = known.recent();
        boolean realOpen = recent.stream()
                .anyMatch(cluster -> cluster.open() && !cluster.target().simulated());
        // a simulated fleet is unlocked: beside a real cluster it is opened by who asks for it
        List<KnownCluster> open = recent.reversed().stream()
                .filter(KnownCluster::open)
                .filter(cluster -> !cluster.target().simulated()
                        || !realOpen
                                && simulated
                                        .scenarios()
                                        .contains(cluster.target().context()))
                .toList();
        for (KnownCluster cluster : open) {
            restore(cluster.target());
        }
        boolean real = recent.stream().anyMatch(cluster -> !cluster.target().simulated());
        if (open.isEmpty() && !real) {
            connections.open(simulated.start(DEFAULT_SCENARIO));
        }
    }

    private void restore(ClusterTarget target) throws IOException {
        if (target.simulated()) {
            connections.open(simulated.start(target.context()));
            return;
        }
        ClusterTarget now = connector.again(target);
        if (!now.id().equals(target.id())) {
            known.closed(target);
        }
        connections.open(now);
    }

    private ClusterTarget usual(String context) throws KubeconfigException {
        ContextList usual = connector.usual();
        return usual.entries().stream()
                .map(ContextEntry::target)
                .filter(target -> target.context().equals(context))
                .findFirst()
                .orElseThrow(() -> new KubeconfigException(
                        usual.problem().isEmpty()
                                ? Texts.of("StartupOpener.hasNoContext", usual.from(), context)
                                : usual.problem()));
    }

    private ClusterTarget target(Path kubeconfig, String context) throws KubeconfigException {
        List<ClusterTarget> targets = connector.contexts(kubeconfig);
        if (context.isEmpty()) {
            return targets.getFirst();
        }
        return targets.stream()
                .filter(target -> target.context().equals(context))
                .findFirst()
                .orElseThrow(() -> new KubeconfigException(Texts.of(
                        "StartupOpener.hasNoContextIt",
                        kubeconfig,
                        context,
                        String.join(
                                ", ",
                                targets.stream().map(ClusterTarget::context).toList()))));
    }
}
