// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetView;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.placement.Prohibitions;
import podium.placement.internal.dra.cel.SelectorSource;

/**
 * The index of each cluster that was asked about; follows the fleet. One is made at once when it is needed, or before that
 * some nodes at a time. In the realm.
 */
public final class Indexes {
    /** Nodes that are taken in at a step. */
    private static final int STEP = 100;

    private final FleetView fleet;
    private final SelectorSource selectors;
    private final Optional<Prohibitions> rules;
    private final Map<Cluster, ClusterIndex> indexes = new IdentityHashMap<>();
    private final Map<Node, ClusterIndex> indexOf = new IdentityHashMap<>();
    private final Map<Cluster, ProhibitedNodes> bars = new IdentityHashMap<>();
    private final Map<Cluster, DemandBook> demands = new IdentityHashMap<>();
    /** What is still to be taken in; a cluster whose index is whole has nothing here. */
    private final Map<Cluster, Iterator<Node>> missing = new IdentityHashMap<>();

    /** @param rules of the operator who acts; empty: nobody does */
    public Indexes(FleetView fleet, SelectorSource selectors, Optional<Prohibitions> rules) {
        this.fleet = fleet;
        this.selectors = selectors;
        this.rules = rules;
    }

    /** What the operator's rules forbid in a cluster. */
    public ProhibitedNodes bars(Cluster cluster) {
        return bars.computeIfAbsent(cluster, one -> rules.map(set -> new ProhibitedNodes(set, one, true))
                .orElseGet(() -> ProhibitedNodes.none(one)));
    }

    /** The whole index of a cluster. */
    public ClusterIndex of(Cluster cluster) {
        ClusterIndex index = begun(cluster);
        take(cluster, index, Integer.MAX_VALUE);
        index.demand(demands.computeIfAbsent(cluster, DemandBook::new).demand());
        return index;
    }

    /** Takes some more nodes in, a few at once; true: the index is whole. */
    public boolean grow(Cluster cluster) {
        if (cluster.getNodes().size() <= STEP) {
            of(cluster);
            return true;
        }
        ClusterIndex index = begun(cluster);
        if (missing.containsKey(cluster)) {
            take(cluster, index, STEP);
            return false;
        }
        if (!demands.containsKey(cluster)) {
            of(cluster);
            return false;
        }
        return true;
    }

    private ClusterIndex begun(Cluster cluster) {
        return indexes.computeIfAbsent(cluster, c -> {
            missing.put(c, List.copyOf(c.getNodes()).iterator());
            return new ClusterIndex(SchedulingObjects.of(c), selectors);
        });
    }

    private void take(Cluster cluster, ClusterIndex index, int most) {
        Iterator<Node> left = missing.get(cluster);
        if (left == null) {
            return;
        }
        for (int i = 0; i < most && left.hasNext(); i++) {
            Node node = left.next();
            if (node.getCluster() == cluster) {
                index.update(node);
                indexOf.put(node, index);
            }
        }
        if (!left.hasNext()) {
            missing.remove(cluster);
        }
    }

    /** The index of a cluster, whole or not; null: nobody asked for it. */
    @Nullable
    public ClusterIndex known(Cluster cluster) {
        return indexes.get(cluster);
    }

    /** Forgets clusters that are not of the fleet any more. */
    public void forgetGone() {
        if (indexes.keySet().removeIf(cluster -> cluster.getFleet() != fleet.fleet())) {
            indexOf.values().removeIf(index -> !indexes.containsValue(index));
        }
        missing.keySet().removeIf(cluster -> cluster.getFleet() != fleet.fleet());
        bars.keySet().removeIf(cluster -> cluster.getFleet() != fleet.fleet());
        demands.keySet().removeIf(cluster -> cluster.getFleet() != fleet.fleet());
    }

    public void follow(FleetDelta delta) {
        for (Node node : delta.nodes()) {
            Cluster cluster = node.getCluster();
            @Nullable ClusterIndex index = cluster == null ? indexOf.remove(node) : indexes.get(cluster);
            if (index != null && cluster == null) {
                index.remove(node);
            } else if (index != null) {
                index.update(node);
                indexOf.put(node, index);
            }
        }
        for (Job job : delta.jobs()) {
            demands.values().stream()
                    .filter(book -> job.getCluster() == null || demands.get(job.getCluster()) == book)
                    .forEach(book -> book.update(job));
        }
    }
}
