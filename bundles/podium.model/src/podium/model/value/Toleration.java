// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

/**
 * A toleration of a pod.
 *
 * @param key empty with operator Exists: every taint
 * @param operator Equal, Exists, or Gt and Lt: the taint's value is a whole number above or below this one (KEP-5471)
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
        return switch (operator) {
            case "Exists" -> true;
            case "Gt" -> compare(taint) > 0;
            case "Lt" -> compare(taint) < 0;
            default -> !key.isEmpty() && value.equals(taint.value());
        };
    }

    private int compare(Taint taint) {
        try {
            return Long.compare(Long.parseLong(taint.value()), Long.parseLong(value));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
