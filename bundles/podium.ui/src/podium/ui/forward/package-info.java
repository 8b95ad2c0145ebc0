// SPDX-License-Identifier: Apache-2.0
/** Forwarded ports, as they are shown. */
@NonNullByDefault
package podium.ui.forward;

import org.eclipse.jdt.annotation.NonNullByDefault;
