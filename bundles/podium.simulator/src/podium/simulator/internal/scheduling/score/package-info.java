// SPDX-License-Identifier: Apache-2.0
/** Which of the nodes that take a pod is the best for it, as kube-scheduler's default plugins count. Loop only. */
@NonNullByDefault
package podium.simulator.internal.scheduling.score;

import org.eclipse.jdt.annotation.NonNullByDefault;
