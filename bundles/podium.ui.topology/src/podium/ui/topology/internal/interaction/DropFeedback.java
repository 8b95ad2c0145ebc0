// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import podium.core.fleet.Holdings;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.FragmentationEffect;
import podium.placement.IncrementalResult;
import podium.placement.PlacementService;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.drag.DragSession;
import podium.ui.label.AcceleratorLabels;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.TextShortener;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.ganglayout.GangLayoutController;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.CanvasTooltip;
import podium.ui.topology.internal.model.CanvasTooltip.Line;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.texts.Texts;

/**
 * What the canvas answers while something is dragged: the verdict of every node, and for the thing under the pointer what
 * it would leave, its reasons and how the ranks would lie. What takes longer than a frame is gone on with in the next. In the realm.
 */
public final class DropFeedback {
    private static final int MOST_REASONS = 6;
    /** Characters of a name in a sentence. */
    private static final int LONGEST = 60;

    private static final String ALL = Texts.of("DropFeedback.dropItWhereAll");
    private static final String CLICK_ALL = Texts.of("DropFeedback.clickWhereAll");

    /** So long at once before anything is shown: most fleets are judged then. */
    private static final Duration FIRST = Duration.ofMillis(8);

    private final DragSession session;
    private final PlacementService placement;
    private final GangLayoutController gangLayout;
    private final BiFunction<Job, Cluster, List<String>> barred;
    private final NodeVerdictSweep lights;
    private final IncrementalAnswers<Verdict> wholes = new IncrementalAnswers<>();
    private final IncrementalAnswers<Optional<Assignment>> layouts = new IncrementalAnswers<>();

    /**
     * Answers for what a drag carries.
     *
     * @param gangLayout answers for ranks of the board, which lie beside each other before they are sent
     * @param barred what has to be done before a job can be moved to another cluster
     */
    public DropFeedback(
            TopologyModel model,
            DragSession session,
            PlacementService placement,
            GangLayoutController gangLayout,
            BiFunction<Job, Cluster, List<String>> barred) {
        this.barred = barred;
        this.session = session;
        this.placement = placement;
        this.gangLayout = gangLayout;
        this.lights = new NodeVerdictSweep(model, placement, gangLayout);
    }

    /** Asks every node again: something was picked up or let go, or the fleet changed meanwhile. */
    public void refresh() {
        wholes.clear();
        layouts.clear();
        lights.judge(session.current());
        advance(FIRST);
    }

    /** True while there is more to do, which {@link #advance} does. */
    public boolean isWorking() {
        return isActive() && (lights.isWorking() || wholes.isWorking() || layouts.isWorking());
    }

    /** Goes on for about so long: with what is under the pointer, then with all nodes. */
    public void advance(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while ((wholes.isWorking() || layouts.isWorking()) && System.nanoTime() < end) {
            (wholes.isWorking() ? wholes : layouts).step();
        }
        lights.advance(Duration.ofNanos(end - System.nanoTime()));
    }

    /** What is carried where it is ranks of the board. */
    private Optional<Subject> ranks() {
        return session.current().flatMap(gangLayout::mine);
    }

    /** Lays what is carried on a thing where it is ranks of the board; false: it is not, and a plan is wanted. */
    public boolean lay(Subject carried, Target target) {
        Optional<Subject> ranks = gangLayout.mine(carried);
        ranks.ifPresent(moved -> gangLayout.drop(moved, target));
        return ranks.isPresent();
    }

    /** True while ranks of the board are carried, which are laid beside each other. */
    public boolean isBoard() {
        return ranks().isPresent();
    }

    public boolean isActive() {
        return session.current().isPresent();
    }

    /** What a thing of the canvas is as a target: the node of a cell, a node, a domain; empty for a cluster. */
    public static Optional<Target> target(Hit hit) {
        return switch (hit.box().subject()) {
            case Node node -> Optional.of(new Target.OnNode(node));
            case Domain domain -> Optional.of(new Target.OnDomain(domain));
            default -> Optional.empty();
        };
    }

    /** The verdict of a target for the whole of what is dragged; empty as well while it is worked out. */
    public Optional<Verdict> verdict(Hit hit) {
        return session.current().flatMap(subject -> mover(hit)
                .map(there -> OtherCluster.judged(subject, there, barred.apply(subject.job(), there)))
                .or(() -> target(hit).flatMap(target -> wholes.ask(target, () -> judging(subject, hit, target)))));
    }

    /** The cluster that a job is moved to when it is dropped on a thing, and nothing in it; empty: it is dropped on a place. */
    Optional<Cluster> mover(Hit hit) {
        return session.current()
                .filter(subject -> isElsewhere(hit, subject))
                .filter(_ -> hit.box().subject() instanceof Cluster)
                .map(_ -> hit.box().cluster());
    }

    private IncrementalResult<Verdict> judging(Subject subject, Hit hit, Target target) {
        if (isElsewhere(hit, subject)) {
            Cluster there = hit.box().cluster();
            return OtherCluster.judging(placement, subject, there, target, barred.apply(subject.job(), there));
        }
        return ranks().map(moved -> IncrementalResult.atOnce(() -> gangLayout.verdict(moved, target)))
                .orElseGet(() ->
                        placement.judging(subject, target).map(verdict -> OtherCluster.here(subject, target, verdict)));
    }

    private IncrementalResult<Optional<Assignment>> laying(Subject subject, Target target) {
        return ranks().map(moved -> IncrementalResult.atOnce(() -> gangLayout.assignment(moved, target)))
                .orElseGet(() -> subject.runsWithin(target)
                        ? IncrementalResult.atOnce(Optional::empty)
                        : placement.laying(subject, target));
    }

    /** Works out to the end what a thing answers: it is dropped there. */
    public void settle(Hit hit) {
        session.current().ifPresent(subject -> target(hit).ifPresent(target -> {
            if (!isBoard()) {
                wholes.now(target, () -> judging(subject, hit, target));
            } else if (!isElsewhere(hit, subject)) {
                layouts.now(target, () -> laying(subject, target));
            }
        }));
    }

    private static boolean isElsewhere(Hit hit, Subject subject) {
        return subject.cluster()
                .filter(cluster -> cluster == hit.box().cluster())
                .isEmpty();
    }

    /** How the ranks would lie on a target; empty when they do not fit there, and while it is worked out. */
    public Optional<Assignment> layout(Hit hit) {
        return session.current().filter(subject -> !isElsewhere(hit, subject)).flatMap(subject -> target(hit)
                .flatMap(target -> layouts.ask(target, () -> laying(subject, target)))
                .flatMap(layout -> layout));
    }

    /** True when something can be dropped there. Of ranks of the board, as many are taken as fit. */
    public boolean accepts(Hit hit) {
        if (ranks().isPresent()) {
            return layout(hit).isPresent();
        }
        return verdict(hit).filter(verdict -> verdict.fit().takes()).isPresent();
    }

    /** The card by the pointer: what is carried, and what the thing under the pointer answers. */
    public Optional<CanvasTooltip> tooltip(Optional<Hit> over) {
        return session.current().map(subject -> {
            List<Line> lines = new ArrayList<>();
            lines.add(Line.muted(carried(subject)));
            Optional<Hit> target =
                    over.filter(hit -> target(hit).isPresent() || mover(hit).isPresent());
            if (target.isEmpty()) {
                lines.add(Line.muted(
                        over.isPresent()
                                ? Texts.of("DropFeedback.dropItOnA")
                                : Texts.of("DropFeedback.escapePutsItBack")));
            }
            target.ifPresent(hit -> answer(hit, lines));
            return new CanvasTooltip(name(subject), lines);
        });
    }

    private void answer(Hit hit, List<Line> lines) {
        String where = CanvasTooltips.title(hit.box());
        Optional<Verdict> known = verdict(hit);
        if (known.isEmpty()) {
            lines.add(Line.muted(Texts.of("DropFeedback.isBeingChecked", where)));
            return;
        }
        Verdict verdict = known.get();
        switch (verdict.fit()) {
            case FITS -> lines.add(new Line("\u2713", Texts.of("DropFeedback.fits", where), Name.DROP_OK));
            case FITS_IF ->
                lines.add(new Line(
                        Texts.of("DropFeedback.ifSign"), Texts.of("DropFeedback.fitsBut", where), Name.DROP_IF));
            case EVICTS ->
                lines.add(new Line("!", Texts.of("DropFeedback.evictsOthersWhich", where), Name.DROP_EVICTS));
            case REFUSED -> lines.add(new Line("\u2715", Texts.of("DropFeedback.wouldBeRefused", where), Name.DROP_NO));
            case DOES_NOT_FIT ->
                lines.add(some(verdict)
                        .map(some -> new Line("\u25d0", where + ": " + some, Name.DROP_IF))
                        .orElseGet(() -> new Line("\u2715", Texts.of("DropFeedback.doesNotFit", where), Name.DROP_NO)));
        }
        List<String> reasons = verdict.why().stream()
                .filter(reason -> some(verdict).isEmpty() || reason.kind() != Reason.Kind.ROOM)
                .map(Reason::words)
                .toList();
        reasons.stream().limit(MOST_REASONS).forEach(reason -> lines.add(Line.of("", reason)));
        if (reasons.size() > MOST_REASONS) {
            lines.add(Line.muted(Texts.of(
                    "DropFeedback.andMoreReasons", Formats.counted(reasons.size() - MOST_REASONS, "more reason"))));
        }
        effect(hit).or(() -> layout(hit).map(Assignment::words)).ifPresent(words -> lines.add(Line.muted(words)));
        if (some(verdict).isPresent() && !isBoard()) {
            lines.add(Line.muted(session.chooser().isPresent() ? CLICK_ALL : ALL));
        }
    }

    /** What one task would leave of a node it fits on, which is what makes the node a good or a bad place; empty: several tasks. */
    private Optional<String> effect(Hit hit) {
        return session.current()
                .filter(subject -> tasks(subject) == 1 && !isBoard() && !isElsewhere(hit, subject) && accepts(hit))
                .filter(_ -> hit.box().subject() instanceof Node)
                .flatMap(subject -> placement.effect(subject, (Node) hit.box().subject()))
                .map(FragmentationEffect::words);
    }

    /** "1 of 2 tasks", where a place takes some of what is carried and not all; empty: all, or none. */
    private Optional<String> some(Verdict verdict) {
        int wanted = session.current().map(DropFeedback::tasks).orElse(0);
        return verdict.fit() == Fit.DOES_NOT_FIT && NodeVerdicts.takesSome(verdict, wanted)
                ? Optional.of(Texts.of("DropFeedback.ofTasks", verdict.tasksThatFit(), wanted))
                : Optional.empty();
    }

    /** Whether a place still refuses what was dropped on it. Of a node; a domain is too much to judge again and again. */
    boolean refuses(Subject dropped, Hit hit) {
        if (dropped.job().getCluster() == null) {
            return false;
        }
        if (!(hit.box().subject() instanceof Node node) || isElsewhere(hit, dropped)) {
            return true;
        }
        Target target = new Target.OnNode(node);
        boolean takes = gangLayout
                .mine(dropped)
                .map(ranks -> gangLayout.assignment(ranks, target).isPresent())
                .orElseGet(() -> OtherCluster.here(dropped, target, placement.verdict(dropped, target))
                        .fit()
                        .takes());
        return node.getCluster() != null && !takes;
    }

    /** Why what is carried is not put on a thing, once it is dropped there; empty: it is. */
    Optional<String> refusal(Hit hit) {
        if (session.current().isEmpty() || accepts(hit)) {
            return Optional.empty();
        }
        String name = TextShortener.to(LONGEST, name(session.current().get()));
        Optional<Verdict> known = verdict(hit);
        if (known.isEmpty()) {
            return Optional.of(Texts.of("DropFeedback.wasNotPlacedDrop", name));
        }
        String where = TextShortener.to(LONGEST, CanvasTooltips.title(hit.box()));
        Verdict verdict = known.get();
        return Optional.of(some(verdict)
                .map(some -> Texts.of("DropFeedback.wasNotPlacedTakesSome", name, where, some))
                .orElseGet(() -> verdict.reasons().isEmpty()
                        ? Texts.of("DropFeedback.wasNotPlacedNotTaken", name, where)
                        : Texts.of("DropFeedback.wasNotPlacedWhy", name, where, String.join("; ", verdict.reasons()))));
    }

    /** Name of what is carried. */
    static String name(Subject subject) {
        return CleanText.clean(
                subject.tasks().size() == 1
                        ? subject.tasks().getFirst().getName()
                        : subject.job().getName());
    }

    /** How many tasks are carried together. */
    static int tasks(Subject subject) {
        return subject.wholeJob()
                ? subject.job().getWantedTasks()
                : subject.tasks().size();
    }

    /** GPUs and tasks of what is carried, and what moving it means. */
    static String carried(Subject subject) {
        int tasks = tasks(subject);
        int gpus = subject.wholeJob() ? Holdings.wanted(subject.job()) : Holdings.wanted(subject.tasks());
        boolean running = subject.present().stream().anyMatch(Holdings::holds);
        String asks = AcceleratorLabels.amount(gpus, List.of(subject.job())) + ", " + Formats.counted(tasks, "task");
        return running ? Texts.of("DropFeedback.itRunsNowMoving", asks) : asks;
    }
}
