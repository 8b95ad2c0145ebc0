// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.DomainLevel;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.model.value.Labels;

/**
 * The tree of domains of one cluster, read from node labels. A level exists when any node carries one of its labels; a
 * node lies in the domain its own labels lead to, levels it does not carry being skipped.
 */
final class Domains {
    private final Cluster cluster;
    private final List<DomainLevel> levels;
    /** Nodes by label key and value. */
    private final Map<String, Map<String, Integer>> carriers = new HashMap<>();

    private final Map<Node, Labels> counted = new HashMap<>();
    private final Map<Domain, Map<String, Domain>> children = new HashMap<>();
    private final Map<String, Domain> roots = new HashMap<>();
    private final Set<Domain> left = new LinkedHashSet<>();
    private final Set<Node> dirty = new LinkedHashSet<>();
    private List<String> keys = List.of();

    Domains(Cluster cluster, List<DomainLevel> levels) {
        this.cluster = cluster;
        this.levels = levels;
    }

    /** The node was added or its labels changed; it takes its place in {@link #settle}. */
    void changed(Node node) {
        count(counted.put(node, node.getLabels()), -1);
        count(node.getLabels(), 1);
        dirty.add(node);
    }

    void removed(Node node) {
        count(counted.remove(node), -1);
        dirty.remove(node);
        leave(node.getDomain());
        node.setDomain(null);
    }

    /** Puts every changed node in its domain and drops domains that became empty. */
    void settle(AffectedObjects touched) {
        if (dirty.isEmpty() && left.isEmpty()) {
            return;
        }
        List<String> chosen = chooseKeys();
        if (!chosen.equals(keys)) {
            keys = chosen;
            dirty.addAll(cluster.getNodes());
        }
        for (Node node : dirty) {
            Domain old = node.getDomain();
            Domain now = find(node.getLabels());
            if (old != now) {
                leave(old);
                if (now == null) {
                    node.setDomain(null);
                } else {
                    SortedLists.add(now.getNodes(), node);
                }
                touched.touch(node);
                touched.structure();
            }
        }
        dirty.clear();
        for (Domain domain : List.copyOf(left)) {
            drop(domain, touched);
        }
        left.clear();
    }

    private void count(@Nullable Labels labels, int by) {
        if (labels == null) {
            return;
        }
        for (DomainLevel level : levels) {
            for (String key : level.labelKeys()) {
                Optional<String> value = labels.get(key);
                if (value.isPresent()) {
                    Map<String, Integer> values = carriers.computeIfAbsent(key, k -> new HashMap<>());
                    if (values.merge(value.get(), by, Integer::sum) == 0) {
                        values.remove(value.get());
                    }
                }
            }
        }
    }

    private List<String> chooseKeys() {
        List<String> chosen = new ArrayList<>();
        for (DomainLevel level : levels) {
            for (String key : level.labelKeys()) {
                int values = carriers.getOrDefault(key, Map.of()).size();
                if (values > 0) {
                    if (values > 1 || !level.onlyIfItDivides()) {
                        chosen.add(key);
                    }
                    break;
                }
            }
        }
        return chosen;
    }

    private @Nullable Domain find(Labels labels) {
        Domain domain = null;
        for (String key : keys) {
            Optional<String> value = labels.get(key);
            if (value.isPresent() && !value.get().isEmpty()) {
                domain = child(domain, key, value.get());
            }
        }
        return domain;
    }

    private Domain child(@Nullable Domain parent, String key, String name) {
        Map<String, Domain> siblings = parent == null ? roots : children.computeIfAbsent(parent, p -> new HashMap<>());
        return siblings.computeIfAbsent(key + "=" + name, id -> {
            Domain domain = FleetFactory.INSTANCE.createDomain();
            domain.setName(name);
            domain.setLabelKey(key);
            domain.setLevel(word(key));
            SortedLists.add(parent == null ? cluster.getDomains() : parent.getDomains(), domain);
            return domain;
        });
    }

    private String word(String key) {
        return levels.stream()
                .filter(level -> level.labelKeys().contains(key))
                .findFirst()
                .map(DomainLevel::word)
                .orElse(key);
    }

    private void leave(@Nullable Domain domain) {
        if (domain != null) {
            left.add(domain);
        }
    }

    private void drop(Domain domain, AffectedObjects touched) {
        Domain parent = domain.getParent();
        boolean empty = domain.getNodes().isEmpty() && domain.getDomains().isEmpty();
        if (!empty || (parent == null && domain.getCluster() == null)) {
            return;
        }
        String id = domain.getLabelKey() + "=" + domain.getName();
        children.remove(domain);
        touched.structure();
        if (parent == null) {
            roots.remove(id);
            cluster.getDomains().remove(domain);
        } else {
            children.getOrDefault(parent, Map.of()).remove(id);
            parent.getDomains().remove(domain);
            drop(parent, touched);
        }
    }
}
