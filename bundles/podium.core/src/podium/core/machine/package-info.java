// SPDX-License-Identifier: Apache-2.0
/** What a driver tells of a device of this machine beyond its series: facts, slices, neighbours, and how it measures. */
@NonNullByDefault
package podium.core.machine;

import org.eclipse.jdt.annotation.NonNullByDefault;
