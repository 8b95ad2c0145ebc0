// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import podium.simulator.internal.scheduling.ObjectKey;

/** Brings one object from what is to what should be; called again whenever something about it changed. */
@FunctionalInterface
public interface Reconciler {
    void reconcile(ObjectKey key);
}
