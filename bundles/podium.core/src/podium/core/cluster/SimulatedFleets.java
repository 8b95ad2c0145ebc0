// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Starts simulated fleets, which are then opened like any other cluster. */
public interface SimulatedFleets {
    /** Names of the scenarios that can be started. */
    List<String> scenarios();

    /** The same, each with what it is; reads files. */
    List<SimulatedScenario> described();

    /**
     * Starts a fleet in this process, or returns the one already started of that name. Blocks for about a second.
     *
     * @throws IllegalArgumentException for an unknown scenario; the message lists the known ones
     * @throws IOException when it cannot listen on loopback or write its kubeconfig
     */
    default ClusterTarget start(String scenario) throws IOException {
        return start(scenario, how -> {});
    }

    /**
     * The same, and tells how far it is: a large fleet takes a minute.
     *
     * @param progress told in a few words now and then, on the thread that calls
     */
    ClusterTarget start(String scenario, Consumer<String> progress) throws IOException;
}
