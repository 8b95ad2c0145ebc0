// SPDX-License-Identifier: Apache-2.0
/** The fleet model in its one realm, and who hears of its changes. */
@NonNullByDefault
package podium.core.fleet;

import org.eclipse.jdt.annotation.NonNullByDefault;
