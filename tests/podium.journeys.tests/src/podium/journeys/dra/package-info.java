// SPDX-License-Identifier: Apache-2.0
/** Devices and claims as API servers serve them, read and judged. */
@NonNullByDefault
package podium.journeys.dra;

import org.eclipse.jdt.annotation.NonNullByDefault;
