// SPDX-License-Identifier: Apache-2.0
/** What is being dragged, shared by all parts. */
@NonNullByDefault
package podium.ui.drag;

import org.eclipse.jdt.annotation.NonNullByDefault;
