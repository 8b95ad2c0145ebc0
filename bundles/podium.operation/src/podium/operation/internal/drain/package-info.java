// SPDX-License-Identifier: Apache-2.0
/** Foresees what a drain does: fates as kubectl decides them, budgets counted over all pods, ways out for the evicted. */
@NonNullByDefault
package podium.operation.internal.drain;

import org.eclipse.jdt.annotation.NonNullByDefault;
