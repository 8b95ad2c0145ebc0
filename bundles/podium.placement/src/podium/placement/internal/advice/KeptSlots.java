// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.FreeDevices;
import podium.placement.PlacementService;
import podium.placement.advice.Slots;

/** The slots of one size that there are already: moves that take one to free one free none. */
final class KeptSlots {
    private final PlacementService placement;
    private final int size;
    private final String level;
    private final Map<Node, FreeDevices> rooms = new IdentityHashMap<>();
    private final Map<Domain, Integer> free = new IdentityHashMap<>();

    /**
     * Of one search.
     *
     * @param size in GPUs; 0: none is kept
     * @param level of the domains in which a slot lies that takes several nodes
     */
    KeptSlots(PlacementService placement, int size, String level) {
        this.placement = placement;
        this.size = size;
        this.level = level;
    }

    /** What some moves take of them together. */
    final class Taken {
        private final Map<Node, Integer> taken = new HashMap<>();
        private final Map<Domain, Integer> broken = new HashMap<>();

        Taken copy() {
            Taken copy = new Taken();
            copy.taken.putAll(taken);
            copy.broken.putAll(broken);
            return copy;
        }

        /** Whether as many slots are left when a task goes to a node. */
        boolean keeps(Task task, Node node) {
            int gpus = Holdings.asked(task);
            if (size == 0 || gpus == 0) {
                return true;
            }
            FreeDevices room = room(node);
            int whole = room.whole() - taken.getOrDefault(node, 0);
            if (size <= Slots.ON_ONE_NODE) {
                return whole / size == (whole - gpus) / size;
            }
            @Nullable Domain domain = domain(node);
            if (domain == null || whole < room.devices()) {
                return true;
            }
            int there = free.computeIfAbsent(domain, KeptSlots.this::free) - broken.getOrDefault(domain, 0);
            return there / size == (there - room.devices()) / size;
        }

        void take(Task task, Node node) {
            @Nullable Domain domain = domain(node);
            if (domain != null
                    && !taken.containsKey(node)
                    && room(node).whole() == room(node).devices()) {
                broken.merge(domain, room(node).devices(), Integer::sum);
            }
            taken.merge(node, Holdings.asked(task), Integer::sum);
        }
    }

    private FreeDevices room(Node node) {
        return rooms.computeIfAbsent(node, placement::room);
    }

    private @Nullable Domain domain(Node node) {
        @Nullable Domain domain = node.getDomain();
        while (domain != null && !level.equals(domain.getLevel())) {
            domain = domain.getParent();
        }
        return domain;
    }

    private int free(Domain domain) {
        return DomainTree.nodes(domain).stream()
                .filter(SlotCount::inService)
                .map(this::room)
                .filter(room -> room.whole() == room.devices())
                .mapToInt(FreeDevices::devices)
                .sum();
    }
}
