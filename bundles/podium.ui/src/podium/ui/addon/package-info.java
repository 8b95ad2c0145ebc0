// SPDX-License-Identifier: Apache-2.0
/** What is put into the application before the window opens. */
@NonNullByDefault
package podium.ui.addon;

import org.eclipse.jdt.annotation.NonNullByDefault;
