// SPDX-License-Identifier: Apache-2.0
/** Who asks and what they may. */
@NonNullByDefault
package podium.simulator.internal.api.auth;

import org.eclipse.jdt.annotation.NonNullByDefault;
