// SPDX-License-Identifier: Apache-2.0
/** Fleets, fakes and a small application to look at, for the tests of the topology. */
@NonNullByDefault
package podium.ui.topology.internal.testing;

import org.eclipse.jdt.annotation.NonNullByDefault;
