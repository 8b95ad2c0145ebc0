// SPDX-License-Identifier: Apache-2.0
/** What needs attention in a cluster, a rack or a node: collected from what the console knows, worst first. No widgets. */
@NonNullByDefault
package podium.ui.attention;

import org.eclipse.jdt.annotation.NonNullByDefault;
