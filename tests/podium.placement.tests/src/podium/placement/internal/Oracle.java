// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.NodeSeen;
import podium.core.change.Change.PodSeen;
import podium.model.fleet.Readiness;
import podium.model.fleet.TaskPhase;
import podium.model.value.HostPort;
import podium.model.value.LabelKeys;
import podium.model.value.NodeTerm;
import podium.model.value.PodTerm;
import podium.model.value.Requirement;
import podium.model.value.Spread;
import podium.model.value.Taint;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;

/**
 * The scheduler's filters written down a second time, plainly and slowly, on the records the sources send: knows
 * nothing of the model, the index or the words.
 */
final class Oracle {
    private final List<NodeSeen> nodes;
    private final List<PodSeen> pods;

    private final Map<String, Map<String, String>> namespaces;
    private final OracleStores stores;

    /** @param namespaces the labels of each namespace */
    Oracle(List<NodeSeen> nodes, List<PodSeen> pods, Map<String, Map<String, String>> namespaces, RandomStores stores) {
        this.stores = new OracleStores(stores, pods);
        this.namespaces = namespaces;
        this.nodes = nodes;
        this.pods = pods.stream()
                .filter(pod -> pod.phase() != TaskPhase.SUCCEEDED && pod.phase() != TaskPhase.FAILED)
                .toList();
    }

    /** FITS, FITS_IF or DOES_NOT_FIT for a pod that may run already. */
    String judge(PodSeen subject, NodeSeen node) {
        String plain = ofNode(subject, node);
        return switch (stores.judge(subject, node)) {
            case "NO" -> "DOES_NOT_FIT";
            case "IF" -> plain.equals("FITS") ? "FITS_IF" : plain;
            default -> plain;
        };
    }

    /** The same without volumes and queues. */
    String ofNode(PodSeen subject, NodeSeen node) {
        if (node.readiness() != Readiness.READY
                || !resources(subject, node)
                || !taints(subject.spec(), node)
                || !selector(subject.spec(), node)
                || !ports(subject, node)
                || !antiAffinity(subject, node)
                || !affinity(subject, node)
                || !spread(subject, node)) {
            return "DOES_NOT_FIT";
        }
        boolean running = !subject.nodeName().isEmpty();
        // whom an operator places is told of a cordon, tolerated or not; of what another holds the nodes alone are
        // asked
        boolean cordoned = node.unschedulable()
                && (!subject.spec().gates().contains(RandomStores.GATE)
                        || !tolerated(subject.spec(), new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule")));
        return running || cordoned ? "FITS_IF" : "FITS";
    }

    private List<PodSeen> on(NodeSeen node, PodSeen except) {
        List<PodSeen> found = new ArrayList<>();
        for (PodSeen pod : pods) {
            if (pod.nodeName().equals(node.name()) && !pod.uid().equals(except.uid())) {
                found.add(pod);
            }
        }
        return found;
    }

    private boolean resources(PodSeen subject, NodeSeen node) {
        List<PodSeen> there = on(node, subject);
        if (there.size() + 1 > node.allocatable().get("pods")) {
            return false;
        }
        for (Map.Entry<String, Long> request : subject.spec().requests().toMap().entrySet()) {
            long free = node.allocatable().get(request.getKey());
            for (PodSeen pod : there) {
                free -= pod.spec().requests().get(request.getKey());
            }
            if (request.getValue() > 0 && request.getValue() > free) {
                return false;
            }
        }
        return true;
    }

    private static boolean taints(TaskSpec spec, NodeSeen node) {
        for (Taint taint : node.taints().all()) {
            if (!taint.effect().equals("PreferNoSchedule") && !tolerated(spec, taint)) {
                return false;
            }
        }
        return true;
    }

    private static boolean tolerated(TaskSpec spec, Taint taint) {
        for (Toleration t : spec.tolerations()) {
            boolean effect = t.effect().isEmpty() || t.effect().equals(taint.effect());
            boolean key =
                    t.key().isEmpty() ? t.operator().equals("Exists") : t.key().equals(taint.key());
            boolean value =
                    switch (t.operator()) {
                        case "Exists" -> true;
                        case "Equal" -> t.value().equals(taint.value());
                        default ->
                            (t.value() + ":" + taint.value()).matches("[0-9]+:[0-9]+")
                                    && (t.operator().equals("Gt")
                                            ? Integer.parseInt(taint.value()) > Integer.parseInt(t.value())
                                            : Integer.parseInt(taint.value()) < Integer.parseInt(t.value()));
                    };
            if (effect && key && value) {
                return true;
            }
        }
        return false;
    }

    private static boolean selector(TaskSpec spec, NodeSeen node) {
        Map<String, String> labels = node.labels().toMap();
        for (Map.Entry<String, String> wanted : spec.nodeSelector().toMap().entrySet()) {
            if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        if (spec.requiredNodes().isEmpty()) {
            return true;
        }
        for (NodeTerm term : spec.requiredNodes()) {
            boolean all = !term.labels().isEmpty() || !term.fields().isEmpty();
            for (Requirement r : term.labels()) {
                all &= holds(r, labels.get(r.key()));
            }
            for (Requirement r : term.fields()) {
                all &= r.key().equals("metadata.name") && holds(r, node.name());
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Requirement r, String value) {
        return switch (r.operator()) {
            case "In" -> value != null && r.values().contains(value);
            case "NotIn" -> value == null || !r.values().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new AssertionError(r.operator());
        };
    }

    private boolean ports(PodSeen subject, NodeSeen node) {
        for (PodSeen pod : on(node, subject)) {
            for (HostPort theirs : pod.spec().hostPorts()) {
                for (HostPort ours : subject.spec().hostPorts()) {
                    boolean address = ours.ip().equals(theirs.ip())
                            || Set.of(ours.ip(), theirs.ip()).contains("0.0.0.0");
                    if (address
                            && ours.port() == theirs.port()
                            && ours.protocol().equals(theirs.protocol())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean antiAffinity(PodSeen subject, NodeSeen node) {
        for (PodSeen pod : pods) {
            NodeSeen its = node(pod.nodeName());
            if (its == null || pod.uid().equals(subject.uid())) {
                continue;
            }
            for (PodTerm term : subject.spec().podAntiAffinity()) {
                if (selects(term, subject, pod) && together(term.topologyKey(), node, its)) {
                    return false;
                }
            }
            for (PodTerm term : pod.spec().podAntiAffinity()) {
                if (selects(term, pod, subject) && together(term.topologyKey(), node, its)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean affinity(PodSeen subject, NodeSeen node) {
        List<PodTerm> terms = subject.spec().podAffinity();
        if (terms.isEmpty()) {
            return true;
        }
        List<NodeSeen> meantOn = new ArrayList<>();
        for (PodSeen pod : pods) {
            NodeSeen its = node(pod.nodeName());
            if (its != null && !pod.uid().equals(subject.uid()) && all(terms, subject, pod)) {
                meantOn.add(its);
            }
        }
        boolean everyTerm = true;
        boolean anywhere = false;
        for (PodTerm term : terms) {
            if (node.labels().get(term.topologyKey()).isEmpty()) {
                return false;
            }
            boolean near = false;
            for (NodeSeen its : meantOn) {
                anywhere |= its.labels().has(term.topologyKey());
                near |= together(term.topologyKey(), node, its);
            }
            everyTerm &= near;
        }
        return everyTerm || !anywhere && all(terms, subject, subject);
    }

    private boolean all(List<PodTerm> terms, PodSeen owner, PodSeen other) {
        boolean all = true;
        for (PodTerm term : terms) {
            all &= selects(term, owner, other);
        }
        return all;
    }

    private boolean spread(PodSeen subject, NodeSeen node) {
        for (Spread spread : subject.spec().spreads()) {
            if (!spread.hard()) {
                continue;
            }
            String key = spread.topologyKey();
            if (!node.labels().has(key)) {
                return false;
            }
            Map<String, Integer> counts = new HashMap<>();
            for (NodeSeen other : nodes) {
                boolean allKeys = true;
                for (Spread each : subject.spec().spreads()) {
                    allKeys &= !each.hard() || other.labels().has(each.topologyKey());
                }
                if (!allKeys
                        || spread.inclusion().affinity() && !selector(subject.spec(), other)
                        || spread.inclusion().taints() && !taints(subject.spec(), other)) {
                    continue;
                }
                int here = 0;
                for (PodSeen pod : on(other, subject)) {
                    if (pod.namespace().equals(subject.namespace())
                            && pod.phase() != TaskPhase.TERMINATING
                            && !empty(spread, subject)
                            && spread.selector().matches(pod.labels())
                            && sameValues(spread.keys(), subject, pod)) {
                        here++;
                    }
                }
                counts.merge(other.labels().get(key).orElseThrow(), here, Integer::sum);
            }
            int least = counts.size() < spread.minDomains()
                    ? 0
                    : counts.values().stream().mapToInt(i -> i).min().orElse(0);
            int mine = counts.getOrDefault(node.labels().get(key).orElseThrow(), 0);
            int self = spread.selector().matches(subject.labels()) ? 1 : 0;
            if (mine + self - least > spread.maxSkew()) {
                return false;
            }
        }
        return true;
    }

    /** The scheduler counts nobody for a selector without any expression. */
    private static boolean empty(Spread spread, PodSeen subject) {
        boolean keyed = false;
        for (String key : spread.keys().match()) {
            keyed |= subject.labels().has(key);
        }
        return spread.selector().matchLabels().toMap().isEmpty()
                && spread.selector().expressions().isEmpty()
                && !keyed;
    }

    private boolean selects(PodTerm term, PodSeen owner, PodSeen other) {
        boolean own = term.namespaces().isEmpty() && term.namespaceSelector().isEmpty();
        boolean namespace = own && owner.namespace().equals(other.namespace())
                || term.namespaces().contains(other.namespace());
        if (term.namespaceSelector().isPresent()) {
            Map<String, String> wanted =
                    term.namespaceSelector().get().matchLabels().toMap();
            Map<String, String> has = namespaces.getOrDefault(other.namespace(), Map.of());
            namespace |= has.entrySet().containsAll(wanted.entrySet());
        }
        return namespace && term.selector().matches(other.labels()) && sameValues(term.keys(), owner, other);
    }

    private static boolean sameValues(LabelKeys keys, PodSeen owner, PodSeen other) {
        for (String key : keys.match()) {
            if (owner.labels().has(key)
                    && !owner.labels().get(key).equals(other.labels().get(key))) {
                return false;
            }
        }
        for (String key : keys.mismatch()) {
            if (owner.labels().has(key)
                    && owner.labels().get(key).equals(other.labels().get(key))) {
                return false;
            }
        }
        return true;
    }

    private static boolean together(String key, NodeSeen a, NodeSeen b) {
        return a.labels().has(key) && a.labels().get(key).equals(b.labels().get(key));
    }

    private @Nullable NodeSeen node(String name) {
        for (NodeSeen node : nodes) {
            if (node.name().equals(name)) {
                return node;
            }
        }
        return null;
    }
}
