// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.math.BigDecimal;

/**
 * A device that a claim has.
 *
 * @param request the request it was given for, or request/choice
 * @param admin with admin access: others may have it
 * @param share names the part of a shared device; empty: the whole device
 * @param consumed what this part takes of its capacity
 */
public record AllocatedDevice(
        String request, DeviceId id, boolean admin, String share, NamedValues<BigDecimal> consumed) {
    /** A whole device. */
    public AllocatedDevice(String request, DeviceId id) {
        this(request, id, false, "", NamedValues.none());
    }
}
