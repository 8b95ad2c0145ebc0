// SPDX-License-Identifier: Apache-2.0
package podium.operation.placement;

import java.util.Optional;

/**
 * What was judged when something was planned to go to a place, to be held against the fleet as long as its plan is looked at and once
 * more when it is confirmed: a server takes a write that pins a pod to a node which was cordoned meanwhile, and the pod waits there. In
 * the realm.
 */
@FunctionalInterface
public interface PlacementOutlook {
    /** Of a plan that places nothing. */
    PlacementOutlook NOTHING = Optional::empty;

    /** Why it would not find its place any more though it would have when it was planned, in words; empty: it would. */
    Optional<String> lost();

    /** Whether it is lost for good, because what was to be placed left the fleet: to plan it again would not help. */
    default boolean isGone() {
        return false;
    }
}
