// SPDX-License-Identifier: Apache-2.0
/** The simulated cluster's API server as a whole. */
@NonNullByDefault
package podium.simulator.internal.server;

import org.eclipse.jdt.annotation.NonNullByDefault;
