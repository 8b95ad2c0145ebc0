// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.Predicate;
import podium.kubernetes.internal.config.Kubeconfig;
import podium.kubernetes.internal.transport.JdkTransport;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.simulator.store.ResourceTypes;

/** The simulated fleet, a transport to it, and in it a container of a pod that runs. */
final class SimulatedContainer implements AutoCloseable {
    final Simulator simulator;
    final JdkTransport transport;
    final ObjectNode pod;

    /** In the first rank of a job. */
    SimulatedContainer(Path folder) throws Exception {
        this(folder, SimulatorOptions.defaults(), it -> it.at(
                        "/metadata/annotations/batch.kubernetes.io~1job-completion-index")
                .asText()
                .equals("0"));
    }

    /** In the first pod that is wanted. */
    SimulatedContainer(Path folder, SimulatorOptions options, Predicate<ObjectNode> wanted) throws Exception {
        simulator = Simulator.start(options);
        Path file = folder.resolve("config");
        simulator.writeKubeconfig(file);
        Kubeconfig config = Kubeconfig.read(file);
        transport = JdkTransport.open(config.context(config.contexts().getFirst()));
        pod = simulator.store().list(ResourceTypes.POD, "").stream()
                .filter(it -> it.at("/status/phase").asText().equals("Running"))
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    String namespace() {
        return pod.at("/metadata/namespace").asText();
    }

    String name() {
        return pod.at("/metadata/name").asText();
    }

    String container() {
        return pod.at("/spec/containers/0/name").asText();
    }

    @Override
    public void close() {
        transport.close();
        simulator.close();
    }
}
