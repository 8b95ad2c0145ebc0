// SPDX-License-Identifier: Apache-2.0
/** Clusters: opening and closing them, and what is wrong with their connections. */
@NonNullByDefault
package podium.ui.cluster;

import org.eclipse.jdt.annotation.NonNullByDefault;
