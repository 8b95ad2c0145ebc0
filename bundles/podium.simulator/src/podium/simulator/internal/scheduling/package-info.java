// SPDX-License-Identifier: Apache-2.0
/**
 * Pods, nodes and volumes as kube-scheduler sees them, read once from their objects. The rules on them are in {@code filter}, the
 * choice among the nodes that fit in {@code score}. Nothing here writes to the cluster. Loop only.
 */
@NonNullByDefault
package podium.simulator.internal.scheduling;

import org.eclipse.jdt.annotation.NonNullByDefault;
