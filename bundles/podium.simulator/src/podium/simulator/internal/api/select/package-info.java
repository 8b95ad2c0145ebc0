// SPDX-License-Identifier: Apache-2.0
/** Label and field selectors. */
@NonNullByDefault
package podium.simulator.internal.api.select;

import org.eclipse.jdt.annotation.NonNullByDefault;
