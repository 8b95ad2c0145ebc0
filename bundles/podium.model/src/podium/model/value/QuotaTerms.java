// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;

/**
 * What a quota of a namespace counts of a pod beside its requests (kubernetes pkg/quota/v1/evaluator/core/pods.go). It
 * decides only over pods that are still to be made, so it is whole in templates and may lack the rest in pods.
 *
 * @param limits effective limits, by the rule of the requests
 * @param priorityClass name of its class; empty: it names none
 * @param deadline has activeDeadlineSeconds
 * @param unset cores and memory that not every container asks for or limits, as a quota names them: requests.cpu,
 *     limits.memory ...
 */
public record QuotaTerms(Resources limits, String priorityClass, boolean deadline, List<String> unset) {
    /** Of a pod that limits nothing. */
    public static final QuotaTerms NONE = new QuotaTerms(Resources.none(), "", false, List.of());

    private static final String DEADLINE = "deadline";

    public QuotaTerms {
        unset = List.copyOf(unset);
    }

    /** As text; empty for {@link #NONE}. */
    String text() {
        return equals(NONE)
                ? ""
                : Parts.join(List.of(limits.text(), priorityClass, deadline ? DEADLINE : "", Parts.join(unset)));
    }

    /** Reads what {@link #text()} wrote. */
    static QuotaTerms parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        List<String> parts = Parts.split(text, 4);
        return new QuotaTerms(
                Resources.parse(parts.get(0)), parts.get(1), DEADLINE.equals(parts.get(2)), Parts.split(parts.get(3)));
    }
}
