// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.util.Optional;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;

/**
 * Which containers of each pod are read.
 *
 * @param init also init and ephemeral ones, where none is named
 * @param only the name of the one that is; empty: all
 */
record LogContainers(boolean init, Optional<String> only) {
    boolean shows(Container container) {
        return only.map(container.name()::equals).orElse(init || container.role() == Role.MAIN);
    }
}
