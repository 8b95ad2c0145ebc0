// SPDX-License-Identifier: Apache-2.0
/** What the topology shows: boxes, cells and what is known of them. No display needed. */
@NonNullByDefault
package podium.ui.topology.internal.scene;

import org.eclipse.jdt.annotation.NonNullByDefault;
