// SPDX-License-Identifier: Apache-2.0
/**
 * The fleet model in its one realm and who hears of its changes, what is known beside it, and what it says of accelerators: how many
 * there are, who holds them, how many are wanted.
 */
@NonNullByDefault
package podium.core.fleet;

import org.eclipse.jdt.annotation.NonNullByDefault;
