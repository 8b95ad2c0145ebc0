// SPDX-License-Identifier: Apache-2.0
/** One row of numbers for each node, kept up with the fleet: what is free, what runs there, what keeps pods away. */
@NonNullByDefault
package podium.placement.internal.index;

import org.eclipse.jdt.annotation.NonNullByDefault;
