// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import podium.core.api.Permission;
import podium.core.change.ClusterId;
import podium.core.cluster.ImpersonatedUser;
import podium.operation.access.AccessService;

/** Of rights only what is refused is known: everything else is offered. */
public final class UnknownAccess implements AccessService {
    /** Resources that must not be created. */
    public final Set<String> notCreated = new HashSet<>();

    /** Permissions that are refused, in words. */
    public final Set<String> refused = new HashSet<>();

    @Override
    public Optional<Boolean> allowed(ClusterId cluster, Permission permission) {
        return refused.contains(permission.words())
                        || permission.verb().equals("create") && notCreated.contains(permission.resource())
                ? Optional.of(false)
                : Optional.empty();
    }

    @Override
    public Optional<ImpersonatedUser> actsAs(ClusterId cluster) {
        return Optional.empty();
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return () -> {};
    }
}
