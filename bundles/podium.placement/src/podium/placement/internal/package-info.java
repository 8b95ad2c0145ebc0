// SPDX-License-Identifier: Apache-2.0
/** Verdicts and layouts on a compact index of the fleet. */
@NonNullByDefault
package podium.placement.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
