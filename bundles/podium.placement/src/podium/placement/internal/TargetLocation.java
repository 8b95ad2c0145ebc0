// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.placement.Target;

/** Tells whether a target is in a cluster. */
final class TargetLocation {
    private TargetLocation() {}

    /** True when it is not of this cluster. */
    static boolean elsewhere(Target target, Cluster cluster) {
        return switch (target) {
            case Target.OnNode on -> on.node().getCluster() != cluster;
            case Target.OnDomain on -> {
                Domain top = on.domain();
                while (top.getParent() != null) {
                    top = top.getParent();
                }
                yield top.getCluster() != cluster;
            }
        };
    }
}
