// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.SimulatedFleets;
import podium.core.cluster.SimulatedScenario;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;

/**
 * Runs simulated fleets in this process. The console speaks to them over HTTPS on loopback with a kubeconfig in a private
 * temporary folder (mode 0700), as it would to any cluster; token and folder go with the process, and where it was killed,
 * when the next one starts a fleet.
 */
@Component
public final class InProcessSimulators implements SimulatedFleets {
    private final Map<String, Running> running = new LinkedHashMap<>();

    private record Running(Simulator simulator, ClusterTarget target, SimulatorFolder folder) {}

    @Override
    public List<String> scenarios() {
        return Simulator.scenarios();
    }

    @Override
    public List<SimulatedScenario> described() {
        return Simulator.summaries().stream()
                .map(it -> new SimulatedScenario(it.name(), it.nodes(), it.accelerators(), it.about()))
                .toList();
    }

    @Override
    public synchronized ClusterTarget start(String scenario, Consumer<String> progress) throws IOException {
        Running known = running.get(scenario);
        if (known != null) {
            return known.target();
        }
        Simulator simulator = Simulator.start(SimulatorOptions.defaults().withScenario(scenario), progress);
        SimulatorFolder folder = SimulatorFolder.create();
        folder.sweep();
        Path kubeconfig = folder.kubeconfig();
        simulator.writeKubeconfig(kubeconfig);
        String context = simulator.contextName();
        ClusterTarget target = new ClusterTarget(ClusterId.ofSimulated(context), kubeconfig, context, true);
        running.put(scenario, new Running(simulator, target, folder));
        return target;
    }

    /** Ends all simulated fleets. */
    @Deactivate
    public synchronized void stop() throws IOException {
        for (Running fleet : running.values()) {
            fleet.simulator().close();
            fleet.folder().close();
        }
        running.clear();
    }
}
