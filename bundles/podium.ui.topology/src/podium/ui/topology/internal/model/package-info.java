// SPDX-License-Identifier: Apache-2.0
/** What the canvas shows now: scene, states, view, readings, highlights, and who hears of a change. In the realm. */
@NonNullByDefault
package podium.ui.topology.internal.model;

import org.eclipse.jdt.annotation.NonNullByDefault;
