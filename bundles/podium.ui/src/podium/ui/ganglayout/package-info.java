// SPDX-License-Identifier: Apache-2.0
/** The gang that is being laid out rank by rank, shared by all parts. */
@NonNullByDefault
package podium.ui.ganglayout;

import org.eclipse.jdt.annotation.NonNullByDefault;
