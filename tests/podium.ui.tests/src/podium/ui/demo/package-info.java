// SPDX-License-Identifier: Apache-2.0
/** Shows parts and dialogs with a made fleet, to look at them. */
@NonNullByDefault
package podium.ui.demo;

import org.eclipse.jdt.annotation.NonNullByDefault;
