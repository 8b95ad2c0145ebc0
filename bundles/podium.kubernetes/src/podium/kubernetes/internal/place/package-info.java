// SPDX-License-Identifier: Apache-2.0
/**
 * Compiles "this job there" into writes, one adapter for each kind of owner. No adapter binds a pod or writes nodeName: both skip
 * the scheduler's rules.
 */
@NonNullByDefault
package podium.kubernetes.internal.place;

import org.eclipse.jdt.annotation.NonNullByDefault;
