// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.io.IOException;
import java.util.List;

/** Starts simulated fleets, which are then opened like any other cluster. */
public interface SimulatedFleets {
    /** Names of the scenarios that can be started. */
    List<String> scenarios();

    /**
     * Starts a fleet in this process, or returns the one already started of that name. Blocks for about a second.
     *
     * @throws IllegalArgumentException for an unknown scenario; the message lists the known ones
     * @throws IOException when it cannot listen on loopback or write its kubeconfig
     */
    ClusterTarget start(String scenario) throws IOException;
}
