// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import podium.core.fleet.AcceleratorKind;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * How good a node that fits is, 0 to 1: 60 % for leaving few accelerators over (nodes are filled up before fresh ones
 * are opened), 40 % for nearness to the tasks of the same job that stay where they are.
 */
final class Scores {
    private final Probe probe;
    private final ClusterIndex index;
    private final String resource;
    private final long amount;
    private final Set<Node> siblings = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Domain> siblingDomains = Collections.newSetFromMap(new IdentityHashMap<>());

    Scores(Probe probe, ClusterIndex index) {
        this.probe = probe;
        this.index = index;
        int scarce = scarcest(probe);
        this.resource = scarce < 0 ? "" : probe.resources[scarce];
        this.amount = scarce < 0 ? 0 : probe.amounts[scarce];
        for (Task task : probe.job.getTasks()) {
            if (task.getNode() != null && ClusterIndex.living(task) && !probe.moving.contains(task)) {
                siblings.add(task.getNode());
                for (Domain d = task.getNode().getDomain(); d != null; d = d.getParent()) {
                    siblingDomains.add(d);
                }
            }
        }
    }

    double score(int row, Node node) {
        double packing = packing(row, node);
        return siblings.isEmpty() ? packing : 0.6 * packing + 0.4 * near(node);
    }

    private double packing(int row, Node node) {
        int column = index.column(resource);
        long total = index.allocatable(column, row);
        if (total <= 0) {
            return 1;
        }
        Probe.Credit credit = probe.credit(node);
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
    private static int scarcest(Probe probe) {
        for (int i = 0; i < probe.resources.length; i++) {
            if (AcceleratorKind.of(probe.resources[i]).isPresent()) {
                return i;
            }
        }
        return probe.resources.length == 0 ? -1 : 0;
    }
}
