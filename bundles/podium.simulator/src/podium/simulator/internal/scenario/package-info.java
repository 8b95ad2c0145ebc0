// SPDX-License-Identifier: Apache-2.0
/** Scenario files: which machines a fleet has and which work arrives on it. */
@NonNullByDefault
package podium.simulator.internal.scenario;

import org.eclipse.jdt.annotation.NonNullByDefault;
