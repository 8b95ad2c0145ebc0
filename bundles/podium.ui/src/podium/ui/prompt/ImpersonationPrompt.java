// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import podium.core.cluster.ImpersonatedUser;
import podium.operation.access.RoleBindings;

/**
 * As whom the requests to a cluster are to be made.
 *
 * @param now as whom they are; empty: as the kubeconfig says
 * @param last those that were chosen before, the newest first
 * @param bindings whom the role bindings of the cluster name; blocks
 * @param agreed asks over the dialog about what ends; false: it stays as it is
 */
public record ImpersonationPrompt(
        String cluster,
        Optional<ImpersonatedUser> now,
        List<ImpersonatedUser> last,
        Callable<RoleBindings> bindings,
        Predicate<Optional<ImpersonatedUser>> agreed) {
    public ImpersonationPrompt {
        last = List.copyOf(last);
    }
}
