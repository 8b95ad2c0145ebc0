// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.fleet.DomainTree;
import podium.core.job.GangStart;
import podium.core.job.GateText;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.placement.Fit;
import podium.placement.IncrementalResult;
import podium.placement.Reason;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.gang.GangFit;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.task.TaskProbe;
import podium.placement.internal.verdict.ReasonSummary;
import podium.placement.internal.verdict.SubjectVerdicts;
import podium.placement.texts.Texts;

/** The verdict of one target for all tasks of the subject together. */
final class TargetVerdict {
    /** Nodes that are judged in one step. */
    private static final int NODES = 128;

    private static final int MOST_NAMES = 3;

    private final SubjectVerdicts verdicts;
    private final ClusterIndex index;
    private final GangFit gang;

    TargetVerdict(SubjectVerdicts verdicts, ClusterIndex index, GangFit gang) {
        this.verdicts = verdicts;
        this.index = index;
        this.gang = gang;
    }

    Verdict of(Target target) {
        return judging(target).now();
    }

    /** The same step by step: each node alone, then all tasks together. */
    IncrementalResult<Verdict> judging(Target target) {
        Iterator<Node> nodes = gang.nodes(target).iterator();
        List<Verdict> single = new ArrayList<>();
        List<IncrementalResult<Verdict>> together = new ArrayList<>(1);
        return () -> {
            for (int i = 0; i < NODES && nodes.hasNext(); i++) {
                int row = index.row(nodes.next());
                if (row >= 0) {
                    single.add(target instanceof Target.OnNode ? verdicts.now(row) : verdicts.at(row));
                }
            }
            if (nodes.hasNext()) {
                return Optional.empty();
            }
            if (together.isEmpty()) {
                together.add(judging(target, single));
            }
            return together.getFirst().step();
        };
    }

    private IncrementalResult<Verdict> judging(Target target, List<Verdict> single) {
        List<String> refused = refused(target);
        if (single.isEmpty() && !refused.isEmpty()) {
            return IncrementalResult.atOnce(() -> new Verdict(Fit.REFUSED, refused.subList(0, 1), 0, 0));
        }
        int wanted = verdicts.pieces.size();
        if (wanted == 1 && target instanceof Target.OnNode && single.size() == 1) {
            return IncrementalResult.atOnce(single::getFirst);
        }
        if (!single.isEmpty() && single.stream().allMatch(verdict -> verdict.fit() == Fit.REFUSED)) {
            return IncrementalResult.atOnce(() -> single.getFirst());
        }
        int room = gang.room(target);
        if (single.stream().allMatch(verdict -> !verdict.fit().takes())) {
            return IncrementalResult.atOnce(() -> doesNot(single, wanted, room, target));
        }
        if (wanted == 1) {
            return gang.laying(target).map(layout -> layout.map(
                            at -> warned(on(at.values().iterator().next()), refused))
                    .orElseGet(() -> doesNot(single, wanted, room, target)));
        }
        boolean oneTakesAll =
                single.stream().anyMatch(verdict -> verdict.fit().takes() && verdict.tasksThatFit() >= wanted);
        if (oneTakesAll && target instanceof Target.OnDomain && gang.uniform()) {
            return gang.laying(target)
                    .map(layout -> warned(fits(layout.map(this::only).orElse(single), wanted), refused));
        }
        return gang.fitting(target)
                .map(fits -> fits ? warned(fits(single, wanted), refused) : doesNot(single, wanted, room, target));
    }

    /** One task is as well off in a domain as on the node where it goes there. */
    private Verdict on(Node node) {
        return verdicts.at(index.row(node));
    }

    /** The verdicts of the nodes of a layout: those that all go to one node are as well off as if that node were chosen for them. */
    private List<Verdict> only(Map<Integer, Node> layout) {
        return layout.values().stream().distinct().map(this::on).toList();
    }

    /** Why nodes of a domain are refused, one each. */
    private List<String> refused(Target target) {
        return target instanceof Target.OnDomain(Domain domain)
                ? DomainTree.nodes(domain).stream()
                        .flatMap(node -> verdicts.caveats().refusal(node).stream())
                        .toList()
                : List.of();
    }

    /** Pods that are pinned to a domain as a whole go where the scheduler likes; those that wait at Podium's gate are pinned one by one. */
    private Verdict warned(Verdict fits, List<String> refused) {
        boolean onebyone =
                verdicts.pieces.stream().allMatch(piece -> piece.spec().gates().contains(GateText.MANUAL));
        if (refused.isEmpty() || onebyone || !fits.fit().takes()) {
            return fits;
        }
        List<Reason> reasons = new ArrayList<>(fits.why());
        reasons.add(Reason.of(Texts.of("TargetVerdict.theSchedulerMustChoose", refused.getFirst())));
        Fit fit = fits.fit() == Fit.FITS ? Fit.FITS_IF : fits.fit();
        return fits.saying(fit, reasons, fits.evicts());
    }

    private static Verdict fits(List<Verdict> single, int wanted) {
        Set<Reason> conditions = new LinkedHashSet<>();
        Set<String> evicts = new LinkedHashSet<>();
        double score = 0;
        int room = 0;
        for (Verdict verdict : single) {
            if (verdict.fit().takes() && verdict.tasksThatFit() > 0) {
                evicts.addAll(verdict.evicts());
                conditions.addAll(verdict.why());
                score = Math.max(score, verdict.score());
                room += verdict.tasksThatFit();
            }
        }
        double tight = room == 0 ? 1 : Math.min(1, (double) wanted / room);
        Fit fit = !evicts.isEmpty() ? Fit.EVICTS : conditions.isEmpty() ? Fit.FITS : Fit.FITS_IF;
        double all = single.size() == 1 ? score : (score + tight) / 2;
        return new Verdict(fit, wanted, all, List.copyOf(conditions), List.copyOf(evicts));
    }

    private Verdict doesNot(List<Verdict> single, int wanted, int room, Target target) {
        List<Reason> reasons = new ArrayList<>();
        if (single.isEmpty()) {
            reasons.add(Reason.of(Texts.of("TargetVerdict.noNodeThereCan")));
        } else if (room > 0 && room < wanted) {
            String some = GangStart.inPart(verdicts.subject.job(), index.facts())
                    ? Texts.of("TargetVerdict.roomForOfTasksWhichStart", room, wanted)
                    : Texts.of("TargetVerdict.roomForOfTasks", room, wanted);
            reasons.add(new Reason(some, some, Reason.Kind.ROOM));
        } else if (room >= wanted) {
            reasons.add(Reason.of(Texts.of("TargetVerdict.itsTasksDoNot")));
        }
        if (target instanceof Target.OnNode && single.size() == 1) {
            boolean evicting = single.getFirst().fit() == Fit.EVICTS && room == 0;
            reasons.addAll(
                    evicting
                            ? List.of(Reason.of(Texts.of("TargetVerdict.takesNoneOfIts", wanted)))
                            : single.getFirst().why());
            if (room > 0 && room < wanted && gang.uniform()) {
                reasons.add(Reason.of(together(wanted)));
            }
        } else {
            long evicting =
                    single.stream().filter(one -> one.fit() == Fit.EVICTS).count();
            if (evicting > 0) {
                String where = Counted.of(evicting, "node");
                reasons.add(Reason.of(
                        wanted == 1
                                ? Texts.of("TargetVerdict.takeItByEvicting", where)
                                : Texts.of("TargetVerdict.noRoomWithoutEvicting", where)));
            }
            if (target instanceof Target.OnDomain(Domain domain) && room < wanted) {
                uncordoning(gang.cordoned(domain), wanted, room).ifPresent(reasons::add);
            }
            reasons.addAll(ReasonSummary.of(single));
        }
        if (reasons.isEmpty()) {
            reasons.add(Reason.of(Texts.of("TargetVerdict.noNodeThereTakes")));
        }
        return new Verdict(Fit.DOES_NOT_FIT, Math.min(room, wanted), 0, reasons, List.of());
    }

    /** What cordons keep of the room for the rest. */
    private Optional<Reason> uncordoning(Map<Node, Integer> cordoned, int wanted, int room) {
        if (cordoned.isEmpty()) {
            return Optional.empty();
        }
        String there = Counted.of(cordoned.size(), "cordoned node");
        List<String> needed = new ArrayList<>();
        int sum = room;
        for (Map.Entry<Node, Integer> one : cordoned.entrySet()) {
            if (sum < wanted) {
                needed.add(CleanText.clean(one.getKey().getName()));
                sum += one.getValue();
            }
        }
        return Optional.of(Reason.of(
                sum >= wanted && gang.uniform()
                        ? Texts.of(
                                "TargetVerdict.roomForAllUncordoned",
                                there,
                                Counted.all(wanted, "task"),
                                Counted.named(needed, MOST_NAMES))
                        : Texts.of("TargetVerdict.takeMoreUncordoned", there)));
    }

    private String together(int wanted) {
        TaskProbe probe = verdicts.probe;
        List<String> needs = new ArrayList<>();
        for (int i = 0; i < probe.resources.length; i++) {
            needs.add(ResourceText.words(probe.resources[i], probe.amounts[i] * wanted));
        }
        return Texts.of("TargetVerdict.allNeed", Counted.all(wanted, "task"), String.join(", ", needs));
    }
}
