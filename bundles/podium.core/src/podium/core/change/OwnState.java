// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import podium.model.fleet.JobState;

/**
 * The state of a workload that its object tells itself, because no pods do: what it makes are jobs of their own.
 *
 * @param state unless it is suspended
 * @param words what an operator has to know of it, suspended or not
 */
public record OwnState(JobState state, String words) {}
