// SPDX-License-Identifier: Apache-2.0
/** Finds how a device is served and plans the taint that keeps work off it (KEP-5055). */
@NonNullByDefault
package podium.operation.internal.device;

import org.eclipse.jdt.annotation.NonNullByDefault;
