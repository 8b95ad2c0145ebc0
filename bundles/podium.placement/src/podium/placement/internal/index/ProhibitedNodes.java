// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.Prohibitions;

/** What the operator's rules forbid in one cluster, node by node, asked once for as long as the rules say the same. In the realm. */
public final class ProhibitedNodes {
    private final Prohibitions rules;
    private final Cluster cluster;
    /** False: what the scheduler does is asked for, not what the operator may do. */
    private final boolean acting;

    private final ClusterId id;
    private final Map<Node, Optional<String>> nodes = new IdentityHashMap<>();
    private List<Object> stamp = List.of();

    ProhibitedNodes(Prohibitions rules, Cluster cluster, boolean acting) {
        this.acting = acting;
        this.rules = rules;
        this.cluster = cluster;
        this.id = ClusterId.of(cluster);
        this.stamp = stamp();
    }

    /** Where nobody acts: the scheduler knows no rules of the operator. */
    public static ProhibitedNodes none(Cluster cluster) {
        return new ProhibitedNodes(Prohibitions.nothing(), cluster, false);
    }

    public boolean acting() {
        return acting;
    }

    public Cluster cluster() {
        return cluster;
    }

    /** True when there is no rule at all. */
    public boolean none() {
        return rules.isEmpty();
    }

    /** Takes other rules, or a freeze window that has opened or closed, into account; true: something is other than before. */
    public boolean changed() {
        List<Object> now = stamp();
        boolean changed = !now.equals(stamp);
        stamp = now;
        if (changed) {
            nodes.clear();
        }
        return changed;
    }

    /** The rules, and what they say of the cluster as a whole: no node and no namespace has an empty name. */
    private List<Object> stamp() {
        return List.of(rules.state(), rules.whyNotNode(id, ""));
    }

    /** Why a node must not be placed on; empty: it may. */
    public Optional<String> node(Node node) {
        return nodes.computeIfAbsent(node, one -> rules.whyNotNode(id, one.getName() == null ? "" : one.getName())
                .map(ProhibitedNodes::phrase));
    }

    /** Why what is in a namespace must not be placed; empty: it may. */
    public Optional<String> namespace(String namespace) {
        return rules.whyNotNamespace(id, namespace).map(ProhibitedNodes::phrase);
    }

    /** Without the full stop of a sentence: reasons are phrases. */
    private static String phrase(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
