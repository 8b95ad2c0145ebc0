// SPDX-License-Identifier: Apache-2.0
/** What can be done with a selection, and doing it: one answer for menus, toolbar, keys and drag. */
@NonNullByDefault
package podium.ui.action;

import org.eclipse.jdt.annotation.NonNullByDefault;
