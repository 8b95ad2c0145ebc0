// SPDX-License-Identifier: Apache-2.0
/** What the simulated accelerators measure, computed when asked, and the exporters that print it. */
@NonNullByDefault
package podium.simulator.internal.gpu;

import org.eclipse.jdt.annotation.NonNullByDefault;
