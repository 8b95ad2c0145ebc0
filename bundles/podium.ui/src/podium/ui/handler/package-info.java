// SPDX-License-Identifier: Apache-2.0
/** Handlers of the commands of menus and keys. */
@NonNullByDefault
package podium.ui.handler;

import org.eclipse.jdt.annotation.NonNullByDefault;
