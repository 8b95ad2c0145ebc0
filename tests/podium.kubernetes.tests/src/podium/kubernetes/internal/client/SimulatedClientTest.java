// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import podium.kubernetes.testkit.ContractServer;

/** fabric8's client on the simulator. */
class SimulatedClientTest extends ClientContract {
    SimulatedClientTest() {
        super(ContractServer::simulated);
    }
}
