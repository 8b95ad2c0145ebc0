// SPDX-License-Identifier: Apache-2.0
package podium.ui.fleet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.Holdings;
import podium.core.text.NodeNames;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.Node;
import podium.ui.filter.Filter;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.label.StateLabels.Shown;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;

/**
 * The Fleet tree without widgets: cluster, domains, nodes, accelerators. Only what is unfolded becomes a line, so 5,000
 * nodes of eight devices cost their nodes. In the realm.
 */
public final class FleetTreeModel {
    /** A cluster with more nodes than this opens with its domains folded. */
    static final int MANY = 200;

    private final Set<String> turned = new HashSet<>();
    private Optional<Filter<Node>> filter = Optional.empty();

    /** Numbers of nodes that nothing has changed since. */
    private final Map<Node, Holdings> counted = new IdentityHashMap<>();

    private Function<Accelerator, Shown> states = StateLabels::of;

    /** Shows devices in the state that they have by what is measured too. */
    public void states(Function<Accelerator, Shown> next) {
        states = next;
    }

    /** Takes note of what changed, so that {@link #rows} need not count all nodes again. */
    public void changed(FleetDelta delta) {
        if (delta.structure()) {
            counted.clear();
        } else {
            delta.nodes().forEach(counted::remove);
        }
    }

    /** Filters nodes; what lies above a node that passes stays, unfolded. Empty: no filter. */
    public void filter(Optional<Filter<Node>> by) {
        filter = by;
    }

    /** Folds or unfolds a line. */
    public void fold(Row<FleetLine> row) {
        if (!turned.remove(row.key())) {
            turned.add(row.key());
        }
    }

    /** Unfolds what lies above a thing, so that it has a line. */
    public void reveal(EObject thing) {
        for (EObject at = above(thing); at != null; at = above(at)) {
            if (!isOpen(at)) {
                String key = FleetLabels.key(at);
                if (!turned.remove(key)) {
                    turned.add(key);
                }
            }
        }
    }

    /** What a line says now, whether or not it passes the filter; of what its cluster has no more, that. */
    public FleetLine now(FleetLine line) {
        if (!FleetLabels.isThere(line.thing())) {
            return FleetLines.gone(line);
        }
        return switch (line.thing()) {
            case Node node -> FleetLines.now(line, node);
            case Accelerator accelerator -> FleetLines.of(accelerator, states);
            default -> line;
        };
    }

    /** What the tree shows now. */
    public Rows<FleetLine> rows(Fleet fleet) {
        List<Row<FleetLine>> rows = new ArrayList<>();
        for (Cluster cluster : fleet.getClusters()) {
            int at = rows.size();
            boolean open = isOpen(cluster);
            Below below = new Below(rows, NodeNames.of(cluster), 1, open);
            cluster.getDomains().forEach(below::domain);
            cluster.getNodes().stream().filter(node -> node.getDomain() == null).forEach(below::node);
            boolean leaf = cluster.getNodes().isEmpty();
            rows.add(
                    at,
                    new Row<>(
                            FleetLabels.key(cluster),
                            FleetLines.of(cluster, below.holdings),
                            0,
                            leaf ? Fold.NONE : open ? Fold.OPEN : Fold.CLOSED));
        }
        return new Rows<>(rows);
    }

    private boolean isOpen(EObject thing) {
        boolean byDefault =
                switch (thing) {
                    case Cluster _ -> true;
                    case Domain domain ->
                        filter.isPresent()
                                || FleetLabels.cluster(domain).stream()
                                        .anyMatch(cluster -> cluster.getNodes().size() <= MANY);
                    default -> false;
                };
        return byDefault != turned.contains(FleetLabels.key(thing));
    }

    private static @org.eclipse.jdt.annotation.Nullable EObject above(EObject thing) {
        if (thing instanceof Node node && node.getDomain() != null) {
            return node.getDomain();
        }
        return thing instanceof Cluster ? null : thing.eContainer();
    }

    /** What lies below a cluster or domain; counts what passes even when it is folded. */
    private final class Below {
        private final List<Row<FleetLine>> rows;
        private final NodeNames names;
        private final int depth;
        private final boolean shown;
        private int passed;

        /** Of all nodes below, whether they pass or not: each node is counted once, for all that it lies in. */
        private Holdings holdings = Holdings.NONE;

        Below(List<Row<FleetLine>> rows, NodeNames names, int depth, boolean shown) {
            this.rows = rows;
            this.names = names;
            this.depth = depth;
            this.shown = shown;
        }

        void domain(Domain domain) {
            int at = rows.size();
            boolean open = isOpen(domain);
            Below below = new Below(rows, names, depth + 1, shown && open);
            domain.getDomains().forEach(below::domain);
            domain.getNodes().forEach(below::node);
            passed += below.passed;
            holdings = holdings.plus(below.holdings);
            if (shown && (filter.isEmpty() || below.passed > 0)) {
                rows.add(
                        at,
                        new Row<>(
                                FleetLabels.key(domain),
                                FleetLines.of(domain, below.holdings),
                                depth,
                                open ? Fold.OPEN : Fold.CLOSED));
            }
        }

        void node(Node node) {
            Holdings own = counted.computeIfAbsent(node, Holdings::of);
            holdings = holdings.plus(own);
            if (filter.isPresent() && !filter.get().test().test(node)) {
                return;
            }
            passed++;
            if (!shown) {
                return;
            }
            boolean leaf = node.getAccelerators().isEmpty();
            boolean open = isOpen(node);
            rows.add(new Row<>(
                    FleetLabels.key(node),
                    FleetLines.of(node, names, own),
                    depth,
                    leaf ? Fold.NONE : open ? Fold.OPEN : Fold.CLOSED));
            if (open) {
                node.getAccelerators()
                        .forEach(accelerator -> rows.add(new Row<>(
                                FleetLabels.key(accelerator),
                                FleetLines.of(accelerator, states),
                                depth + 1,
                                Fold.NONE)));
            }
        }
    }
}
