// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import podium.simulator.internal.scheduling.Key;

/** Brings one object from what is to what should be; called again whenever something about it changed. */
@FunctionalInterface
interface Reconciler {
    void reconcile(Key key);
}
