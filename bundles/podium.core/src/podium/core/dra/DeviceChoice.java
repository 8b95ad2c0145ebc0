// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.math.BigDecimal;
import java.util.List;
import podium.model.value.Toleration;

/**
 * One way to meet a request (ExactDeviceRequest, DeviceSubRequest).
 *
 * @param name empty where the request has no alternatives
 * @param deviceClass name of the DeviceClass
 * @param selectors CEL expressions, all of which must hold beside those of the class
 * @param all every device that matches, instead of a count
 * @param count devices that are asked for, at least 1; without meaning where all are
 * @param admin without regard to who has them (adminAccess, KEP-5018)
 * @param tolerations of taints of devices
 * @param capacity what it asks of devices that can be shared
 */
public record DeviceChoice(
        String name,
        String deviceClass,
        List<String> selectors,
        boolean all,
        long count,
        boolean admin,
        List<Toleration> tolerations,
        NamedValues<BigDecimal> capacity) {
    public DeviceChoice {
        selectors = List.copyOf(selectors);
        tolerations = List.copyOf(tolerations);
    }

    /** So many devices of a class. */
    public static DeviceChoice of(String deviceClass, long count) {
        return new DeviceChoice("", deviceClass, List.of(), false, count, false, List.of(), NamedValues.none());
    }
}
