// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import podium.ui.toolkit.Palette;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;

/**
 * Which look each group of a colouring has: a plain colour, that no other group has, or a striped one, that is shared once all are
 * given, never by groups that lie next to each other where that can be. A group keeps its look as long as the scene is the same,
 * wherever its jobs go. In the realm.
 */
public final class GroupColours {
    /** Numbers of looks: first those of the plain colours, then those of the same with stripes. */
    private static final int LOOKS = 2 * Palette.GROUPS;

    private final Map<ColourBy, Map<String, Integer>> given = new HashMap<>();

    /** True of the number of a look with stripes. */
    public static boolean isStriped(int look) {
        return look >= Palette.GROUPS;
    }

    /** The number of the look of a group, see {@link Palette#group}; a group that is met for the first time is given one. */
    int of(String group, ColourBy by, Scene scene) {
        Map<String, Integer> known = given.computeIfAbsent(by, key -> new HashMap<>());
        if (!known.containsKey(group)) {
            new Neighbours(by, scene).give(known);
        }
        return known.computeIfAbsent(group, GroupColours::first);
    }

    /** The one that a group has where no other is near, on every day. */
    private static int first(String group) {
        return Math.floorMod((group.hashCode() * 0x9E3779B9) >>> 12, Palette.GROUPS);
    }

    /** Which groups lie where. */
    private static final class Neighbours {
        private final List<Set<String>> nodes = new ArrayList<>();
        private final List<Set<String>> racks = new ArrayList<>();
        private final Map<String, Places> groups = new HashMap<>();

        /** Where a group is: numbers of nodes and of racks, in the order of the scene. */
        private record Places(Set<Integer> nodes, Set<Integer> racks) {}

        Neighbours(ColourBy by, Scene scene) {
            Box node = null;
            Box rack = null;
            for (Cell cell : scene.cells()) {
                if (cell.node() != node) {
                    node = cell.node();
                    nodes.add(new HashSet<>());
                    Box next = node.parent().orElse(node);
                    if (next != rack) {
                        rack = next;
                        racks.add(new HashSet<>());
                    }
                }
                String group = CellStyler.group(by, cell);
                if (!group.isEmpty()) {
                    nodes.getLast().add(group);
                    racks.getLast().add(group);
                    Places places = groups.computeIfAbsent(group, key -> new Places(new HashSet<>(), new HashSet<>()));
                    places.nodes().add(nodes.size() - 1);
                    places.racks().add(racks.size() - 1);
                }
            }
        }

        /** Gives each group that has none a colour, the larger ones first; forgets those that hold nothing any more. */
        void give(Map<String, Integer> known) {
            known.keySet().retainAll(groups.keySet());
            groups.entrySet().stream()
                    .filter(entry -> !known.containsKey(entry.getKey()))
                    .sorted(Comparator.<Map.Entry<String, Places>>comparingInt(
                                    entry -> -entry.getValue().nodes().size())
                            .thenComparing(Map.Entry::getKey))
                    .forEach(entry -> known.put(entry.getKey(), best(entry.getKey(), entry.getValue(), known)));
        }

        private static int[] near(Set<Integer> at, List<Set<String>> places, Map<String, Integer> known) {
            int[] near = new int[LOOKS];
            Set<String> others = new HashSet<>();
            for (int place : at) {
                for (int i = Math.max(0, place - 1); i <= Math.min(places.size() - 1, place + 1); i++) {
                    others.addAll(places.get(i));
                }
            }
            others.stream().filter(known::containsKey).forEach(other -> near[known.get(other)]++);
            return near;
        }

        private int best(String group, Places places, Map<String, Integer> known) {
            int[] beside = near(places.nodes(), nodes, known);
            int[] around = near(places.racks(), racks, known);
            // domains that are far apart in the order of the scene may lie side by side on the canvas
            int[] anywhere = new int[LOOKS];
            known.values().forEach(colour -> anywhere[colour]++);
            int first = first(group);
            return IntStream.range(0, LOOKS)
                    .map(step -> step / Palette.GROUPS * Palette.GROUPS + (first + step) % Palette.GROUPS)
                    .filter(look -> isStriped(look) || anywhere[look] == 0)
                    .boxed()
                    .min(Comparator.<Integer>comparingInt(colour -> beside[colour])
                            .thenComparingInt(colour -> around[colour])
                            .thenComparingInt(colour -> anywhere[colour]))
                    .orElse(first);
        }
    }
}
