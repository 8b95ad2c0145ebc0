// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import podium.kubernetes.testkit.ContractServer;

/** Fields of the simulator. */
class SimulatedFieldHintsTest extends FieldHintsContract {
    SimulatedFieldHintsTest() {
        super(ContractServer::simulated);
    }
}
