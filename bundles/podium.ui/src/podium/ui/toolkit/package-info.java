// SPDX-License-Identifier: Apache-2.0
/** Small things every part uses: repainting, colours, formats, background work. */
@NonNullByDefault
package podium.ui.toolkit;

import org.eclipse.jdt.annotation.NonNullByDefault;
