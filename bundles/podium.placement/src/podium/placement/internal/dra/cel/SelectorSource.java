// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.util.Optional;
import podium.core.fleet.SchedulingObjects;

/** Where selectors come from. In the realm, or on one other thread. */
public interface SelectorSource {
    /**
     * The selector of a CEL expression.
     *
     * @param facts whose devices it will be asked of
     * @return empty: it is still being read
     */
    Optional<DeviceSelector> selector(String expression, SchedulingObjects facts);

    /** Grows when something that was still being read has been. */
    default long version() {
        return 0;
    }
}
