// SPDX-License-Identifier: Apache-2.0
/** The topology: scene, layout, level of detail, canvas. */
@NonNullByDefault
package podium.ui.topology;

import org.eclipse.jdt.annotation.NonNullByDefault;
