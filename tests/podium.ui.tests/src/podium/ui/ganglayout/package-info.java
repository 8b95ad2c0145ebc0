// SPDX-License-Identifier: Apache-2.0
/** Tests of the session of the board. */
@NonNullByDefault
package podium.ui.ganglayout;

import org.eclipse.jdt.annotation.NonNullByDefault;
