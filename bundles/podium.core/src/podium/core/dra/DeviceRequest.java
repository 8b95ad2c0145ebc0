// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;

/**
 * What a claim asks for at one place.
 *
 * @param choices in order of preference (firstAvailable, KEP-4816), or the only one; none: of a kind not known here
 */
public record DeviceRequest(String name, List<DeviceChoice> choices) {
    public DeviceRequest {
        choices = List.copyOf(choices);
    }
}
