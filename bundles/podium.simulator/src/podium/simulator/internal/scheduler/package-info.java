// SPDX-License-Identifier: Apache-2.0
/** The queue of pods without a node, and the default scheduler: it looks for a node, makes room on one, and binds. */
@NonNullByDefault
package podium.simulator.internal.scheduler;

import org.eclipse.jdt.annotation.NonNullByDefault;
