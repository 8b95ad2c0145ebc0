// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A toleration of a pod.
 *
 * @param key empty with operator Exists: every taint
 * @param operator Equal or Exists
 * @param effect empty: every effect
 */
public record Toleration(String key, String operator, String value, String effect) {
    /** True when this tolerates the taint (k8s.io/component-helpers ToleratesTaint). */
    public boolean tolerates(Taint taint) {
        if (!effect.isEmpty() && !effect.equals(taint.effect())) {
            return false;
        }
        if (!key.isEmpty() && !key.equals(taint.key())) {
            return false;
        }
        return "Exists".equals(operator) || (!key.isEmpty() && value.equals(taint.value()));
    }
}
