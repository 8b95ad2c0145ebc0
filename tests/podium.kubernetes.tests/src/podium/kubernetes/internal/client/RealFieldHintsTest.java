// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import podium.kubernetes.testkit.ContractServer;

/** Fields of a real kube-apiserver. */
class RealFieldHintsTest extends FieldHintsContract {
    RealFieldHintsTest() {
        super(ContractServer::real);
    }
}
