// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import podium.kubernetes.testkit.ContractServer;

/** fabric8's client on a real kube-apiserver. */
class RealClientTest extends ClientContract {
    RealClientTest() {
        super(ContractServer::real);
    }
}
