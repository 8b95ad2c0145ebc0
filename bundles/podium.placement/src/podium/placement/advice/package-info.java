// SPDX-License-Identifier: Apache-2.0
/** What an operator could do: the best places of a job, slots of connected GPUs, and the moves that free one. */
@NonNullByDefault
package podium.placement.advice;

import org.eclipse.jdt.annotation.NonNullByDefault;
