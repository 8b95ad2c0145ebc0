// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.advice;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.advice.Slots;
import podium.core.placement.Room;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;

/** Adds up what the nodes of a thing have free. */
final class SlotCount {
    private final Function<Node, Room> rooms;
    private final int[] counts = new int[Slots.SIZES.size()];
    private int devices;
    private double free;
    private double stranded;
    private int onWholeNodes;

    private SlotCount(Function<Node, Room> rooms) {
        this.rooms = rooms;
    }

    static Slots of(EObject thing, Function<Node, Room> rooms) {
        SlotCount count = new SlotCount(rooms);
        nodes(thing).forEach(count::add);
        return count.slots(thing);
    }

    /** Slots of one size of a cluster and of each of its domains. */
    static Map<EObject, Integer> of(Cluster cluster, int gpus, Function<Node, Room> rooms) {
        Map<EObject, Integer> counts = new IdentityHashMap<>();
        counts.put(cluster, 0);
        cluster.getDomains().forEach(domain -> begin(domain, counts));
        for (Node node : cluster.getNodes()) {
            if (inService(node)) {
                Room room = rooms.apply(node);
                boolean wholly = room.devices() > 0 && room.whole() == room.devices();
                int here = gpus <= Slots.ON_ONE_NODE ? room.whole() / gpus : wholly ? room.devices() : 0;
                counts.merge(cluster, here, Integer::sum);
                for (@Nullable Domain up = node.getDomain(); up != null; up = up.getParent()) {
                    counts.merge(up, here, Integer::sum);
                }
            }
        }
        if (gpus > Slots.ON_ONE_NODE) {
            counts.replaceAll((of, devices) -> devices / gpus);
        }
        return counts;
    }

    private static void begin(Domain domain, Map<EObject, Integer> counts) {
        counts.put(domain, 0);
        domain.getDomains().forEach(child -> begin(child, counts));
    }

    /** The nodes of a cluster, domain or node. */
    static List<Node> nodes(EObject thing) {
        List<Node> nodes = new ArrayList<>();
        switch (thing) {
            case Cluster cluster -> nodes.addAll(cluster.getNodes());
            case Domain domain -> collect(domain, nodes);
            case Node node -> nodes.add(node);
            default -> {}
        }
        return nodes;
    }

    private static void collect(Domain domain, List<Node> nodes) {
        domain.getDomains().forEach(child -> collect(child, nodes));
        nodes.addAll(domain.getNodes());
    }

    /** True when the node takes jobs at all. */
    static boolean inService(Node node) {
        return node.getReadiness() == Readiness.READY && !node.isUnschedulable();
    }

    private void add(Node node) {
        if (!inService(node)) {
            return;
        }
        Room room = rooms.apply(node);
        devices += room.devices();
        free += room.free();
        stranded += room.stranded();
        for (int i = 0; i < counts.length; i++) {
            int size = Slots.SIZES.get(i);
            counts[i] += size <= Slots.ON_ONE_NODE ? room.whole() / size : 0;
        }
        if (room.devices() > 0 && room.whole() == room.devices()) {
            onWholeNodes += room.devices();
        }
    }

    private Slots slots(EObject thing) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            int size = Slots.SIZES.get(i);
            all.add(size <= Slots.ON_ONE_NODE ? counts[i] : onWholeNodes / size);
        }
        return new Slots(thing, devices, free, stranded, all);
    }
}
