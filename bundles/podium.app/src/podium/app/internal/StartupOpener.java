// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
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

    public StartupOpener(ClusterConnector connector, Connections connections, SimulatedFleets simulated) {
        this.connector = connector;
        this.connections = connections;
        this.simulated = simulated;
    }

    /** Whether a simulated fleet is among what is opened. */
    public boolean simulates(Arguments arguments) {
        return arguments.fleet().isPresent() || arguments.kubeconfig().isEmpty();
    }

    /** What it is that opens, in a word or two. */
    static String name(Arguments arguments) {
        return arguments
                .fleet()
                .or(arguments::context)
                .or(() -> arguments.kubeconfig().map(file -> String.valueOf(file.getFileName())))
                .orElse(DEFAULT_SCENARIO);
    }

    /**
     * @throws KubeconfigException when the kubeconfig or its context cannot be used
     * @throws IOException when the simulated fleet cannot start
     * @throws IllegalArgumentException for an unknown scenario
     */
    public void open(Arguments arguments) throws KubeconfigException, IOException {
        if (arguments.kubeconfig().isPresent()) {
            connections.open(
                    target(arguments.kubeconfig().get(), arguments.context().orElse("")));
        }
        if (simulates(arguments)) {
            connections.open(simulated.start(arguments.fleet().orElse(DEFAULT_SCENARIO)));
        }
    }

    private ClusterTarget target(Path kubeconfig, String context) throws KubeconfigException {
        List<ClusterTarget> targets = connector.contexts(kubeconfig);
        if (context.isEmpty()) {
            return targets.getFirst();
        }
        return targets.stream()
                .filter(target -> target.context().equals(context))
                .findFirst()
                .orElseThrow(() -> new KubeconfigException(kubeconfig + " has no context " + context + ". It has: "
                        + String.join(
                                ", ",
                                targets.stream().map(ClusterTarget::context).toList())));
    }
}
