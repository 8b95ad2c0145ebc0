// SPDX-License-Identifier: Apache-2.0
/** Where the topology shows it: layout, view, hit testing, walking. No display needed. */
@NonNullByDefault
package podium.ui.topology.internal.layout;

import org.eclipse.jdt.annotation.NonNullByDefault;
