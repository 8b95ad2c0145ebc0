// SPDX-License-Identifier: Apache-2.0
/** What is selected, shared by all parts. */
@NonNullByDefault
package podium.ui.selection;

import org.eclipse.jdt.annotation.NonNullByDefault;
