// SPDX-License-Identifier: Apache-2.0
/** Ending the console while operations run. */
@NonNullByDefault
package podium.ui.shutdown;

import org.eclipse.jdt.annotation.NonNullByDefault;
