// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.fleet.InputKind;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.DefaultReason;
import podium.core.job.GateText;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.index.ProhibitedNodes;
import podium.placement.internal.quota.QuotaRequest;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/**
 * What is to be said of every verdict of a subject, beside room and quotas: that it is refused, that somebody else's gate has to open
 * first, and what could not be looked at. In the realm.
 */
public final class Caveats {
    private final ProhibitedNodes bars;
    private final HostnamePins pins;
    private final Optional<String> everywhere;
    private final List<InputKind.Gap> unknown;
    private final Optional<String> unread;
    private final List<Reason> doubts;
    private final List<Reason> doubtsOfEvicting;

    private Caveats(
            ProhibitedNodes bars,
            Optional<String> everywhere,
            List<InputKind.Gap> unknown,
            Optional<String> unread,
            List<Reason> doubts,
            List<Reason> doubtsOfEvicting) {
        this.bars = bars;
        this.pins = new HostnamePins(bars.cluster());
        this.unknown = unknown;
        this.unread = unread;
        this.everywhere = everywhere;
        this.doubts = doubts;
        this.doubtsOfEvicting = doubtsOfEvicting;
    }

    /** Of a pod that its controller makes in the place of another: nobody is asked whether it may. */
    static Caveats replacing(
            Subject subject, TaskProbe probe, List<GangPiece> pieces, SchedulingObjects facts, ProhibitedNodes bars) {
        return of(subject, probe, pieces, facts, ProhibitedNodes.none(bars.cluster()), false);
    }

    static Caveats of(
            Subject subject, TaskProbe probe, List<GangPiece> pieces, SchedulingObjects facts, ProhibitedNodes bars) {
        return of(subject, probe, pieces, facts, bars, true);
    }

    private static Caveats of(
            Subject subject,
            TaskProbe probe,
            List<GangPiece> pieces,
            SchedulingObjects facts,
            ProhibitedNodes bars,
            boolean quota) {
        Set<InputKind> grounds = EnumSet.copyOf(VerdictInputs.of(probe));
        QuotaRequest ask = new QuotaRequest(subject, pieces, bars.cluster());
        if (quota) {
            grounds.addAll(VerdictInputs.of(ask));
        }
        Optional<String> unread = UnreadDependencies.of(probe, pieces, ask, facts);
        List<InputKind.Gap> unknown = InputKind.gaps(facts, probe.namespace, grounds);
        List<Reason> doubts = doubts(unknown, unread);
        Set<String> gates = bars.acting() ? PlacementBlockers.foreign(subject) : Set.of();
        if (!gates.isEmpty()) {
            doubts.addFirst(Reason.ofStop(Texts.of("Caveats.notBeforeIsOver", GateText.of(gates))));
        }
        String said = DefaultReason.said(subject.job());
        if (bars.acting() && (DefaultReason.isNoQuestionOfRoom(said) || DefaultReason.isInactive(said))) {
            doubts.addFirst(Reason.ofStop(Texts.of("Caveats.notBeforeItsQueue", CleanText.clean(said))));
        }
        if (bars.acting()) {
            PodCreation.refusal(subject.job())
                    .ifPresent(one -> doubts.addFirst(new Reason(one.words(), one.words(), Reason.Kind.CREATION)));
        }
        grounds.addAll(VerdictInputs.EVICTING);
        Optional<String> everywhere = bars.acting()
                ? bars.namespace(probe.namespace).or(() -> PlacementBlockers.why(subject))
                : Optional.empty();
        List<Reason> evicting = doubts(InputKind.gaps(facts, probe.namespace, grounds), unread);
        return new Caveats(bars, everywhere, unknown, unread, List.copyOf(doubts), List.copyOf(evicting));
    }

    private static List<Reason> doubts(List<InputKind.Gap> unknown, Optional<String> unread) {
        List<Reason> doubts = new ArrayList<>();
        unknown.forEach(gap -> doubts.add(Reason.ofUnknown(gap.words())));
        unread.ifPresent(words -> doubts.add(Reason.ofUnknown(words)));
        return doubts;
    }

    /** Why it is refused whatever room there is; empty: it is not. */
    public Optional<String> refusal(Node node) {
        return everywhere.or(() -> bars.node(node)).or(() -> bars.acting() ? pins.refusal(node) : Optional.empty());
    }

    /** Whether somebody took it out of service: whom an operator places goes there only by its name, tolerated or not. */
    public boolean outOfService(Node node) {
        return bars.acting() && node.isUnschedulable();
    }

    /** What could not be looked at. */
    public List<InputKind.Gap> unknown() {
        return unknown;
    }

    /** What decides and is not read, in words; empty: nothing. */
    public Optional<String> unread() {
        return unread;
    }

    /** True when nothing is to be said of any node. */
    boolean none() {
        return everywhere.isEmpty() && doubts.isEmpty() && doubtsOfEvicting.isEmpty() && bars.none() && !bars.acting();
    }

    /** The verdict of a node with what is to be said besides. */
    Verdict with(Node node, Verdict verdict) {
        Optional<String> refused = refusal(node);
        if (refused.isPresent()) {
            List<Reason> reasons = new ArrayList<>();
            reasons.add(Reason.of(refused.get()));
            reasons.addAll(verdict.why());
            return new Verdict(Fit.REFUSED, 0, 0, reasons, List.of());
        }
        List<Reason> said = verdict.fit() == Fit.EVICTS ? doubtsOfEvicting : doubts;
        boolean tolerated =
                outOfService(node) && verdict.why().stream().noneMatch(reason -> reason.kind() == Reason.Kind.CORDON);
        if (said.isEmpty() && !tolerated || !verdict.fit().takes()) {
            return verdict;
        }
        List<Reason> reasons = new ArrayList<>(verdict.why());
        if (tolerated) {
            reasons.addFirst(Reason.of(Texts.of("Caveats.cordonedWhichItTolerates")));
        }
        reasons.addAll(said);
        Fit fit = verdict.fit() == Fit.FITS ? Fit.FITS_IF : verdict.fit();
        return verdict.saying(fit, reasons, verdict.evicts());
    }
}
