// SPDX-License-Identifier: Apache-2.0
/** How accelerators were used over time: curves of a selection, and a heat map of time by device. */
@NonNullByDefault
package podium.ui.utilization;

import org.eclipse.jdt.annotation.NonNullByDefault;
