// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import podium.simulator.Simulator;

/** Streams of the simulated fleet itself. */
class SimulatedStreamsJourneyTest extends StreamsJourney {
    @Override
    Path cluster(Simulator fleet, Path directory, List<ObjectNode> pods) throws IOException {
        Path kubeconfig = directory.resolve("kubeconfig");
        fleet.writeKubeconfig(kubeconfig);
        return kubeconfig;
    }
}
