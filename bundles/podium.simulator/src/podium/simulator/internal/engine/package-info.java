// SPDX-License-Identifier: Apache-2.0
/** Scheduler, controllers and kubelets of the simulated cluster, all run by one loop in virtual time. */
@NonNullByDefault
package podium.simulator.internal.engine;

import org.eclipse.jdt.annotation.NonNullByDefault;
