// SPDX-License-Identifier: Apache-2.0
/** The keys that do something in the console: those of one letter, and those that the canvas understands. */
@NonNullByDefault
package podium.ui.keybinding;

import org.eclipse.jdt.annotation.NonNullByDefault;
