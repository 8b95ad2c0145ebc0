// SPDX-License-Identifier: Apache-2.0
/** A plan before it is sent: its net diff, its check, a second person, a second writer, a name to be typed. */
@NonNullByDefault
package podium.ui.dialog.plan;

import org.eclipse.jdt.annotation.NonNullByDefault;
