// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import podium.core.change.SchedulingObject.ResourceClaim;

/** Who uses a claim, in a word for the operator as the cluster has it. */
public interface ClaimNames {
    String of(ResourceClaim claim);
}
