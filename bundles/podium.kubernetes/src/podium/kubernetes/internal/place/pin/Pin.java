// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

/**
 * Where to: an entry of nodeSelector.
 *
 * @param key label key
 * @param value the node's own value of it, which may differ from its name
 * @param node name of the node; empty when the pin is a domain
 */
public record Pin(String key, String value, String node) {
    public static final String HOSTNAME = "kubernetes.io/hostname";

    /** The target as the operator knows it. */
    public String words() {
        return node.isEmpty() ? key + "=" + value : node;
    }
}
