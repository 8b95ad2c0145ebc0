// SPDX-License-Identifier: Apache-2.0
/** The bar above the parts and the line below them. */
@NonNullByDefault
package podium.ui.trim;

import org.eclipse.jdt.annotation.NonNullByDefault;
