// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.CounterAmounts;
import podium.core.dra.NamedValues;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.core.dra.QuantityText;
import podium.model.value.Taint;

/** A device for tests. */
public final class DeviceBuilder {
    private final String name;
    private final Map<String, Attribute> attributes = new TreeMap<>();
    private final Map<String, Capacity> capacity = new TreeMap<>();
    private final List<Taint> taints = new ArrayList<>();
    private final List<CounterAmounts> counters = new ArrayList<>();
    private NodeReach reach = NodeReach.NOWHERE;
    private boolean shared;
    private List<String> awaited = List.of();

    public DeviceBuilder(String name) {
        this.name = name;
    }

    public DeviceBuilder with(String attribute, Attribute value) {
        attributes.put(attribute, value);
        return this;
    }

    public DeviceBuilder text(String attribute, String value) {
        return with(attribute, new Attribute.Text(value));
    }

    public DeviceBuilder capacity(String of, String quantity) {
        capacity.put(of, Capacity.of(amount(quantity)));
        return this;
    }

    public DeviceBuilder capacity(String of, String quantity, Capacity.Policy policy) {
        capacity.put(of, new Capacity(amount(quantity), Optional.of(policy)));
        return this;
    }

    public DeviceBuilder taint(String key, String value, String effect) {
        taints.add(new Taint(key, value, effect));
        return this;
    }

    public DeviceBuilder counters(String set, String counter, long amount) {
        counters.add(new CounterAmounts(set, NamedValues.of(Map.of(counter, BigDecimal.valueOf(amount)))));
        return this;
    }

    public DeviceBuilder reach(NodeReach from) {
        reach = from;
        return this;
    }

    public DeviceBuilder shared() {
        shared = true;
        return this;
    }

    public DeviceBuilder awaits(String... conditions) {
        awaited = List.of(conditions);
        return this;
    }

    public OfferedDevice build() {
        return new OfferedDevice(
                name,
                NamedValues.of(attributes),
                NamedValues.of(capacity),
                taints,
                counters,
                reach,
                shared,
                false,
                awaited);
    }

    public static BigDecimal amount(String quantity) {
        return QuantityText.parse(quantity).orElseThrow();
    }
}
