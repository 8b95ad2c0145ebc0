// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import podium.core.fleet.FleetRealm;

/** A realm that is always the thread that asks. */
public final class DirectRealm implements FleetRealm {
    @Override
    public void execute(Runnable work) {
        work.run();
    }

    @Override
    public boolean isCurrent() {
        return true;
    }
}
