// SPDX-License-Identifier: Apache-2.0
/** Short ways to read and build JSON trees. */
@NonNullByDefault
package podium.simulator.internal.json;

import org.eclipse.jdt.annotation.NonNullByDefault;
