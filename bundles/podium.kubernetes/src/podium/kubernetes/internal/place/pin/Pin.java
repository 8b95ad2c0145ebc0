// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where to: entries of nodeSelector.
 *
 * @param key label key
 * @param value the node's own value of it, which may differ from its name
 * @param node name of the node; empty when the pin is a domain
 * @param besides labels of the same nodes that have to be named too, for a queue that goes by them
 */
public record Pin(String key, String value, String node, Map<String, String> besides) {
    public static final String HOSTNAME = "kubernetes.io/hostname";

    public Pin {
        besides = Map.copyOf(besides);
    }

    /** One that needs no other label. */
    public Pin(String key, String value, String node) {
        this(key, value, node, Map.of());
    }

    /** The target as the operator knows it. */
    public String words() {
        return node.isEmpty() ? key + "=" + value : node;
    }

    /** All of its entries, by label. */
    public Map<String, String> entries() {
        Map<String, String> entries = new TreeMap<>(besides);
        entries.put(key, value);
        return entries;
    }
}
