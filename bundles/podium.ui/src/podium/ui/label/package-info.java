// SPDX-License-Identifier: Apache-2.0
/** Words, icons and counts for the things of the fleet: labels are made here and nowhere else. */
@NonNullByDefault
package podium.ui.label;

import org.eclipse.jdt.annotation.NonNullByDefault;
