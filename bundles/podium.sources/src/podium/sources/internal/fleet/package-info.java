// SPDX-License-Identifier: Apache-2.0
/** What the sources of metrics ask the fleet model: which device is where, which pods run on a node, who holds what. */
@NonNullByDefault
package podium.sources.internal.fleet;

import org.eclipse.jdt.annotation.NonNullByDefault;
