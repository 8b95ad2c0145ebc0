// SPDX-License-Identifier: Apache-2.0
/** The one find of the window: what is typed in the toolbar is marked and selected in all parts. */
@NonNullByDefault
package podium.ui.find;

import org.eclipse.jdt.annotation.NonNullByDefault;
