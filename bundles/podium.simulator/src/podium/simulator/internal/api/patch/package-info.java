// SPDX-License-Identifier: Apache-2.0
/** The patch types, and who manages which field. */
@NonNullByDefault
package podium.simulator.internal.api.patch;

import org.eclipse.jdt.annotation.NonNullByDefault;
