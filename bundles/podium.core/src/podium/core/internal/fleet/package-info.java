// SPDX-License-Identifier: Apache-2.0
/** Applies changes to the fleet model in its realm. */
@NonNullByDefault
package podium.core.internal.fleet;

import org.eclipse.jdt.annotation.NonNullByDefault;
