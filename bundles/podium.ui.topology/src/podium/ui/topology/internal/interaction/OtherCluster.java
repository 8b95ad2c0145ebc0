// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.placement.Fit;
import podium.placement.IncrementalResult;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** What places of another cluster answer to a job that is dragged there: it would be stopped where it is and submitted there. */
final class OtherCluster {
    private static final String MOVED = "it is moved: stopped in its cluster, then submitted there, as two operations";

    /** Of the cluster itself, in which its scheduler decides. */
    static final Verdict AS_IT_IS = new Verdict(Fit.FITS_IF, List.of(MOVED), 0, 0);

    private OtherCluster() {}

    /** Why it stays in its cluster; empty: it may be moved. */
    static Optional<Verdict> bound(Subject subject) {
        String why = subject.supposed().isPresent()
                ? "is in another cluster than the one it is submitted to"
                : !subject.wholeJob()
                        ? "is in another cluster: only a whole job can be moved there"
                        : subject.job().getTasks().stream().anyMatch(Holdings::holds)
                                ? "is in another cluster: a job that runs is suspended before it is moved there"
                                : "";
        return why.isEmpty() ? Optional.empty() : Optional.of(new Verdict(Fit.DOES_NOT_FIT, List.of(why), 0, 0));
    }

    /** The verdict of a place, as of a job that is created there. */
    static IncrementalResult<Verdict> judging(
            PlacementService placement, Subject subject, Cluster there, Target target) {
        return placement
                .judging(new Subject(subject.job(), List.of(), Optional.of(there)), target)
                .map(OtherCluster::moved);
    }

    private static Verdict moved(Verdict verdict) {
        if (!verdict.fit().takes()) {
            return verdict;
        }
        List<String> reasons = new ArrayList<>(List.of(MOVED));
        reasons.addAll(verdict.reasons());
        Fit fit = verdict.fit() == Fit.FITS ? Fit.FITS_IF : verdict.fit();
        return new Verdict(fit, reasons, verdict.tasksThatFit(), verdict.score(), verdict.evicts());
    }
}
