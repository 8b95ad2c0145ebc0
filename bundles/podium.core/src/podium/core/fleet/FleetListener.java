// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

/** Hears of changes of the fleet, once for each applied slice, in the realm. */
public interface FleetListener {
    void changed(FleetDelta delta);
}
