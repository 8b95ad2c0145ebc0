// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import podium.core.fleet.InputKind;
import podium.core.fleet.NodeTroubleText;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.DefaultReason;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.WorkKind;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.Reason;
import podium.placement.Verdict;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.quota.QuotaShortage;
import podium.placement.internal.rule.NodeAffinityRule;
import podium.placement.internal.rule.VolumeCheck;
import podium.placement.internal.verdict.MissingHardware;
import podium.placement.internal.verdict.PodCreation;
import podium.placement.internal.verdict.ReasonSummary;
import podium.placement.internal.verdict.RoomCures;
import podium.placement.internal.verdict.SchedulerMessages;
import podium.placement.texts.Texts;

/** Why a job waits, most telling first. */
final class WaitText {
    private final Job job;
    private final List<Obstacle> found = new ArrayList<>();
    private final List<Obstacle> volumes = new ArrayList<>();
    /** No node has what is asked for: the scheduler can only say the same, node by node. */
    private boolean certain;
    /** What it waits for whatever room it has: nobody is moved or evicted for it meanwhile. */
    private boolean barred;
    /** Nodes that take a task of it now. */
    private int roomy;

    WaitText(Job job) {
        this.job = job;
    }

    /** True for a job of which something is still to start. */
    static boolean waits(Job job) {
        if (JobTraits.has(job, WorkKind.Trait.MAKES_JOBS)) {
            return false;
        }
        JobState state = job.getState();
        return state == JobState.SUSPENDED
                || state == JobState.HELD
                || state == JobState.WAITING
                || job.getTasks().stream().anyMatch(WaitText::waits);
    }

    static boolean waits(Task task) {
        return task.getPhase() == TaskPhase.PENDING || task.getPhase() == TaskPhase.GATED;
    }

    /** Its tasks that are still to start. */
    static List<Task> waiting(Job job) {
        return job.getTasks().stream().filter(WaitText::waits).toList();
    }

    /** What holds it back before any scheduler looks at it. */
    void beforeScheduling() {
        BeforeScheduling of = BeforeScheduling.of(job);
        found.addAll(of.obstacles());
        barred = of.barred();
    }

    /** What its queue and the quotas of its namespace do not grant; more telling than that a queue has not admitted it. */
    void quotas(List<QuotaShortage> shortages) {
        List<Obstacle> obstacles =
                shortages.stream().map(QuotaShortage::obstacle).toList();
        barred |= !obstacles.isEmpty();
        boolean queued = job.isSuspended() && job.getQueueName() != null;
        found.addAll(queued ? 0 : found.size(), obstacles);
    }

    /** What of its volumes keeps it off every node, to be told before what the nodes say. */
    void volumes(List<VolumeCheck.Refusal> refusals) {
        refusals.stream()
                .map(one -> one.missing()
                        ? Obstacle.of(
                                By.SCHEDULER, one.words(), new Cure.Elsewhere(Texts.of("WaitText.createTheClaim")))
                        : Obstacle.of(By.SCHEDULER, one.words()))
                .forEach(volumes::add);
        barred |= !volumes.isEmpty();
    }

    /** What could not be looked at: there may be more that holds it back. */
    void unknown(List<InputKind.Gap> gaps) {
        for (InputKind.Gap gap : gaps) {
            String words = Texts.of("WaitText.whetherTheyKeepIt", gap.words());
            found.add(
                    gap.coming()
                            ? Obstacle.of(By.SCHEDULER, words)
                            : Obstacle.of(By.SCHEDULER, words, new Cure.Elsewhere(Texts.of("WaitText.askForARole"))));
        }
    }

    /** What decides and is not read. */
    void unread(String phrase) {
        found.add(Obstacle.of(By.SCHEDULER, phrase, new Cure.Elsewhere(Texts.of("WaitText.seeItsEvents"))));
    }

    /** Whatever room there is, it is not on nodes of its flavor. */
    void nodeless(Obstacle obstacle) {
        barred = true;
        found.add(obstacle);
    }

    /** Of one that Kueue has assigned a host: no other counts, however much room it has. */
    void assigned(String host, Map<Node, Verdict> verdicts) {
        Optional<Map.Entry<Node, Verdict>> its = verdicts.entrySet().stream()
                .filter(entry -> PodSelectors.labels(entry.getKey()).is(NodeAffinityRule.HOSTNAME, host))
                .findFirst();
        String name = CleanText.clean(host);
        String words = its.isEmpty()
                ? Texts.of("WaitText.kueueAssignedItToOneThatIsGone", name)
                : its.get().getKey().isUnschedulable()
                        ? Texts.of("WaitText.kueueAssignedItToOneThatIsCordoned", name)
                        : its.get().getValue().reasons().stream()
                                .findFirst()
                                .map(reason -> Texts.of("WaitText.kueueAssignedItToBut", name, reason))
                                .orElseGet(() -> Texts.of("WaitText.kueueAssignedItTo", name));
        found.add(Obstacle.of(By.KUEUE, words, new Cure.Requeue()));
    }

    /**
     * What the nodes say.
     *
     * @param granted whether its queue grants all of it on a node
     * @param inPart whether some tasks start while others have no room
     * @param least so many have room before any starts
     * @param cures asked where they refuse it
     * @param missing the same
     */
    void nodes(
            Map<Node, Verdict> judged,
            Predicate<Node> granted,
            int tasks,
            boolean inPart,
            int least,
            RoomCures cures,
            MissingHardware missing) {
        Map<Node, Verdict> verdicts = new IdentityHashMap<>(judged);
        verdicts.replaceAll((_, verdict) -> PodCreation.once(verdict).asHeld()); // that was told first
        int before = found.size();
        List<Node> cordoned = new ArrayList<>();
        List<Node> roomy = new ArrayList<>();
        int fit = 0;
        int room = 0;
        int behind = 0;
        int perhaps = 0;
        for (Map.Entry<Node, Verdict> entry : verdicts.entrySet()) {
            if (entry.getValue().fit() == Fit.FITS) {
                fit++;
                roomy.add(entry.getKey());
                room = Math.min(tasks, room + entry.getValue().tasksThatFit());
            } else if (entry.getValue().fit() == Fit.FITS_IF && !entry.getKey().isUnschedulable()) {
                perhaps = Math.min(tasks, perhaps + entry.getValue().tasksThatFit());
            } else if (entry.getValue().fit() == Fit.FITS_IF) {
                cordoned.add(entry.getKey());
                behind = Math.min(tasks, behind + entry.getValue().tasksThatFit());
            }
        }
        long conditional =
                verdicts.values().stream().filter(v -> v.fit() == Fit.FITS_IF).count();
        long evicting =
                verdicts.values().stream().filter(v -> v.fit() == Fit.EVICTS).count();
        this.roomy = fit;
        Optional<Obstacle> anew = anew(judged, granted, tasks);
        List<Obstacle> lacking = fit == 0 && conditional == 0 && evicting == 0 ? missing.obstacles() : List.of();
        Optional<Obstacle> few = missing.tooFew(tasks);
        barred |= few.isPresent();
        Optional<Obstacle> others = room < tasks && !barred ? cures.others(tasks, room) : Optional.empty();
        Set<Node> eased = others.flatMap(Obstacle::cure).map(RoomCures::eased).orElse(Set.of());
        boolean vain = evicting == 0 && room + behind + perhaps + eased.size() + cures.freeable() < least;
        if (vain) {
            others = Optional.empty();
            eased = Set.of();
        }
        Optional<Cure> freeing = barred || room >= tasks
                ? Optional.empty()
                : vain
                        ? Optional.of(new Cure.Elsewhere(Texts.of("WaitText.moreNodesOrAnotherManifest")))
                        : cures.devices(tasks, room, roomy, eased);
        Optional<Cure.Partly> part = partly(freeing);
        Optional<Cure.Partly> off = partly(others.flatMap(Obstacle::cure));
        if (part.isPresent() && off.isPresent() && part.get().room() + off.get().room() - room >= tasks) {
            freeing = Optional.of(part.get().beside(off.get()));
            others = Optional.of(new Obstacle(
                    By.SCHEDULER, others.get().words(), Optional.of(off.get().beside(part.get()))));
        }
        List<InputKind.Gap> unread = verdicts.isEmpty() && job.getCluster() != null
                ? InputKind.gaps(SchedulingObjects.of(job.getCluster()), "", EnumSet.of(InputKind.NODES))
                : List.of();
        if (!unread.isEmpty()) {
            unknown(unread);
        } else if (verdicts.isEmpty()) {
            found.add(Obstacle.of(
                    By.SCHEDULER,
                    Texts.of("WaitText.theClusterHasNo"),
                    new Cure.Elsewhere(Texts.of("WaitText.addNodes"))));
        } else if (!lacking.isEmpty()) {
            List<Obstacle> kept = found.stream().filter(PodCreation::isKept).toList();
            found.removeAll(kept);
            found.addAll(0, Obstacle.both(Obstacle.both(lacking, volumes), kept)); // to resume it does not help then
            certain = true;
            return;
        } else if (fit == 0) {
            boolean elsewhere = others.isPresent() || anew.isPresent() || conditional + evicting > 0;
            found.add(new Obstacle(
                    By.SCHEDULER,
                    conditional > cordoned.size()
                            ? Texts.of("WaitText.noNodeTakesItForCertain", verdicts.size())
                            : Texts.of("WaitText.noNodeTakesIt", verdicts.size()),
                    freeing.or(() -> elsewhere || barred
                            ? Optional.empty()
                            : Optional.of(new Cure.Elsewhere(Texts.of("WaitText.endOrChangeWhatIsInTheWay"))))));
            why(verdicts, eased);
            others.ifPresent(found::add);
            if (!cordoned.isEmpty()) {
                uncordon(cordoned, behind, tasks);
            } else if (conditional == 0 && evicting > 0) {
                found.add(new Obstacle(
                        By.SCHEDULER,
                        Texts.of("WaitText.wouldTakeItBy", Counted.of(evicting, "node")),
                        barred ? Optional.empty() : Optional.of(new Cure.Place())));
            } else if (conditional > 0) {
                Cure place = Cure.of(new Cure.Place(), perhaps, tasks);
                verdicts.values().stream()
                        .filter(verdict -> verdict.fit() == Fit.FITS_IF)
                        .flatMap(verdict -> verdict.why().stream().limit(1))
                        .min(Comparator.comparing(Reason::words))
                        .ifPresent(reason -> found.add(Obstacle.of(
                                by(reason),
                                Texts.of(
                                        "WaitText.wouldTakeItOnACondition",
                                        Counted.of(conditional, "node"),
                                        reason.words()),
                                place)));
            }
            anew.ifPresent(found::add);
        } else if (room < tasks) {
            found.add(new Obstacle(
                    By.SCHEDULER,
                    inPart
                            ? Texts.of("WaitText.roomForOfItsWhichStart", room, tasks)
                            : Texts.of("WaitText.roomForOfIts", room, tasks),
                    freeing));
            why(verdicts, eased);
            others.ifPresent(found::add);
            uncordon(cordoned, room + behind, tasks);
            anew.ifPresent(found::add);
        } else if (found.isEmpty() && volumes.isEmpty()) {
            found.add(Obstacle.of(
                    By.SCHEDULER,
                    job.getTasks().stream().anyMatch(WaitText::waits)
                            ? Texts.of("WaitText.couldTakeItNowTheSchedulerHasNot", Counted.of(fit, "node"))
                            : Texts.of("WaitText.itsControllerHasNotCreatedPods", Counted.of(fit, "node")),
                    new Cure.Place()));
        }
        few.ifPresent(obstacle -> found.add(before, obstacle));
        List<Obstacle> ofNodes = found.subList(before, found.size());
        List<Obstacle> both = Obstacle.both(volumes, List.copyOf(ofNodes));
        ofNodes.clear();
        found.addAll(both);
    }

    private static Optional<Cure.Partly> partly(Optional<Cure> cure) {
        return cure.filter(Cure.Partly.class::isInstance).map(Cure.Partly.class::cast);
    }

    private void uncordon(List<Node> cordoned, int room, int tasks) {
        if (cordoned.isEmpty()) {
            return;
        }
        cordoned.sort(Comparator.comparing(Node::getName, new NaturalOrder()));
        String words = Texts.of("WaitText.wouldTakeItIfUncordoned", Counted.of(cordoned.size(), "node"));
        found.add(Obstacle.of(
                By.SCHEDULER,
                cordoned.size() == 1 ? NodeTroubleText.noted(cordoned.getFirst(), words) : words,
                Cure.of(new Cure.Uncordon(cordoned), room, tasks)));
    }

    /** Where it would go if it were placed anew; what Kueue has assigned by topology is requeued instead. */
    private Optional<Obstacle> anew(Map<Node, Verdict> judged, Predicate<Node> granted, int tasks) {
        List<Verdict> held = judged.entrySet().stream()
                .filter(entry -> !entry.getKey().isUnschedulable() && granted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(verdict -> verdict.fit() == Fit.FITS_IF && verdict.isHeld())
                .toList();
        boolean assigned = found.stream().flatMap(it -> it.cure().stream()).anyMatch(Cure.Requeue.class::isInstance);
        int room = Math.min(tasks, held.stream().mapToInt(Verdict::tasksThatFit).sum());
        return held.stream()
                .filter(_ -> !assigned)
                .flatMap(verdict -> verdict.why().stream())
                .filter(reason -> reason.kind() == Reason.Kind.HELD)
                .min(Comparator.comparing(Reason::words))
                .map(reason -> Obstacle.of(
                        by(reason),
                        Texts.of("WaitText.wouldTakeItOnACondition", Counted.of(held.size(), "node"), reason.words()),
                        Cure.of(new Cure.Place(), room, tasks)));
    }

    /** @param told nodes of which it is said otherwise what they lack */
    private void why(Map<Node, Verdict> verdicts, Set<Node> told) {
        ReasonSummary.of(verdicts, told).forEach(reason -> found.add(Obstacle.of(by(reason), reason.words())));
    }

    private static By by(Reason reason) {
        return reason.kind() == Reason.Kind.DEVICES ? By.DEVICES : By.SCHEDULER;
    }

    /** What the cluster itself says, last, and in the words used here where it says it in its own; not what Podium said. */
    List<Obstacle> done() {
        String said = DefaultReason.said(job);
        boolean told = SchedulerMessages.isOfVolumes(said) ? !volumes.isEmpty() : certain;
        if (!said.isEmpty()
                && !(told && SchedulerMessages.isOfNodes(said))
                && found.stream().noneMatch(it -> it.words().equals(said))) {
            String since = roomy > 0 && SchedulerMessages.isOfNodes(said)
                    ? Texts.of("WaitText.theFleetHasChangedSince", Counted.of(roomy, "node"))
                    : "";
            found.addAll(SchedulerMessages.of(job, said, since));
        }
        return PodCreation.wantsNone(job) ? List.of(found.getFirst()) : List.copyOf(found);
    }
}
