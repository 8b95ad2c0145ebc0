// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.change.Change.DevicesSeen;
import podium.core.change.Change.HoldersSeen;
import podium.core.change.Change.LinksSeen;
import podium.core.change.Change.NodeSeen;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.internal.device.NodeAccelerators;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** The nodes of one cluster: by name, with tasks and device reports that came before their node. */
final class Nodes {
    private final Cluster cluster;
    private final Domains domains;
    private final AffectedObjects touched;
    private final Map<String, NodeEntry> byName = new HashMap<>();
    private final Map<String, Set<Task>> awaited = new HashMap<>();
    /** The node each of them waits for, so that none is looked for in all sets. */
    private final Map<Task, String> awaiting = new HashMap<>();

    /** Tasks whose node came or went since they were asked for. */
    private final List<Task> moved = new ArrayList<>();

    private final Map<String, NodeEntry> early = new HashMap<>();
    private final TaintRules rules;

    Nodes(Cluster cluster, Domains domains, AffectedObjects touched, TaintRules rules) {
        this.rules = rules;
        this.cluster = cluster;
        this.domains = domains;
        this.touched = touched;
    }

    void seen(NodeSeen seen) {
        NodeEntry entry = byName.get(seen.name());
        boolean isNew = entry == null;
        if (entry == null) {
            entry = create(seen.name());
        }
        Node node = entry.node;
        boolean labels = FeatureSetter.set(node.getLabels(), seen.labels(), node::setLabels);
        boolean changed = labels | copy(seen, node);
        // on no screen: a heartbeat alone touches nothing
        FeatureSetter.setText(node.getResourceVersion(), seen.resourceVersion(), node::setResourceVersion);
        entry.facts = NodeAccelerators.of(seen);
        boolean devices = apply(entry);
        if (isNew || labels) {
            domains.changed(node);
        }
        if (isNew) {
            SortedLists.add(cluster.getNodes(), node);
            touched.structure();
            touched.touch(cluster);
            welcome(entry);
        }
        if (devices || isNew) {
            resolve(entry);
        }
        if (changed || devices || isNew) {
            touched.touch(node);
        }
    }

    void gone(String name, String uid) {
        NodeEntry entry = byName.get(name);
        if (entry == null || (!uid.isEmpty() && entry.node.getUid() != null && !uid.equals(entry.node.getUid()))) {
            return;
        }
        Node node = entry.node;
        byName.remove(name);
        keep(entry);
        for (Task task : new ArrayList<>(node.getTasks())) {
            task.getAccelerators().clear();
            task.getSlices().clear();
            task.setNode(null);
            await(task, name);
            moved.add(task);
            touched.touch(task);
        }
        domains.removed(node);
        NodeLinks.remove(cluster, node);
        cluster.getNodes().remove(node);
        touched.touch(node);
        touched.touch(cluster);
        touched.structure();
    }

    /** The tasks whose node came or went since this was asked last. */
    List<Task> moved() {
        List<Task> all = List.copyOf(moved);
        moved.clear();
        return all;
    }

    void devices(DevicesSeen seen) {
        NodeEntry entry = entry(seen.nodeName());
        if (NodeEntry.put(entry.devices, seen.source(), seen.devices())
                && byName.containsKey(seen.nodeName())
                && apply(entry)) {
            touched.touch(entry.node);
            resolve(entry);
        }
        forget(entry);
    }

    void holders(HoldersSeen seen) {
        NodeEntry entry = entry(seen.nodeName());
        if (NodeEntry.put(entry.holders, seen.source(), seen.holders()) && byName.containsKey(seen.nodeName())) {
            if (entry.divides() && apply(entry)) {
                touched.touch(entry.node);
            }
            resolve(entry);
        }
        forget(entry);
    }

    void links(LinksSeen seen) {
        NodeEntry entry = entry(seen.nodeName());
        entry.links = List.copyOf(seen.links());
        if (byName.containsKey(seen.nodeName())) {
            NodeLinks.replace(cluster, entry.node, entry.links);
            touched.touch(entry.node);
            touched.structure();
        }
        forget(entry);
    }

    private boolean apply(NodeEntry entry) {
        int before = entry.node.getAccelerators().size();
        Map<Task, Integer> had = new LinkedHashMap<>();
        entry.node.getTasks().forEach(task -> had.put(task, devices(task)));
        boolean changed = AcceleratorSync.apply(entry, rules);
        // a device that goes takes itself out of what held it
        had.forEach((task, devices) -> {
            if (devices(task) != devices) {
                touched.touch(task);
            }
        });
        if (entry.node.getAccelerators().size() != before && !entry.links.isEmpty()) {
            NodeLinks.replace(cluster, entry.node, entry.links);
            touched.structure();
        }
        return changed;
    }

    private static int devices(Task task) {
        return task.getAccelerators().size() + task.getSlices().size();
    }

    /** A node that is gone may come back, and its sources need not say again what they said of it: that stands until they say otherwise. */
    private void keep(NodeEntry gone) {
        NodeEntry kept = entry(gone.node.getName());
        kept.devices.putAll(gone.devices);
        kept.holders.putAll(gone.holders);
        kept.links = gone.links;
        forget(kept);
    }

    /** Of a node that is not there only what somebody says of it is kept. */
    private void forget(NodeEntry entry) {
        if (entry.isSilent()) {
            early.remove(entry.node.getName(), entry);
        }
    }

    /** Looks again at the devices that rules taint since they changed. Once at the end of each slice. */
    void settle() {
        List<DeviceTaintRule> changed = rules.takeChanged();
        if (changed.isEmpty()) {
            return;
        }
        for (NodeEntry entry : byName.values()) {
            if (entry.devices.values().stream()
                            .flatMap(List::stream)
                            .flatMap(device -> device.offer().stream())
                            .anyMatch(offer -> changed.stream().anyMatch(rule -> rule.selects(offer.id())))
                    && apply(entry)) {
                touched.touch(entry.node);
            }
        }
    }

    /** Binds a task to its node, now or when the node arrives. */
    void bind(Task task, String nodeName) {
        NodeEntry entry = byName.get(nodeName);
        if (entry == null) {
            unbind(task);
            if (!nodeName.isEmpty()) {
                await(task, nodeName);
            }
            return;
        }
        if (task.getNode() != entry.node) {
            unbind(task);
            task.setNode(entry.node);
        }
        DeviceResolver.resolve(task, entry);
        touched.touch(entry.node);
    }

    /** Something about a task changed, but neither its node nor what it holds there. */
    void changed(Task task) {
        Node node = task.getNode();
        if (node != null) {
            touched.touch(node);
        }
    }

    /** Takes a task off its node. */
    void unbind(Task task) {
        Node node = task.getNode();
        if (node != null) {
            touched.touch(node);
            task.getAccelerators().clear();
            task.getSlices().clear();
            task.setNode(null);
        } else {
            String awaitedNode = awaiting.remove(task);
            Set<Task> tasks = awaitedNode == null ? null : awaited.get(awaitedNode);
            if (tasks != null && tasks.remove(task) && tasks.isEmpty()) {
                awaited.remove(awaitedNode);
            }
        }
    }

    private void await(Task task, String nodeName) {
        awaited.computeIfAbsent(nodeName, _ -> new LinkedHashSet<>()).add(task);
        awaiting.put(task, nodeName);
    }

    private NodeEntry create(String name) {
        NodeEntry entry = early.remove(name);
        if (entry == null) {
            entry = new NodeEntry(FleetFactory.INSTANCE.createNode());
            entry.node.setName(name);
        }
        byName.put(name, entry);
        return entry;
    }

    /** The entry of a node; one that is not seen yet keeps what is told of it until it is. */
    private NodeEntry entry(String name) {
        NodeEntry entry = byName.get(name);
        return entry != null
                ? entry
                : early.computeIfAbsent(name, n -> {
                    Node node = FleetFactory.INSTANCE.createNode();
                    node.setName(n);
                    return new NodeEntry(node);
                });
    }

    private void welcome(NodeEntry entry) {
        Set<Task> tasks = awaited.remove(entry.node.getName());
        if (tasks != null) {
            for (Task task : tasks) {
                awaiting.remove(task);
                task.setNode(entry.node);
                moved.add(task);
                touched.touch(task);
            }
        }
    }

    private void resolve(NodeEntry entry) {
        for (Task task : entry.node.getTasks()) {
            if (DeviceResolver.resolve(task, entry)) {
                touched.touch(task);
                touched.touch(entry.node);
            }
        }
    }

    private static boolean copy(NodeSeen seen, Node node) {
        boolean changed = FeatureSetter.set(node.getUid(), seen.uid(), node::setUid);
        changed |= FeatureSetter.set(node.getTaints(), seen.taints(), node::setTaints);
        changed |= FeatureSetter.set(node.getCapacity(), seen.capacity(), node::setCapacity);
        changed |= FeatureSetter.set(node.getAllocatable(), seen.allocatable(), node::setAllocatable);
        changed |= FeatureSetter.set(node.isUnschedulable(), seen.unschedulable(), node::setUnschedulable);
        changed |= FeatureSetter.set(node.getReadiness(), seen.readiness(), node::setReadiness);
        changed |= FeatureSetter.set(node.getConditions(), seen.conditions(), node::setConditions);
        changed |= FeatureSetter.set(node.getCreated(), seen.created(), node::setCreated);
        changed |= FeatureSetter.setText(node.getKubeletVersion(), seen.kubeletVersion(), node::setKubeletVersion);
        return changed | FeatureSetter.setText(node.getAddress(), seen.address(), node::setAddress);
    }
}
