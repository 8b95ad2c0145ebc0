// SPDX-License-Identifier: Apache-2.0
/** The queue of pods without a node, and the default scheduler that binds them. */
@NonNullByDefault
package podium.simulator.internal.scheduler;

import org.eclipse.jdt.annotation.NonNullByDefault;
