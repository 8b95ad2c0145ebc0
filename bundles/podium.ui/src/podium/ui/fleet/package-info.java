// SPDX-License-Identifier: Apache-2.0
/** The Fleet tree: its lines, columns and filter. No widgets. */
@NonNullByDefault
package podium.ui.fleet;

import org.eclipse.jdt.annotation.NonNullByDefault;
