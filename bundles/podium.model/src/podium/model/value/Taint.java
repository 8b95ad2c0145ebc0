// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A taint of a node or of a device.
 *
 * @param effect NoSchedule or NoExecute; of nodes also PreferNoSchedule, of devices also None
 */
public record Taint(String key, String value, String effect) {
    /** What {@code kubectl cordon} leads to (well-known taint, node lifecycle controller). */
    public static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";

    /** As kubectl takes it: key=value:effect. */
    public String words() {
        return key + (value.isEmpty() ? "" : "=" + value) + ":" + effect;
    }
}
