// SPDX-License-Identifier: Apache-2.0
/** The preview of a drain: the fate of each pod, what blocks, what is lost, how long it takes. */
@NonNullByDefault
package podium.ui.dialog.drain;

import org.eclipse.jdt.annotation.NonNullByDefault;
