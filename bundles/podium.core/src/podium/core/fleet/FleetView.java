// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import podium.model.fleet.Fleet;

/** A fleet model as those see it who only read it: the one that follows the clusters, or a copy of it. In the realm. */
public interface FleetView {
    /** The model itself, live: what is read of it holds until the realm does something else. */
    Fleet fleet();

    /** Registers a listener; close the result to end it. */
    AutoCloseable listen(FleetListener listener);
}
