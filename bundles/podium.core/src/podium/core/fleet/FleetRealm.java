// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

/** The one thread in which the fleet model is touched: the UI thread in the console, one thread when headless. */
public interface FleetRealm {
    /** Runs the work in the realm, later; any thread. */
    void execute(Runnable work);

    /** True when the calling thread is the realm. */
    boolean isCurrent();
}
