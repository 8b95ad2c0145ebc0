// SPDX-License-Identifier: Apache-2.0
/** What colours and marks mean: chosen metric, rules, legend. No display needed. */
@NonNullByDefault
package podium.ui.topology.internal.colour;

import org.eclipse.jdt.annotation.NonNullByDefault;
