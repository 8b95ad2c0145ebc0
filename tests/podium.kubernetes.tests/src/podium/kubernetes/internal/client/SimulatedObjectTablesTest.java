// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import podium.kubernetes.testkit.ContractServer;

/** Tables of the simulator. */
class SimulatedObjectTablesTest extends ObjectTablesContract {
    SimulatedObjectTablesTest() {
        super(ContractServer::simulated);
    }
}
