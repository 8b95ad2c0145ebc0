// SPDX-License-Identifier: Apache-2.0
/** Benchmarks of the topology. They print figures and ratios and never fail a test run. */
@NonNullByDefault
package podium.ui.topology.internal.bench;

import org.eclipse.jdt.annotation.NonNullByDefault;
