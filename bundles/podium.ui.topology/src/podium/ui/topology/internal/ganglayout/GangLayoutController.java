// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.Holdings;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.Assignment;
import podium.placement.GangLayoutService;
import podium.placement.LayoutAppraisal;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.flow.GangLayoutFlow;
import podium.ui.ganglayout.GangLayoutSession;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Listeners;
import podium.ui.topology.internal.model.ProposedRanks;
import podium.ui.topology.texts.Texts;

/**
 * The board of the canvas: the ranks of the job that is laid out, where they lie, and what is to be said of it. Follows the
 * session and the fleet. Needs no display. In the realm.
 */
public final class GangLayoutController {
    private static final LayoutAppraisal NOTHING = new LayoutAppraisal("", List.of());

    private final GangLayoutFlow flow;
    private final GangLayoutSession session;
    private final GangLayoutService board;
    private final Listeners<GangLayoutController> listeners = new Listeners<>();
    private List<Rank> ranks = List.of();
    private LayoutAppraisal appraisal = NOTHING;
    private ProposedRanks proposed = ProposedRanks.NONE;
    private String note = "";
    private Optional<Refused> refused = Optional.empty();
    private Runnable filled = () -> {};
    private boolean refreshing;

    /** Ranks for which there was no room on a target, and where they lay instead. */
    private record Refused(Subject ranks, Optional<Target> target, Map<Task, Node> places) {}

    public GangLayoutController(GangLayoutFlow flow) {
        this.flow = flow;
        this.session = flow.session();
        this.board = flow.board();
        refresh();
    }

    /** Hears of each change; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(gangLayout -> listener.run());
    }

    /** The job on the board; empty: the board is not open. */
    public Optional<Job> job() {
        return session.job();
    }

    /** Its ranks that wait at the gate. */
    public List<Rank> ranks() {
        return ranks;
    }

    /** Those that lie nowhere yet. */
    public List<Rank> unplaced() {
        Map<Task, Node> proposal = session.proposal();
        return ranks.stream().filter(rank -> !proposal.containsKey(rank.task())).toList();
    }

    public LayoutAppraisal appraisal() {
        return appraisal;
    }

    public ProposedRanks proposed() {
        return proposed;
    }

    /** Pods of the job that its controller has not made yet. */
    public int missing() {
        return job().map(job -> {
                    long living = job.getTasks().stream()
                            .filter(task -> !Holdings.hasEnded(task) && task.getPhase() != TaskPhase.TERMINATING)
                            .count();
                    return (int) Math.max(0, job.getWantedTasks() - living);
                })
                .orElse(0);
    }

    /** The right that the operator lacks to commit it: told before anything is laid out. */
    public Optional<String> missingRight() {
        return flow.missingRight();
    }

    /** Why the proposal cannot be committed now; empty: it can. */
    public Optional<String> whyNotCommit() {
        Optional<String> right = missingRight();
        if (right.isPresent()) {
            return right;
        } else if (ranks.isEmpty()) {
            return Optional.of(Texts.of("GangLayoutController.noRankWaitsAt"));
        } else if (missing() > 0) {
            return Optional.of(
                    missing() == 1
                            ? Texts.of("GangLayoutController.oneOfItsPodsIsNot")
                            : Texts.of("GangLayoutController.ofItsPodsAreNot", missing()));
        } else if (!unplaced().isEmpty()) {
            int left = unplaced().size();
            return Optional.of(
                    left == 1
                            ? Texts.of("GangLayoutController.hasNoPlaceYet", Counted.of(left, "rank"))
                            : Texts.of("GangLayoutController.haveNoPlaceYet", Counted.of(left, "rank")));
        }
        int conflicts = appraisal.conflicts().size();
        return conflicts == 0
                ? Optional.empty()
                : Optional.of(Texts.of("GangLayoutController.toResolveFirst", Counted.of(conflicts, "conflict")));
    }

    /** What is carried as ranks of the board: of the whole job those that lie nowhere yet. Empty: something else is carried. */
    public Optional<Subject> mine(Subject carried) {
        if (!job().equals(Optional.of(carried.job()))) {
            return Optional.empty();
        }
        Set<Task> held = new HashSet<>();
        ranks.forEach(rank -> held.add(rank.task()));
        List<Task> tasks =
                carried.wholeJob() ? unplaced().stream().map(Rank::task).toList() : carried.tasks();
        return tasks.isEmpty() || !held.containsAll(tasks)
                ? Optional.empty()
                : Optional.of(new Subject(carried.job(), tasks));
    }

    /** Verdicts of all nodes for ranks beside the others; see {@link GangLayoutService#verdicts}. */
    public Map<Node, Verdict> verdicts(Subject moved) {
        return board.verdicts(moved, session.proposal());
    }

    /** Verdict of a target for all of these ranks beside the others. */
    public Verdict verdict(Subject moved, Target target) {
        return board.verdict(moved, target, session.proposal());
    }

    /** Where as many of these ranks as the target takes would lie. */
    public Map<Task, Node> layout(Subject moved, Target target) {
        return board.layout(moved, Optional.of(target), session.proposal());
    }

    /** The same by number of the rank, with words; empty: not one fits. */
    public Optional<Assignment> assignment(Subject moved, Target target) {
        Map<Task, Node> layout = layout(moved, target);
        Map<Integer, Node> nodes = new TreeMap<>();
        ranks.stream()
                .filter(rank -> layout.containsKey(rank.task()))
                .forEach(rank -> nodes.put(rank.number(), layout.get(rank.task())));
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        int left = moved.tasks().size() - nodes.size();
        String here = Texts.of("GangLayoutController.ranksHere", Rank.named(List.copyOf(nodes.keySet())));
        String words =
                switch (left) {
                    case 0 -> here;
                    case 1 -> Texts.of("GangLayoutController.oneMoreStays", here);
                    default -> Texts.of("GangLayoutController.moreStay", here, left);
                };
        return Optional.of(new Assignment(nodes, words));
    }

    /** What came of the last act, where it did less than was asked for; empty text: it did all of it. */
    public String note() {
        return note;
    }

    /** Lays as many of these ranks on the target as it takes. */
    public void drop(Subject moved, Target target) {
        lay(moved, Optional.of(target));
    }

    /** The ranks that {@link #fill} lays: those that lie nowhere yet, and those that do not fit where they lie. */
    public List<Task> toFill() {
        Map<Task, Node> proposal = session.proposal();
        Set<Task> conflicting = conflicting();
        return ranks.stream()
                .map(Rank::task)
                .filter(task -> !proposal.containsKey(task) || conflicting.contains(task))
                .toList();
    }

    private Set<Task> conflicting() {
        Set<Task> conflicting = new HashSet<>();
        appraisal.conflicts().forEach(conflict -> conflicting.addAll(conflict.tasks()));
        return conflicting;
    }

    /** Lays the ranks that have no place that holds as well as can be; empty target, or a node that left: anywhere in the cluster. */
    public void fill(Optional<Target> target) {
        List<Task> rest = toFill();
        Optional<Target> there =
                target.filter(it -> !(it instanceof Target.OnNode(Node node)) || FleetLabels.isThere(node));
        job().filter(job -> !rest.isEmpty()).ifPresent(job -> {
            lay(new Subject(job, rest), there);
            filled.run();
        });
    }

    /** What is done once {@link #fill} has laid ranks. */
    public void onFill(Runnable then) {
        filled = then;
    }

    private void lay(Subject moved, Optional<Target> target) {
        Map<Task, Node> layout = board.layout(moved, target, session.proposal());
        int wanted = moved.tasks().size();
        String where = target.map(GangLayoutController::name).orElse(Texts.of("GangLayoutController.theCluster"));
        note = layout.size() == wanted
                ? ""
                : layout.isEmpty()
                        ? Texts.of("GangLayoutController.noRoomForA", where)
                        : Texts.of("GangLayoutController.roomForOfOn", layout.size(), wanted, where);
        List<Task> left =
                moved.tasks().stream().filter(task -> !layout.containsKey(task)).toList();
        session.lay(layout);
        refused = Optional.of(left)
                .filter(some -> !some.isEmpty())
                .map(some -> new Refused(new Subject(moved.job(), some), target, places(some)));
        listeners.tell(this);
    }

    private Map<Task, Node> places(List<Task> of) {
        Map<Task, Node> places = new HashMap<>(session.proposal());
        places.keySet().retainAll(of);
        return places;
    }

    /** A refusal goes with its cause: there is room now, or the ranks lie somewhere else, or another job is laid out. */
    private void forgetRefusal() {
        boolean gone = refused.filter(it -> !job().equals(Optional.of(it.ranks().job()))
                        || !places(it.ranks().tasks()).equals(it.places())
                        || !board.layout(it.ranks(), it.target(), session.proposal())
                                .isEmpty())
                .isPresent();
        if (gone) {
            note = "";
            refused = Optional.empty();
        }
    }

    private static String name(Target target) {
        return CleanText.clean(
                switch (target) {
                    case Target.OnNode(Node node) -> node.getName();
                    case Target.OnDomain(Domain domain) -> domain.getName();
                });
    }

    /** Takes ranks off the nodes they lie on. */
    public void takeOff(List<Task> tasks) {
        note = "";
        session.take(tasks);
    }

    /** Takes all ranks off. */
    public void clear() {
        note = "";
        session.take(session.proposal().keySet());
    }

    public void commit() {
        flow.commit();
    }

    public void close() {
        session.close();
    }

    /** True when a change can matter to what is on the board. */
    public boolean concerns(FleetDelta delta) {
        return job().isPresent()
                && (delta.structure()
                        || !delta.nodes().isEmpty()
                        || !delta.jobs().isEmpty()
                        || !delta.tasks().isEmpty());
    }

    /** Judges anew: the proposal or the fleet is another one now. */
    public void refresh() {
        if (refreshing) { // dropping ranks that are gone tells the session's listeners, of which this is one
            return;
        }
        refreshing = true;
        Optional<Job> job = job().filter(FleetLabels::isThere);
        if (job.isEmpty()) {
            session.close();
        }
        ranks = job.map(board::ranks).orElse(List.of());
        session.keep(ranks.stream().map(Rank::task).toList());
        forgetRefusal();
        takeOffGone();
        Map<Task, Node> proposal = session.proposal();
        appraisal = job.map(on -> board.appraise(on, proposal)).orElse(NOTHING);
        proposed = proposed(proposal);
        refreshing = false;
        listeners.tell(this);
    }

    /** Ranks on a node that left the fleet lie nowhere again: there is no box any more to pick them up from. */
    private void takeOffGone() {
        Map<Task, Node> proposal = session.proposal();
        List<Task> lost = proposal.keySet().stream()
                .filter(task -> !FleetLabels.isThere(proposal.get(task)))
                .toList();
        if (!lost.isEmpty()) {
            Set<String> nodes = new TreeSet<>(new NaturalOrder());
            lost.forEach(task -> nodes.add(CleanText.clean(proposal.get(task).getName())));
            refused = Optional.empty();
            String ranks = Counted.of(lost.size(), "rank");
            note = lost.size() == 1
                    ? Texts.of("GangLayoutController.leftRankHasNoPlace", String.join(", ", nodes), ranks)
                    : Texts.of("GangLayoutController.leftRanksHaveNoPlace", String.join(", ", nodes), ranks);
            session.take(lost);
        }
    }

    private ProposedRanks proposed(Map<Task, Node> proposal) {
        Map<Node, List<Rank>> byNode = new LinkedHashMap<>();
        for (Rank rank : ranks) {
            Node node = proposal.get(rank.task());
            if (node != null) {
                byNode.computeIfAbsent(node, n -> new ArrayList<>()).add(rank);
            }
        }
        return new ProposedRanks(new HashMap<>(byNode), conflicting());
    }
}
