// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.Attribute;
import podium.core.dra.DeviceId;
import podium.core.dra.OfferedDevice;
import podium.model.value.Taint;
import podium.model.value.Toleration;

/**
 * A device of a pool as one node sees it.
 *
 * @param taints its driver's and those of rules
 * @param reachable from the node; one that is not can still use up counters
 */
public record NodeDevice(DeviceId id, OfferedDevice device, List<Taint> taints, boolean reachable) {
    public NodeDevice {
        taints = List.copyOf(taints);
    }

    /** The first taint that keeps a request off it; null: none does. Effects that are not known keep nobody off. */
    @Nullable
    Taint keepsOff(List<Toleration> tolerations) {
        for (Taint taint : taints) {
            boolean hard = taint.effect().equals("NoSchedule") || taint.effect().equals("NoExecute");
            if (hard && tolerations.stream().noneMatch(toleration -> tolerates(toleration, taint))) {
                return taint;
            }
        }
        return null;
    }

    /** ToleratesTaint of dynamic-resource-allocation/resourceclaim; other than for nodes, no key is any key. */
    private static boolean tolerates(Toleration toleration, Taint taint) {
        return (toleration.effect().isEmpty() || toleration.effect().equals(taint.effect()))
                && (toleration.key().isEmpty() || toleration.key().equals(taint.key()))
                && switch (toleration.operator()) {
                    case "", "Equal" -> toleration.value().equals(taint.value());
                    case "Exists" -> true;
                    default -> false;
                };
    }

    /** An attribute by its full name; one that the driver gave without a domain is of the driver's. */
    @Nullable
    Attribute attribute(String name) {
        @Nullable Attribute full = device.attributes().get(name);
        int slash = name.indexOf('/');
        return full == null && slash >= 0 && name.substring(0, slash).equals(id.driver())
                ? device.attributes().get(name.substring(slash + 1))
                : full;
    }

    /** Nothing of it but whether somebody has it depends on what else is allocated. */
    boolean plain() {
        return !device.shared() && device.counters().isEmpty();
    }
}
