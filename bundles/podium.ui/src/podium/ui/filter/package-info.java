// SPDX-License-Identifier: Apache-2.0
/** Filter as you type. */
@NonNullByDefault
package podium.ui.filter;

import org.eclipse.jdt.annotation.NonNullByDefault;
