// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import podium.benchmarks.PackedNode.Place;
import podium.benchmarks.PackedNode.Running;
import podium.benchmarks.PackedNode.Shared;

/**
 * Moves what runs so that more of what waits finds room. Shares of two GPUs change places where that gathers on one what is
 * unfilled of both, in the twelfths of {@link PackingBound}: the bound is reached when every GPU is either full or empty. What
 * fits after each round is placed, that which loses least of a GPU first. The nodes' cores and memory are kept at each step.
 */
final class Repacking {
    /** Shares that leave one GPU in one exchange. */
    private static final int AT_ONCE = 2;

    private final List<PackedNode> nodes;
    private final Map<Running, Place> before = new HashMap<>();
    private final Map<Packing.Asked, Integer> waiting =
            new TreeMap<>(Comparator.comparingDouble((Packing.Asked asked) -> PackingBound.loss(asked) / asked.amount())
                    .thenComparingLong(Packing.Asked::cores)
                    .thenComparingLong(Packing.Asked::memory)
                    .thenComparingInt(Packing.Asked::gpus)
                    .thenComparingInt(Packing.Asked::thousandths));
    private long placed;

    Repacking(List<PackedNode> nodes, List<Packing.Asked> waiting) {
        this.nodes = nodes;
        nodes.forEach(node -> node.tasks().forEach(task -> before.put(task, task.place())));
        waiting.stream().filter(asked -> asked.gpus() > 0).forEach(asked -> this.waiting.merge(asked, 1, Integer::sum));
    }

    /** Moves until no exchange gathers anything. @return thousandths of a GPU that found room */
    long run() {
        fill();
        while (exchange()) {
            fill();
        }
        return placed;
    }

    /** Tasks that run elsewhere than before: what an operator would have to restart. */
    long moves() {
        return before.entrySet().stream()
                .filter(entry -> !entry.getKey().isAt(entry.getValue()))
                .count();
    }

    private void fill() {
        waiting.replaceAll((asked, count) -> {
            int left = count;
            for (PackedNode node : nodes) {
                while (left > 0 && node.put(new Running(asked))) {
                    left--;
                    placed += asked.amount();
                }
            }
            return left;
        });
    }

    /** Each GPU takes part in one exchange at most. */
    private boolean exchange() {
        Map<List<Integer>, List<Shared>> alike = new HashMap<>();
        for (PackedNode node : nodes) {
            node.shared().forEach(device -> alike.computeIfAbsent(device.amounts(), _ -> new ArrayList<>())
                    .add(device));
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (List<Integer> from : alike.keySet()) {
            for (List<Integer> to : alike.keySet()) {
                exchanges.addAll(Exchange.between(from, to, AT_ONCE));
            }
        }
        exchanges.sort(Exchange.BEST_FIRST);
        Set<Shared> done = new HashSet<>();
        for (Exchange exchange : exchanges) {
            for (Shared from : alike.getOrDefault(exchange.from(), List.of())) {
                for (Shared to : alike.getOrDefault(exchange.to(), List.of())) {
                    if (from != to && !done.contains(from) && !done.contains(to) && exchange.done(from, to)) {
                        done.add(from);
                        done.add(to);
                    }
                }
            }
        }
        return !done.isEmpty();
    }
}
