// SPDX-License-Identifier: Apache-2.0
/** What an operator does on the canvas: pointer, keys, drag and drop, menu, find. UI thread. */
@NonNullByDefault
package podium.ui.topology.internal.interaction;

import org.eclipse.jdt.annotation.NonNullByDefault;
