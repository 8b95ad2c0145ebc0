// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import podium.core.cluster.ImpersonatedUser;
import podium.operation.access.RoleBindings;

/**
 * As whom the requests to a cluster are to be made.
 *
 * @param now as whom they are; empty: as the kubeconfig says
 * @param last those that were chosen before, the newest first
 * @param bindings whom the role bindings of the cluster name; blocks
 */
public record ImpersonationPrompt(
        String cluster, Optional<ImpersonatedUser> now, List<ImpersonatedUser> last, Callable<RoleBindings> bindings) {
    public ImpersonationPrompt {
        last = List.copyOf(last);
    }
}
