// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.DomainTree;
import podium.core.job.LostGpuHours;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.TaskSpec;
import podium.placement.Obstacle.Cure;
import podium.placement.PlacementService;
import podium.placement.ReplacementNodes;
import podium.placement.Target;
import podium.placement.advice.CureMoves;
import podium.placement.advice.SlotMoves;
import podium.placement.advice.SlotMoves.Move;
import podium.placement.advice.Slots;

/**
 * Finds the least set of moves that frees a slot. On one node: fewest tasks, then fewest GPU-hours, over all nodes whose
 * bound could still win. Over several: whole nodes are emptied, the cheapest first.
 */
final class SlotMoveSearch {
    private static final Comparator<SlotMoves> FEWEST = Comparator.comparingInt(
                    (SlotMoves relief) -> relief.moves().size())
            .thenComparingDouble(relief -> LostGpuHours.order(relief.gpuHours()));

    /** Nodes beside those needed, and sets of tasks, that are tried for a wait: who looks at a job does not wait long. */
    private static final int MORE_NODES = 24;

    private static final int MOST_SETS = 8;

    /** Nobody restarts more for one job, and each may have to be judged on all nodes. */
    private static final int MOST_MOVES = 48;

    private final PlacementService placement;
    private final RestartCost cost;
    private final Map<TaskSpec, List<Node>> candidates = ReplacementNodes.noneKnown();
    private final KeptSlots none;

    SlotMoveSearch(PlacementService placement, RestartCost cost) {
        this.placement = placement;
        this.cost = cost;
        this.none = new KeptSlots(placement, 0, "");
    }

    Optional<SlotMoves> free(EObject where, int gpus) {
        List<NodeChoices> nodes = new ArrayList<>();
        int most = 0;
        for (Node node : DomainTree.within(where)) {
            if (SlotCount.inService(node)) {
                NodeChoices choices = new NodeChoices(node, placement.room(node), cost);
                most = Math.max(most, choices.devices());
                nodes.add(choices);
            }
        }
        if (gpus <= Math.max(most, Slots.ON_ONE_NODE)) {
            return onOne(nodes, gpus, new KeptSlots(placement, gpus, ""));
        }
        if (!(where instanceof Domain domain)) {
            return inADomain(where, gpus);
        }
        KeptSlots kept = new KeptSlots(placement, gpus, String.valueOf(domain.getLevel()));
        return nodes.stream()
                .collect(Collectors.groupingBy(choices -> SlotCount.kind(choices.node())))
                .values()
                .stream()
                .flatMap(alike -> onSeveral(domain, new ArrayList<>(alike), gpus, kept).stream())
                .min(FEWEST);
    }

    private Optional<SlotMoves> onOne(List<NodeChoices> nodes, int gpus, KeptSlots kept) {
        nodes.removeIf(node -> node.devices() < gpus);
        nodes.sort(Comparator.comparingInt((NodeChoices node) -> node.fewest(gpus))
                .thenComparingDouble(node -> node.cheapest(gpus)));
        Optional<SlotMoves> best = Optional.empty();
        for (NodeChoices node : nodes) {
            int bound = node.fewest(gpus);
            if (best.isPresent() && !betterThan(best.get(), bound, node.cheapest(gpus))) {
                break;
            }
            for (List<Task> set : node.sets(gpus)) {
                if (best.isPresent() && !betterThan(best.get(), cost.restarts(set), cost.order(set))) {
                    continue;
                }
                Optional<SlotMoves> found = moves(set, Set.of(node.node()), kept)
                        .map(moves -> new SlotMoves(new Target.OnNode(node.node()), gpus, moves, cost.of(set)));
                best = found.isPresent() ? found : best;
            }
        }
        return best;
    }

    private static boolean betterThan(SlotMoves best, int moves, double hours) {
        return moves < best.moves().size()
                || (moves == best.moves().size() && hours < LostGpuHours.order(best.gpuHours()));
    }

    /** For a cluster: the smallest domain with the fewest moves. */
    private Optional<SlotMoves> inADomain(EObject where, int gpus) {
        if (!(where instanceof Cluster cluster)) {
            return Optional.empty();
        }
        return DomainTree.innerFirst(cluster).stream()
                .flatMap(domain -> free(domain, gpus).stream())
                .min(FEWEST);
    }

    private Optional<SlotMoves> onSeveral(Domain domain, List<NodeChoices> nodes, int gpus, KeptSlots kept) {
        nodes.sort(Comparator.comparingInt((NodeChoices node) -> node.holders().size())
                .thenComparingDouble(node -> cost.order(node.holders())));
        Set<Node> emptied = new HashSet<>();
        List<Task> going = new ArrayList<>();
        int free = 0;
        for (NodeChoices node : nodes) {
            if (free >= gpus || !node.canBeEmptied()) {
                continue;
            }
            Set<Node> avoided = new HashSet<>(emptied);
            avoided.add(node.node());
            List<Task> all = new ArrayList<>(going);
            all.addAll(node.holders());
            if (node.devices() > 0 && moves(all, avoided, kept).isPresent()) {
                emptied.add(node.node());
                going.addAll(node.holders());
                free += node.devices();
            }
        }
        int reached = free;
        return moves(going, emptied, kept)
                .filter(moves -> reached >= gpus)
                .map(moves -> new SlotMoves(new Target.OnDomain(domain), gpus, moves, cost.of(going)));
    }

    /** The moves after which so many more nodes have the GPUs; nodes that have them already take none of the moved. */
    Optional<CureMoves> free(Cure.Free wanted) {
        Comparator<NodeChoices> fewest = Comparator.comparingInt((NodeChoices node) -> node.fewest(wanted.gpus()));
        List<NodeChoices> nodes = wanted.among().stream()
                .filter(SlotCount::inService)
                .map(node -> new NodeChoices(node, placement.room(node), cost))
                .filter(node -> node.fewest(wanted.gpus()) < Integer.MAX_VALUE)
                .sorted(fewest)
                .limit(wanted.nodes() + MORE_NODES)
                .sorted(fewest.thenComparingDouble(node -> node.cheapest(wanted.gpus())))
                .toList();
        Optional<CureMoves> first = atOnce(nodes, wanted);
        return first.isPresent() || wanted.nodes() > MORE_NODES ? first : oneByOne(nodes, wanted);
    }

    /** From the nodes that cost least. */
    private Optional<CureMoves> atOnce(List<NodeChoices> nodes, Cure.Free wanted) {
        Set<Node> avoided = new HashSet<>(wanted.kept());
        List<Task> going = new ArrayList<>();
        nodes.stream().limit(wanted.nodes()).forEach(node -> {
            avoided.add(node.node());
            going.addAll(node.sets(wanted.gpus()).getFirst());
        });
        return nodes.size() < wanted.nodes() ? Optional.empty() : cured(going, avoided);
    }

    private Optional<CureMoves> oneByOne(List<NodeChoices> nodes, Cure.Free wanted) {
        Set<Node> avoided = new HashSet<>(wanted.kept());
        List<Task> going = new ArrayList<>();
        int freed = 0;
        for (NodeChoices node : nodes) {
            avoided.add(node.node());
            Optional<List<Task>> more = freed == wanted.nodes() ? Optional.empty() : more(node, wanted, going, avoided);
            if (more.isPresent()) {
                going.addAll(more.get());
                freed++;
            } else {
                avoided.remove(node.node());
            }
        }
        return freed < wanted.nodes() ? Optional.empty() : cured(going, avoided);
    }

    /** What goes from one node more, so that all find another. */
    private Optional<List<Task>> more(NodeChoices node, Cure.Free wanted, List<Task> going, Set<Node> avoided) {
        return node.sets(wanted.gpus()).stream()
                .limit(MOST_SETS)
                .map(set -> Stream.concat(going.stream(), set.stream()).toList())
                .filter(all -> cost.restarts(all) <= MOST_MOVES
                        && moves(all, avoided, none).isPresent())
                .map(all -> all.subList(going.size(), all.size()))
                .findFirst();
    }

    /** The moves of these to other nodes than they are on. */
    Optional<CureMoves> moveOff(List<Task> tasks) {
        return cured(tasks, tasks.stream().map(Task::getNode).collect(Collectors.toSet()));
    }

    private Optional<CureMoves> cured(List<Task> tasks, Set<Node> avoided) {
        return cost.restarts(tasks) > MOST_MOVES
                ? Optional.empty()
                : moves(tasks, avoided, none)
                        .filter(moves -> !moves.isEmpty())
                        .map(moves -> new CureMoves(moves, cost.of(tasks)));
    }

    /** Where each would go, with all that restarts with it; empty: one of them finds no place, or only by taking a slot. */
    private Optional<List<Move>> moves(List<Task> tasks, Set<Node> avoided, KeptSlots kept) {
        ReplacementNodes destinations = new ReplacementNodes(placement, avoided, candidates);
        KeptSlots.Taken taken = kept.new Taken();
        List<Move> moves = new ArrayList<>();
        for (List<Task> with : cost.with(tasks)) {
            Optional<Map<Task, Node>> to = new JointDestinations(destinations, with, avoided, taken).take();
            if (to.isEmpty()) {
                return Optional.empty();
            }
            to.get().forEach((task, node) -> {
                taken.take(task, node);
                moves.add(new Move(task, task.getNode(), node, cost.of(task), with.size() > 1));
            });
        }
        return Optional.of(moves);
    }
}
