// SPDX-License-Identifier: Apache-2.0
/** Virtual time, the one loop that runs all of the simulated cluster, and what every part of it works with. */
@NonNullByDefault
package podium.simulator.internal.loop;

import org.eclipse.jdt.annotation.NonNullByDefault;
