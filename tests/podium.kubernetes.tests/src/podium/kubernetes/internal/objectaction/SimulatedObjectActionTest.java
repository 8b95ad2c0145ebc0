// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import podium.kubernetes.testkit.ContractServer;

/** Acts on objects of the simulator. */
class SimulatedObjectActionTest extends ObjectActionContract {
    SimulatedObjectActionTest() {
        super(ContractServer::simulated);
    }
}
