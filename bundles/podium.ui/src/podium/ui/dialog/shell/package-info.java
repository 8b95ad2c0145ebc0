// SPDX-License-Identifier: Apache-2.0
/** The dialogs over the window in front. */
@NonNullByDefault
package podium.ui.dialog.shell;

import org.eclipse.jdt.annotation.NonNullByDefault;
