// SPDX-License-Identifier: Apache-2.0
/** Ending the console while operations run. */
@NonNullByDefault
package podium.ui.close;

import org.eclipse.jdt.annotation.NonNullByDefault;
