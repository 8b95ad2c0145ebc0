// SPDX-License-Identifier: Apache-2.0
/** What is selected, shared by all parts. */
@NonNullByDefault
package podium.ui.select;

import org.eclipse.jdt.annotation.NonNullByDefault;
