// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;

/**
 * A context of a kubeconfig to open.
 *
 * @param id by which it is known in this process
 * @param kubeconfig the file that the context stands in
 * @param merged the files that its cluster and user are looked for in, in this order; empty: in the kubeconfig alone
 * @param context its name in the kubeconfig
 * @param simulated whether it is a simulated fleet of this process
 * @param actAs as whom, over what the kubeconfig says; empty: as it says
 */
public record ClusterTarget(
        ClusterId id,
        Path kubeconfig,
        List<Path> merged,
        String context,
        boolean simulated,
        Optional<ImpersonatedUser> actAs) {
    public ClusterTarget {
        merged = List.copyOf(merged);
    }

    /** Of one kubeconfig, as it says. */
    public ClusterTarget(ClusterId id, Path kubeconfig, String context, boolean simulated) {
        this(id, kubeconfig, List.of(), context, simulated, Optional.empty());
    }

    /** The same cluster, shown as something else. */
    public ClusterTarget named(String name) {
        return new ClusterTarget(id.named(name), kubeconfig, merged, context, simulated, actAs);
    }

    /** The same cluster as another person; empty: as the kubeconfig says. */
    public ClusterTarget as(Optional<ImpersonatedUser> other) {
        return new ClusterTarget(id, kubeconfig, merged, context, simulated, other);
    }
}
