// SPDX-License-Identifier: Apache-2.0
/**
 * Shells in containers. The emulator, its text and the canvas are those of Eclipse TM Terminal; what is added is what it takes from a
 * workbench (keys, colours) and what it lacks: the alternate screen of programs that use all of it.
 */
@NonNullByDefault
package podium.ui.terminal;

import org.eclipse.jdt.annotation.NonNullByDefault;
