// SPDX-License-Identifier: Apache-2.0
/** Painting the topology on one canvas: cached layer, damage, overlays. UI thread. */
@NonNullByDefault
package podium.ui.topology.internal.paint;

import org.eclipse.jdt.annotation.NonNullByDefault;
