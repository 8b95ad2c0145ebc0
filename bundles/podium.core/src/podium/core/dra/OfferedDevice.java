// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;
import podium.model.value.Taint;

/**
 * A device as its driver publishes it (Device of a ResourceSlice).
 *
 * @param attributes by name; one without a domain is of the driver's
 * @param capacity by name, likewise
 * @param counters what it takes of the pool's shared counters
 * @param reach from where, when each device of the slice says so itself
 * @param shared several claims may have it at once (allowMultipleAllocations, KEP-5075)
 * @param binds the claim is bound to the node that was chosen (bindsToNode)
 * @param awaited conditions its driver sets before the pod is bound (bindingConditions, KEP-5007)
 */
public record OfferedDevice(
        String name,
        NamedValues<Attribute> attributes,
        NamedValues<Capacity> capacity,
        List<Taint> taints,
        List<CounterAmounts> counters,
        NodeReach reach,
        boolean shared,
        boolean binds,
        List<String> awaited) {
    public OfferedDevice {
        taints = List.copyOf(taints);
        counters = List.copyOf(counters);
        awaited = List.copyOf(awaited);
    }
}
