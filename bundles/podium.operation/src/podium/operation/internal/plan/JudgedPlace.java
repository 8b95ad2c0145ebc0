// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Node;
import podium.operation.placement.OthersStopped;
import podium.operation.placement.PlacementOutlook;
import podium.operation.texts.Texts;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/**
 * One subject that goes to one place as a whole, with the verdict from when it was planned. In the realm.
 *
 * @param first the verdict at that time
 * @param labels those that pins to the place rest on
 * @param cordoned whether the place was a cordoned node at that time
 */
public record JudgedPlace(
        PlacementService placement, Subject subject, Target target, Verdict first, PinLabels labels, boolean cordoned)
        implements PlacementOutlook {
    private static final Set<Reason.Kind> STOPS =
            EnumSet.of(Reason.Kind.STOPPED, Reason.Kind.CREATION, Reason.Kind.LABELS);

    /** Judged now. */
    public static JudgedPlace of(PlacementService placement, Subject subject, Target target) {
        return new JudgedPlace(
                placement,
                subject,
                target,
                placement.verdict(subject, target),
                PinLabels.of(subject.job(), target instanceof Target.OnNode(Node node) ? Set.of(node) : Set.of()),
                isCordoned(target));
    }

    private static boolean isCordoned(Target target) {
        return target instanceof Target.OnNode(Node node) && node.isUnschedulable();
    }

    @Override
    public Optional<String> lost() {
        if (isGone()) {
            return Optional.of(Texts.of("JudgedPlace.theJobIsNotThere", job()));
        }
        if (target instanceof Target.OnNode(Node node) && node.getCluster() == null) {
            return Optional.of(Texts.of("JudgedPlace.thePlaceIsNotThere", where(), who()));
        }
        if (isCordoned(target) && !cordoned) {
            return Optional.of(Texts.of("JudgedPlace.wasCordonedMeanwhile", where(), who()));
        }
        Optional<String> relabeled = labels.changed();
        if (relabeled.isPresent()) {
            return Optional.of(Texts.of("JudgedPlace.thePinRestsOn", relabeled.get(), who()));
        }
        Optional<String> shared = labels.shared();
        if (shared.isPresent()) {
            return shared;
        }
        Verdict now = placement.verdict(subject, target);
        // that something is not known for a moment is no news of the place
        boolean unknown =
                now.fit() == Fit.FITS_IF && now.why().stream().allMatch(reason -> reason.kind() == Reason.Kind.UNKNOWN);
        boolean worse = now.fit().compareTo(first.fit()) > 0;
        List<String> stops = now.fit() == first.fit() ? stops(now, first, STOPS) : List.of();
        List<String> others = OthersStopped.news(now.evicts(), first.evicts());
        if (!worse && stops.isEmpty() && now.fit() == Fit.EVICTS && !others.isEmpty()) {
            return Optional.of(Texts.of("JudgedPlace.othersWouldBeEvictedNow", where(), String.join("; ", others)));
        }
        if (!worse && stops.isEmpty() || unknown) {
            List<String> over = stops(first, now, Set.of(Reason.Kind.STOPPED));
            return over.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Texts.of("JudgedPlace.isOverSince", where(), String.join("; ", over)));
        }
        List<String> why = !worse ? stops : now.fit() == Fit.EVICTS ? now.evicts() : news(now);
        String reasons = String.join("; ", why);
        return Optional.of(
                switch (now.fit()) {
                    case EVICTS -> Texts.of("JudgedPlace.othersWouldBeEvictedNow", where(), reasons);
                    case REFUSED -> Texts.of("JudgedPlace.itMayNotBePlacedNow", where(), reasons);
                    default -> Texts.of("JudgedPlace.wouldWaitNow", where(), reasons, who());
                });
    }

    /** What keeps it from starting at one time only, and is no matter of room: its fit alone is that of one that waits for quota. */
    private static List<String> stops(Verdict of, Verdict but, Set<Reason.Kind> kinds) {
        return of.why().stream()
                .filter(reason -> kinds.contains(reason.kind()))
                .filter(reason -> !but.why().contains(reason))
                .map(Reason::words)
                .toList();
    }

    /** What was not said when it was planned. */
    private List<String> news(Verdict now) {
        List<String> news = now.reasons().stream()
                .filter(words -> !first.reasons().contains(words))
                .toList();
        return news.isEmpty() ? now.reasons() : news;
    }

    @Override
    public boolean isGone() {
        return subject.cluster().isEmpty();
    }

    private String who() {
        return subject.wholeJob()
                ? job()
                : Texts.of("JudgedPlace.of", Counted.of(subject.tasks().size(), "task"), job());
    }

    private String job() {
        return CleanText.clean(subject.job().getName());
    }

    private String where() {
        return CleanText.clean(
                switch (target) {
                    case Target.OnNode(Node node) -> node.getName();
                    case Target.OnDomain on -> on.domain().getName();
                });
    }
}
