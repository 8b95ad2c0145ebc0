// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Keys whose values are taken from the pod that asks, to be added to a selector (matchLabelKeys and mismatchLabelKeys:
 * KEP-3633, KEP-3243). The API server adds them when a pod is made; in a template they stand beside the selector.
 *
 * @param match the other pod has the same value
 * @param mismatch the other pod has another value, or none
 */
public record LabelKeys(List<String> match, List<String> mismatch) {
    public static final LabelKeys NONE = new LabelKeys(List.of(), List.of());

    public LabelKeys {
        match = List.copyOf(match);
        mismatch = List.copyOf(mismatch);
    }

    /** The selector as it is for a pod with these labels; a key it does not have adds nothing. */
    public LabelSelector in(LabelSelector selector, Labels own) {
        if (match.isEmpty() && mismatch.isEmpty()) {
            return selector;
        }
        List<Requirement> all = new ArrayList<>(selector.expressions());
        add(match, "In", own, all);
        add(mismatch, "NotIn", own, all);
        return new LabelSelector(selector.matchLabels(), all);
    }

    private static void add(List<String> keys, String operator, Labels own, List<Requirement> all) {
        for (String key : keys) {
            own.get(key).ifPresent(value -> all.add(new Requirement(key, operator, List.of(value))));
        }
    }
}
