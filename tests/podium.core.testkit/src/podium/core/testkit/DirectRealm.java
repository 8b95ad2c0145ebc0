// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import podium.core.fleet.FleetRealm;

/** A realm that is the calling thread: work is done at once. */
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
