// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;

/** What a claim asks for. Those made from one template are one object. */
public record ClaimSpec(List<DeviceRequest> requests, List<DeviceConstraint> constraints) {
    public ClaimSpec {
        requests = List.copyOf(requests);
        constraints = List.copyOf(constraints);
    }
}
