// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.texts.Texts;
import podium.model.value.Condition;

/**
 * Where MultiKueue has a job run, as its Workload tells it: status.clusterName and status.nominatedClusterNames (kueue 0.13,
 * apis/kueue/v1beta1/workload_types.go), before that only the message of its admission check
 * (pkg/controller/admissionchecks/multikueue/workload.go).
 */
final class MultiKueue {
    private static final Pattern RESERVED = Pattern.compile("The workload got reservation on \"([^\"]+)\"");

    private MultiKueue() {}

    /**
     * The worker cluster in which its quota is reserved; empty: in none yet. Both are still written there when it has lost its quota in
     * this cluster, and nothing is left of it in the other (reconcileGroup).
     */
    static String cluster(JsonTree workload) {
        JsonTree status = workload.at("status");
        Optional<Condition> quota =
                NodeDecoder.conditions(status.at("conditions")).get("QuotaReserved");
        if (quota.filter(one -> !"True".equals(one.status())).isPresent()) {
            return "";
        }
        String named = status.text("clusterName");
        for (JsonTree check : status.at("admissionChecks").elements()) {
            Matcher reserved = RESERVED.matcher(check.text("message"));
            if (named.isEmpty() && reserved.find() && !"Retry".equals(check.text("state"))) {
                named = reserved.group(1);
            }
        }
        return named;
    }

    /** The worker clusters that may take it; empty: it is offered to none. */
    static Optional<String> offered(JsonTree workload) {
        String names = String.join(
                ", ",
                workload.at("status", "nominatedClusterNames").elements().stream()
                        .map(JsonTree::text)
                        .sorted()
                        .toList());
        return names.isEmpty() ? Optional.empty() : Optional.of(Texts.of("MultiKueue.offeredToByMultikueue", names));
    }
}
