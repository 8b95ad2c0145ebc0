// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.IncrementalResult;
import podium.placement.IncrementalVerdicts;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.topology.texts.Texts;

/** What places of another cluster answer to a job that is dragged there: it would be stopped where it is and submitted there. */
final class OtherCluster {
    private static final String MOVED = Texts.of("OtherCluster.itIsMovedStopped");

    /** A place about which nothing more is known: the cluster itself, in which its scheduler decides. */
    private static final Verdict ANYWHERE = new Verdict(Fit.FITS, List.of(), 0, 0);

    private static final String KEPT = Texts.of("OtherCluster.itIsInASnapshot");

    private static final String THERE = Texts.of("OtherCluster.itRunsThereAlready");

    private OtherCluster() {}

    /** Whether it is in a snapshot, where nothing can be placed. */
    static boolean isKept(Subject subject) {
        return subject.cluster().filter(Snapshots::is).isPresent();
    }

    /** The verdict of a place of its own cluster. */
    static Verdict here(Subject subject, Verdict verdict) {
        return isKept(subject) ? new Verdict(Fit.REFUSED, List.of(KEPT), 0, 0) : verdict;
    }

    /** The same of a place in which all of it may run already. */
    static Verdict here(Subject subject, Target target, Verdict verdict) {
        return subject.runsWithin(target)
                ? new Verdict(Fit.DOES_NOT_FIT, List.of(THERE), 0, 0)
                : here(subject, verdict);
    }

    /** All that keeps it out of a cluster, whatever is free there; empty: it may be moved. */
    static List<String> bound(Subject subject, Cluster there) {
        List<String> why = new ArrayList<>();
        if (isKept(subject)) {
            why.add(KEPT);
        }
        if (subject.supposed().isPresent()) {
            why.add(Texts.of("OtherCluster.isInAnotherCluster"));
        } else if (!subject.wholeJob()) {
            why.add(Texts.of("OtherCluster.isInAnotherClusterOnly"));
        }
        if (subject.supposed().isEmpty() && subject.job().getTasks().stream().anyMatch(Holdings::holds)) {
            why.add(Texts.of("OtherCluster.isInAnotherClusterA"));
        }
        if (JobTraits.isPod(subject.job())) {
            why.add(Texts.of("OtherCluster.aPodCannotBeMoved"));
        }
        if (there.getConnection() != ConnectionState.LIVE) {
            why.add(
                    Snapshots.is(there)
                            ? Texts.of("OtherCluster.isInASnapshot")
                            : Texts.of(
                                    "OtherCluster.itsClusterIsNot",
                                    StateLabels.of(there).word()));
        }
        return why;
    }

    /** The verdict of the cluster itself. */
    static Verdict judged(Subject subject, Cluster there, List<String> barred) {
        return moved(ANYWHERE, bound(subject, there), barred);
    }

    /**
     * The verdict of a place, as of a job that is created there.
     *
     * @param barred what has to be done before it can be moved there
     */
    static IncrementalResult<Verdict> judging(
            PlacementService placement, Subject subject, Cluster there, Target target, List<String> barred) {
        List<String> bound = bound(subject, there);
        return placement.judging(created(subject, there), target).map(verdict -> moved(verdict, bound, barred));
    }

    /** The verdicts of all its nodes, those {@code first} that are in view. */
    static IncrementalVerdicts judging(PlacementService placement, Subject subject, Cluster there, List<Node> first) {
        return placement.judging(created(subject, there), first).each(verdict -> moved(verdict, List.of(), List.of()));
    }

    private static Subject created(Subject subject, Cluster there) {
        return new Subject(subject.job(), List.of(), Optional.of(there));
    }

    /** All at once of what keeps it out: who mends one thing need not be told of the next. */
    private static Verdict moved(Verdict verdict, List<String> bound, List<String> barred) {
        boolean takes = bound.isEmpty() && verdict.fit().takes();
        List<Reason> reasons = new ArrayList<>();
        (takes ? List.of(MOVED) : bound).forEach(words -> reasons.add(Reason.of(words)));
        if (!takes && !verdict.fit().takes()) {
            reasons.addAll(verdict.why());
        }
        barred.forEach(words -> reasons.add(Reason.of(words)));
        if (takes) {
            reasons.addAll(verdict.why());
        }
        Fit fit = !bound.isEmpty() ? Fit.DOES_NOT_FIT : verdict.fit() == Fit.FITS ? Fit.FITS_IF : verdict.fit();
        int tasks = bound.isEmpty() ? verdict.tasksThatFit() : 0;
        return takes ? verdict.saying(fit, reasons, verdict.evicts()) : new Verdict(fit, tasks, 0, reasons, List.of());
    }
}
