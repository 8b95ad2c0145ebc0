// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import podium.kubernetes.internal.config.ProxyEnvironment;
import podium.kubernetes.internal.config.UsualKubeconfigs;
import podium.kubernetes.internal.credential.LoginPath;

/**
 * What the environment of the operator says of clusters.
 *
 * @param lists which kubeconfigs hold
 * @param proxies what servers are reached through
 * @param login where credential plugins are looked for
 */
record OperatorEnvironment(ContextLists lists, ProxyEnvironment proxies, LoginPath login) {
    /** Of this process. */
    static OperatorEnvironment ofProcess() {
        UsualKubeconfigs usual = UsualKubeconfigs.ofProcess();
        return new OperatorEnvironment(
                new ContextLists(usual), new ProxyEnvironment(usual.environment()), LoginPath.ofProcess());
    }
}
