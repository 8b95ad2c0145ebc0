// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.IntOrPercent;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.object.TemplateHash;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodPlacementSpec;
import podium.simulator.internal.scheduling.Taint;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * One pod per node that wants it, pinned by {@code matchFields metadata.name}; the scheduler binds it. Source:
 * kubernetes, pkg/controller/daemon.
 */
public final class DaemonSetController implements Reconciler {

    private static final String COMPONENT = "daemonset-controller";
    private static final List<String> BORNE =
            List.of("disk-pressure", "memory-pressure", "pid-pressure", "unschedulable");

    private final EngineContext cluster;
    private final RevisionHistory history;
    private final Map<String, NodeInfo> nodes = new LinkedHashMap<>();
    private long made;

    public DaemonSetController(EngineContext cluster) {
        this.cluster = cluster;
        this.history = new RevisionHistory(cluster, "controller-revision-hash");
    }

    public void start() {
        cluster.loop().on(ResourceTypes.DAEMON_SET, event -> {
            if (event.type() != StoreEvent.Type.DELETED) {
                cluster.loop().enqueue(this, ObjectKey.of(event.object()));
            }
        });
        cluster.loop().on(ResourceTypes.POD, event -> OwnerReferences.controller(event.object(), "DaemonSet")
                .ifPresent(key -> cluster.loop().enqueueSoon(this, key)));
        cluster.loop().on(ResourceTypes.NODE, this::node);
    }

    private void node(StoreEvent event) {
        String name = Json.name(event.object());
        boolean changed = true;
        if (event.type() == StoreEvent.Type.DELETED) {
            nodes.remove(name);
        } else {
            changed = nodes.computeIfAbsent(name, NodeInfo::new).read(event.object());
        }
        if (changed) {
            cluster.store().list(ResourceTypes.DAEMON_SET, "").forEach(set -> cluster.loop()
                    .enqueueSoon(this, ObjectKey.of(set)));
        }
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> found = cluster.get(ResourceTypes.DAEMON_SET, key);
        if (found.isEmpty() || Json.terminating(found.get())) {
            return;
        }
        ObjectNode set = found.get();
        String hash = TemplateHash.of(set);
        history.record(set, Json.name(set) + "-" + hash, hash);
        Map<String, List<ObjectNode>> byNode = new LinkedHashMap<>();
        for (ObjectNode pod : cluster.index().owned(ResourceTypes.POD, Json.uid(set))) {
            byNode.computeIfAbsent(target(pod), node -> new ArrayList<>()).add(pod);
        }
        PodPlacementSpec rules = rules(set);
        for (NodeInfo node : nodes.values()) {
            List<ObjectNode> pods = byNode.getOrDefault(node.name(), List.of());
            boolean wanted = wanted(rules, node);
            if (wanted && pods.isEmpty()) {
                create(set, node.name(), hash);
            } else if (!wanted && !mayStay(rules, node)) {
                pods.stream().filter(Pods::active).forEach(pod -> cluster.delete(ResourceTypes.POD, ObjectKey.of(pod)));
            } else {
                pods.stream().filter(Pods::failed).forEach(pod -> cluster.delete(ResourceTypes.POD, ObjectKey.of(pod)));
            }
        }
        long desired =
                nodes.values().stream().filter(node -> wanted(rules, node)).count();
        Set<String> unwanted = nodes.values().stream()
                .filter(node -> !wanted(rules, node))
                .map(NodeInfo::name)
                .collect(Collectors.toSet());
        Map<String, List<ObjectNode>> misplaced = new LinkedHashMap<>(byNode);
        misplaced.keySet().retainAll(unwanted);
        byNode.keySet().removeAll(unwanted);
        update(set, byNode, desired, hash);
        status(set, byNode, misplaced, desired, hash);
    }

    /** The rules of the template and the tolerations that every daemon pod gets. */
    private PodPlacementSpec rules(ObjectNode set) {
        return PodPlacementSpec.parse(daemonSpec(set), Json.namespace(set));
    }

    private static ObjectNode daemonSpec(ObjectNode set) {
        ObjectNode spec = Json.at(set, "spec", "template", "spec").deepCopy();
        for (String taint : BORNE) {
            tolerate(spec, "node.kubernetes.io/" + taint, "NoSchedule");
        }
        tolerate(spec, Taint.NOT_READY, "NoExecute");
        tolerate(spec, Taint.UNREACHABLE, "NoExecute");
        return spec;
    }

    private static void tolerate(ObjectNode spec, String key, String effect) {
        Json.array(spec, "tolerations")
                .addObject()
                .put("key", key)
                .put("operator", "Exists")
                .put("effect", effect);
    }

    private static boolean wanted(PodPlacementSpec rules, NodeInfo node) {
        return rules.selects(node) && bears(rules, node, Taint::hard);
    }

    /** A pod that is there stays in spite of a taint that only keeps new ones away. */
    private static boolean mayStay(PodPlacementSpec rules, NodeInfo node) {
        return rules.selects(node) && bears(rules, node, taint -> taint.effect().equals("NoExecute"));
    }

    private static boolean bears(PodPlacementSpec rules, NodeInfo node, Predicate<Taint> which) {
        return node.taints().stream().filter(which).allMatch(taint -> rules.tolerations().stream()
                .anyMatch(toleration -> toleration.tolerates(taint)));
    }

    private void create(ObjectNode set, String node, String hash) {
        String name = cluster.freshName(
                ResourceTypes.POD,
                Json.namespace(set),
                Json.name(set) + "-",
                cluster.seed().of(Json.uid(set)).of(made++));
        ObjectNode template = Json.object();
        template.set("metadata", Json.at(set, "spec", "template", "metadata").deepCopy());
        template.set("spec", daemonSpec(set));
        ObjectNode pod = Pods.fromTemplate(cluster, set, template, name);
        Json.with(pod, "metadata", "labels")
                .put("pod-template-generation", Json.text(set, "metadata", "generation"))
                .put("controller-revision-hash", hash);
        ObjectNode field = Json.with(
                        pod, "spec", "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                .putArray("nodeSelectorTerms")
                .addObject()
                .putArray("matchFields")
                .addObject();
        field.put("key", "metadata.name")
                .put("operator", "In")
                .putArray("values")
                .add(node);
        cluster.createPod(set, COMPONENT, pod);
        cluster.events().normal(set, COMPONENT, "SuccessfulCreate", "Created pod: " + name);
    }

    /** The node a daemon pod is meant for, bound or not. */
    private static String target(ObjectNode pod) {
        String bound = Json.text(pod, "spec", "nodeName");
        if (!bound.isEmpty()) {
            return bound;
        }
        JsonNode terms = Json.at(
                pod,
                "spec",
                "affinity",
                "nodeAffinity",
                "requiredDuringSchedulingIgnoredDuringExecution",
                "nodeSelectorTerms");
        return terms.path(0).path("matchFields").path(0).path("values").path(0).asText("");
    }

    private void update(ObjectNode set, Map<String, List<ObjectNode>> byNode, long desired, String hash) {
        if (Json.text(set, "spec", "updateStrategy", "type").equals("OnDelete")) {
            return;
        }
        int below = Math.max(
                1,
                IntOrPercent.up(
                        Json.at(set, "spec", "updateStrategy", "rollingUpdate", "maxUnavailable"), "1", nodes.size()));
        List<ObjectNode> all = byNode.values().stream().flatMap(List::stream).toList();
        long available = all.stream().filter(Pods::active).filter(Pods::ready).count();
        all.stream()
                .filter(pod -> Pods.active(pod) && !current(pod, hash))
                .limit(Math.max(0, below - (desired - available)))
                .forEach(pod -> cluster.delete(ResourceTypes.POD, ObjectKey.of(pod)));
    }

    private static boolean current(ObjectNode pod, String hash) {
        return Json.text(pod, "metadata", "labels", "controller-revision-hash").equals(hash);
    }

    private void status(
            ObjectNode set,
            Map<String, List<ObjectNode>> byNode,
            Map<String, List<ObjectNode>> misplaced,
            long desired,
            String hash) {
        long wrong = misplaced.values().stream()
                .filter(pods -> pods.stream().anyMatch(Pods::active))
                .count();
        List<ObjectNode> pods = byNode.values().stream()
                .flatMap(List::stream)
                .filter(Pods::active)
                .toList();
        long ready = pods.stream().filter(Pods::ready).count();
        long updated = pods.stream().filter(pod -> current(pod, hash)).count();
        cluster.modify(ResourceTypes.DAEMON_SET, ObjectKey.of(set), object -> {
            ObjectNode status = Json.with(object, "status");
            status.put("currentNumberScheduled", pods.size())
                    .put("numberMisscheduled", wrong)
                    .put("desiredNumberScheduled", desired)
                    .put("numberReady", ready)
                    .put("observedGeneration", Json.number(object, 1, "metadata", "generation"));
            ReplicaSetController.count(status, "updatedNumberScheduled", updated);
            ReplicaSetController.count(status, "numberAvailable", ready);
            ReplicaSetController.count(status, "numberUnavailable", Math.max(0, desired - ready));
        });
    }
}
