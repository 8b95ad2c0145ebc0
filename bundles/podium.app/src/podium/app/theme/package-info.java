// SPDX-License-Identifier: Apache-2.0
/** The light and the dark theme, beyond what style sheets reach. */
@NonNullByDefault
package podium.app.theme;

import org.eclipse.jdt.annotation.NonNullByDefault;
