// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import podium.core.fleet.AcceleratorKind;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.Demand;
import podium.placement.internal.index.DeviceRequirement;
import podium.placement.internal.index.DeviceRoom;
import podium.placement.internal.task.TaskProbe;

/**
 * How good a node that fits is, 0 to 1. What counts is what the task makes of what is left: 0.5 where the node's free
 * accelerators stay as useful as they were, more where the task fills what others could not use, less where it strands
 * some ({@link Demand}). Among equals the node that is filled up more comes first. Where tasks of the same job stay where
 * they are, nearness to them is 40 % of the score.
 */
public final class NodeScores {
    private static final double PACKING = 0.02;
    private static final double NEARNESS = 0.4;

    private final TaskProbe probe;
    private final ClusterIndex index;
    private final Demand demand;
    private final DeviceRequirement ask;
    private final String resource;
    private final long amount;
    private final Set<Node> siblings = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<DeviceRoom, Double> known = new HashMap<>();
    private final Set<Domain> siblingDomains = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * What the task does to a node it fits on.
     *
     * @param stranded devices more than before that what is usually asked for could not use; below 0: fewer
     * @param left what is free afterwards
     * @param from thousandths that were free of each device it takes
     * @param near 0 to 1: how near tasks of the same job are; 0 as well where it has none that stay
     */
    public record Effect(double stranded, DeviceRoom left, int from, double near) {}

    private record Best(double stranded, DeviceRoom left, int from) {}

    public NodeScores(TaskProbe probe, ClusterIndex index) {
        this.probe = probe;
        this.index = index;
        this.demand = index.demand();
        this.ask = DeviceRequirement.of(probe.spec.requests());
        int scarce = scarcest(probe);
        this.resource = scarce < 0 ? "" : probe.resources[scarce];
        this.amount = scarce < 0 ? 0 : probe.amounts[scarce];
        for (Task task : probe.job.getTasks()) {
            if (task.getNode() != null && probe.stays(task)) {
                siblings.add(task.getNode());
                for (Domain d = task.getNode().getDomain(); d != null; d = d.getParent()) {
                    siblingDomains.add(d);
                }
            }
        }
    }

    /** False when other things are usually asked for now. */
    boolean holds() {
        return demand == index.demand();
    }

    public boolean hasSiblings() {
        return !siblings.isEmpty();
    }

    double score(int row, Node node) {
        DeviceRoom room = room(row, node);
        // Nodes in the same state are many; the parts of a shared device are compared by identity, so those are judged
        // one by one.
        double stranded =
                room.parts().length > 0 ? best(room).stranded : known.computeIfAbsent(room, it -> best(it).stranded);
        double useful = 1 / (1 + Math.exp(stranded));
        double own = (1 - PACKING) * useful + PACKING * packing(row, node);
        return siblings.isEmpty() ? own : (1 - NEARNESS) * own + NEARNESS * near(node);
    }

    /** What the task does to a node it fits on. */
    public Effect effect(int row, Node node) {
        Best best = best(room(row, node));
        return new Effect(best.stranded, best.left, best.from, siblings.isEmpty() ? 0 : near(node));
    }

    private Best best(DeviceRoom before) {
        double stranded = demand.stranded(before);
        DeviceRoom left = before;
        int from = DeviceRequirement.WHOLE;
        double least = Double.POSITIVE_INFINITY;
        for (DeviceRoom.Choice choice : before.choices(asked(before))) {
            double then = demand.stranded(choice.left());
            if (then < least) {
                least = then;
                left = choice.left();
                from = choice.from();
            }
        }
        return new Best(least == Double.POSITIVE_INFINITY ? 0 : least - stranded, left, from);
    }

    /** What of the ask concerns the node's devices: other kinds of device do not strand these, cores and memory may. */
    private DeviceRequirement asked(DeviceRoom room) {
        return room.devicesTake(ask) ? ask : new DeviceRequirement("", 0, 0, ask.cores(), ask.memory());
    }

    private DeviceRoom room(int row, Node node) {
        TaskProbe.Credit credit = probe.credit(node);
        return credit == null ? index.room(row) : index.room(row, node, probe.moving::contains, credit.requests());
    }

    private double packing(int row, Node node) {
        int column = index.column(resource);
        long total = index.allocatable(column, row);
        if (total <= 0) {
            return 1;
        }
        TaskProbe.Credit credit = probe.credit(node);
        long back = credit == null ? 0 : credit.requests().get(resource);
        long left = total - index.used(column, row) + back - amount;
        return Math.clamp(1 - (double) left / total, 0, 1);
    }

    /** Share of the levels above the node that hold a sibling too, the nearest counting most. */
    private double near(Node node) {
        if (siblings.contains(node)) {
            return 1;
        }
        int depth = 0;
        int shared = 0;
        for (Domain d = node.getDomain(); d != null; d = d.getParent()) {
            depth++;
            if (shared == 0 && siblingDomains.contains(d)) {
                shared = depth;
            }
        }
        return shared == 0 ? 0 : 0.9 * (depth - shared + 1) / depth;
    }

    /** The accelerator it asks for, else its first resource; -1: it asks for nothing. */
    private static int scarcest(TaskProbe probe) {
        for (int i = 0; i < probe.resources.length; i++) {
            if (AcceleratorKind.of(probe.resources[i]).isPresent()) {
                return i;
            }
        }
        return probe.resources.length == 0 ? -1 : 0;
    }
}
