// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A node taint.
 *
 * @param effect NoSchedule, PreferNoSchedule or NoExecute
 */
public record Taint(String key, String value, String effect) {
    /** What {@code kubectl cordon} leads to (well-known taint, node lifecycle controller). */
    public static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
}
