// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import podium.kubernetes.testkit.ContractServer;

/** Tables of a real kube-apiserver. */
class RealObjectTablesTest extends ObjectTablesContract {
    RealObjectTablesTest() {
        super(ContractServer::real);
    }
}
