// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;

/**
 * What the devices of some requests have in common, or must not.
 *
 * @param requests names of requests, or of one of their choices as request/choice; empty: all of the claim
 * @param attribute with its domain; empty: a rule that is not known here
 * @param distinct each has another value (distinctAttribute, KEP-5075); else all have the same
 */
public record DeviceConstraint(List<String> requests, String attribute, boolean distinct) {
    public DeviceConstraint {
        requests = List.copyOf(requests);
    }
}
