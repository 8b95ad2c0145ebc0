// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import podium.simulator.internal.scheduling.Filters.Reason;

/**
 * Why a pod fits nowhere, in the words an operator knows: {@code 0/32 nodes are available: 3 Insufficient
 * nvidia.com/gpu, ...}. Source: kubernetes, {@code FitError.Error()}.
 */
public final class Verdict {

    private final int nodes;
    private final Map<String, Integer> counts = new TreeMap<>();
    private int helpless;

    public Verdict(int nodes) {
        this.nodes = nodes;
    }

    public void add(List<Reason> reasons) {
        reasons.forEach(reason -> counts.merge(reason.text(), 1, Integer::sum));
        if (reasons.stream().anyMatch(reason -> !reason.preemptable())) {
            helpless++;
        }
    }

    /** The same against several nodes. */
    public void add(Reason reason, int count) {
        if (count > 0) {
            counts.merge(reason.text(), count, Integer::sum);
            helpless += reason.preemptable() ? 0 : count;
        }
    }

    /** Nodes on which pushing others out could help. */
    public int preemptable() {
        return nodes - helpless;
    }

    /** The message, with what preemption had to say. */
    public String message() {
        return available(counts) + " preemption: " + available(preemption());
    }

    /** The message of a pod that may push nobody out. */
    public String messageWithoutPreemption() {
        return available(counts) + " preemption: not eligible due to preemptionPolicy=Never.";
    }

    private Map<String, Integer> preemption() {
        Map<String, Integer> reasons = new TreeMap<>();
        if (helpless > 0) {
            reasons.put("Preemption is not helpful for scheduling", helpless);
        }
        if (preemptable() > 0) {
            reasons.put("No preemption victims found for incoming pod", preemptable());
        }
        return reasons;
    }

    private String available(Map<String, Integer> reasons) {
        if (nodes == 0) {
            return "no nodes available to schedule pods";
        }
        String joined = reasons.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        return "0/" + nodes + " nodes are available: " + joined + ".";
    }
}
