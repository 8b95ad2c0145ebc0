// SPDX-License-Identifier: Apache-2.0
/**
 * Which nodes take a pod: the rules of kube-scheduler's default plugins, one class each, in the order that {@code FilterPlugins} has.
 * Loop only.
 */
@NonNullByDefault
package podium.simulator.internal.scheduling.filter;

import org.eclipse.jdt.annotation.NonNullByDefault;
