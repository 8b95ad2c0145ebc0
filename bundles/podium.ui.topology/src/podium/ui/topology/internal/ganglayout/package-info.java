// SPDX-License-Identifier: Apache-2.0
/** The board: a gang laid out rank by rank on the canvas, with what is not placed yet below it. UI thread. */
@NonNullByDefault
package podium.ui.topology.internal.ganglayout;

import org.eclipse.jdt.annotation.NonNullByDefault;
