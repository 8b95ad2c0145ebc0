// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

/** Hears of changes of the fleet, once for each applied slice, in the realm. */
public interface FleetListener {
    /** The model has changed; it is as it is after all of the slice. To be quick here keeps the window quick. */
    void changed(FleetDelta delta);

    /** True for one that keeps something derived from the fleet which others ask for: it hears before them. */
    default boolean early() {
        return false;
    }
}
