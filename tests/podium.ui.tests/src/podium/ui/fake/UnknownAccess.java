// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.Optional;
import podium.core.api.Permission;
import podium.core.change.ClusterId;
import podium.operation.access.AccessService;

/** Nothing is known of rights: everything is offered. */
public final class UnknownAccess implements AccessService {
    @Override
    public Optional<Boolean> allowed(ClusterId cluster, Permission permission) {
        return Optional.empty();
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return () -> {};
    }
}
