// SPDX-License-Identifier: Apache-2.0
/**
 * Which node takes a pod: the rules of kube-scheduler's default plugins, one class each, on nodes and pods read once.
 * Nothing here writes to the cluster. Loop only.
 */
@NonNullByDefault
package podium.simulator.internal.scheduling;

import org.eclipse.jdt.annotation.NonNullByDefault;
