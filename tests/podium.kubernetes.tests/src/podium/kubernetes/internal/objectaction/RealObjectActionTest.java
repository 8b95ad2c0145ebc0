// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import podium.kubernetes.testkit.ContractServer;

/** Acts on objects of a real kube-apiserver. */
class RealObjectActionTest extends ObjectActionContract {
    RealObjectActionTest() {
        super(ContractServer::real);
    }
}
