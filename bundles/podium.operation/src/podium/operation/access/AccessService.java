// SPDX-License-Identifier: Apache-2.0
package podium.operation.access;

import java.util.Collection;
import java.util.Optional;
import podium.core.api.Permission;
import podium.core.change.ClusterId;
import podium.core.cluster.ImpersonatedUser;
import podium.operation.texts.Texts;

/**
 * What the operator may do, answered at once from what the server said within the last minute. What is not known yet is asked
 * for in the background. An offer is greyed by it; whether a write is sent is decided by the review of the plan. Any thread.
 */
public interface AccessService {
    /** The server's answer; empty: it is not known yet, or cannot be asked. */
    Optional<Boolean> allowed(ClusterId cluster, Permission permission);

    /** As whom the requests are made; empty: as the operator, or it is not known. */
    Optional<ImpersonatedUser> actsAs(ClusterId cluster);

    /** Called on any thread when an answer has come or changed. */
    AutoCloseable listen(Runnable listener);

    /** The first of these that the server refuses, in words; empty: none that is known of. All of them are asked for. */
    default Optional<String> missing(ClusterId cluster, Collection<Permission> permissions) {
        Optional<String> missing = Optional.empty();
        for (Permission permission : permissions) {
            boolean refused = allowed(cluster, permission).equals(Optional.of(false));
            if (refused && missing.isEmpty()) {
                missing = actsAs(cluster)
                        .map(other -> Texts.of("AccessService.mayNot", other.user(), permission.words()))
                        .or(() -> Optional.of(Texts.of("AccessService.youMayNot", permission.words())));
            }
        }
        return missing;
    }
}
