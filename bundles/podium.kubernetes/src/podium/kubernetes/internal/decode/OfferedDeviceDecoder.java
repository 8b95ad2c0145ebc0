// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import podium.core.change.SchedulingObject;
import podium.core.dra.Attribute;
import podium.core.dra.Capacity;
import podium.core.dra.CounterAmounts;
import podium.core.dra.NamedValues;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.core.dra.QuantityText;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.QuantityReader;
import podium.model.value.NodeTerm;
import podium.model.value.Taint;

/**
 * resource.k8s.io ResourceSlice, v1beta1 to v1, as what the scheduler goes by: every device with its attributes, capacity,
 * taints and counters. What devices have in common is one object: their names of attributes, and most values. One thread.
 */
final class OfferedDeviceDecoder {
    /** Beyond, values differ from device to device anyway. */
    private static final int SHARED = 1 << 12;

    private final Map<Object, Object> shared = new HashMap<>();

    SchedulingObject.ResourceSlice slice(JsonTree slice) {
        JsonTree spec = slice.at("spec");
        JsonTree pool = spec.at("pool");
        return new SchedulingObject.ResourceSlice(
                slice.at("metadata").text("name"),
                spec.text("driver"),
                pool.text("name"),
                pool.whole("generation"),
                pool.whole("resourceSliceCount"),
                reach(spec),
                spec.at("devices").elements().stream().map(this::device).toList(),
                spec.at("sharedCounters").elements().stream()
                        .map(set -> counters(set, "name"))
                        .toList());
    }

    private NodeReach reach(JsonTree tree) {
        return share(new NodeReach(
                tree.text("nodeName"),
                tree.flag("allNodes"),
                terms(tree.at("nodeSelector")),
                tree.flag("perDeviceNodeSelection")));
    }

    /** The terms of a node selector. */
    static List<NodeTerm> terms(JsonTree selector) {
        return selector.at("nodeSelectorTerms").elements().stream()
                .map(Affinities::nodeTerm)
                .toList();
    }

    private OfferedDevice device(JsonTree entry) {
        JsonTree device = entry.at("basic").exists() ? entry.at("basic") : entry;
        return new OfferedDevice(
                entry.text("name"),
                values(device.at("attributes"), OfferedDeviceDecoder::attribute),
                values(device.at("capacity"), OfferedDeviceDecoder::capacity),
                device.at("taints").elements().stream()
                        .map(OfferedDeviceDecoder::taint)
                        .toList(),
                device.at("consumesCounters").elements().stream()
                        .map(use -> counters(use, "counterSet"))
                        .toList(),
                reach(device),
                device.flag("allowMultipleAllocations"),
                device.flag("bindsToNode"),
                device.at("bindingConditions").texts());
    }

    private CounterAmounts counters(JsonTree set, String name) {
        return share(new CounterAmounts(
                set.text(name), values(set.at("counters"), counter -> quantity(counter.at("value")))));
    }

    static Taint taint(JsonTree taint) {
        return new Taint(taint.text("key"), taint.text("value"), taint.text("effect"));
    }

    private static Attribute attribute(JsonTree value) {
        if (value.at("string").exists()) {
            return new Attribute.Text(value.text("string"));
        }
        if (value.at("int").exists()) {
            return new Attribute.Whole(whole(value.text("int")));
        }
        if (value.at("bool").exists()) {
            return new Attribute.Bool(value.flag("bool"));
        }
        return value.at("version").exists() ? new Attribute.Version(value.text("version")) : new Attribute.Other();
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return QuantityReader.clamp(text);
        }
    }

    private static Capacity capacity(JsonTree capacity) {
        boolean plain = !capacity.text().isEmpty();
        JsonTree policy = capacity.at("requestPolicy");
        return new Capacity(
                quantity(plain ? capacity : capacity.at("value")),
                policy.isObject() ? Optional.of(policy(policy)) : Optional.empty());
    }

    private static Capacity.Policy policy(JsonTree policy) {
        JsonTree range = policy.at("validRange");
        return new Capacity.Policy(
                amount(policy.at("default")),
                policy.at("validValues").elements().stream()
                        .map(OfferedDeviceDecoder::quantity)
                        .toList(),
                range.isObject()
                        ? Optional.of(new Capacity.Range(
                                amount(range.at("min")), amount(range.at("max")), amount(range.at("step"))))
                        : Optional.empty());
    }

    private static Optional<BigDecimal> amount(JsonTree quantity) {
        return QuantityText.parse(quantity.text());
    }

    /** What is no quantity is none: nothing can be asked of it. */
    static BigDecimal quantity(JsonTree quantity) {
        return amount(quantity).orElse(BigDecimal.ZERO);
    }

    private <V> NamedValues<V> values(JsonTree object, Function<JsonTree, V> read) {
        Map<String, V> map = new TreeMap<>();
        object.fields((name, value) -> map.put(name, share(read.apply(value))));
        NamedValues<V> values = NamedValues.of(map);
        return share(values.sharing(share(values.names())));
    }

    /** The one object equal to a value. */
    @SuppressWarnings("unchecked")
    private <T> T share(T value) {
        Object known = shared.get(value);
        if (known != null) {
            return (T) known;
        }
        if (shared.size() < SHARED) {
            shared.put(value, value);
        }
        return value;
    }
}
