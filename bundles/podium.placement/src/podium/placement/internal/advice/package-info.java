// SPDX-License-Identifier: Apache-2.0
/** Advice worked out from verdicts and from what is free. */
@NonNullByDefault
package podium.placement.internal.advice;

import org.eclipse.jdt.annotation.NonNullByDefault;
