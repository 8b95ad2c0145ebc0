// SPDX-License-Identifier: Apache-2.0
/** What the containers of the simulated fleet write, and how a kubelet hands it out. */
@NonNullByDefault
package podium.simulator.internal.api.log;

import org.eclipse.jdt.annotation.NonNullByDefault;
