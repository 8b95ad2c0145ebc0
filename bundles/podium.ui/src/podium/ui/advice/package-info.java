// SPDX-License-Identifier: Apache-2.0
/** Advice on screen: what would be if, slots and the moves that free one, why a job waits and what would cure it. */
@NonNullByDefault
package podium.ui.advice;

import org.eclipse.jdt.annotation.NonNullByDefault;
