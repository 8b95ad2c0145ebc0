// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.rule.PodPreemption;
import podium.placement.internal.rule.PreemptionCandidate;

/** Where kube-scheduler evicts others for a pod that finds no room. In the realm. */
public final class PreemptionCandidates {
    /** So many candidates kube-scheduler compares at least (DefaultPreemptionArgs, minCandidateNodesAbsolute). */
    private static final int COMPARED = 100;

    private PreemptionCandidates() {}

    /** The node it takes, with whom it evicts there; empty: evicting helps nowhere, or there is room. */
    public static Optional<PreemptionCandidate> best(SubjectVerdicts verdicts, ClusterIndex index) {
        PodPreemption preemption = new PodPreemption(verdicts.probe, index);
        List<PreemptionCandidate> found = new ArrayList<>();
        for (int row = 0; row < index.rows(); row++) {
            Node node = index.node(row);
            if (node != null && !node.isUnschedulable()) {
                Verdict verdict = verdicts.at(row);
                if (verdict.fit() == Fit.FITS) {
                    return Optional.empty();
                } else if (verdict.fit() == Fit.EVICTS && !verdict.isHeld()) {
                    preemption.candidate(row, node).ifPresent(found::add);
                }
            }
        }
        Optional<PreemptionCandidate> best = found.stream().min(PreemptionCandidate.BEST_FIRST);
        return found.size() > COMPARED ? best.map(PreemptionCandidate::ofMany) : best;
    }
}
