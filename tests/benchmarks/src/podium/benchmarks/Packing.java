// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * P12: packs the openb trace one by one in the order of ten shuffles and prints the share of GPUs allocated when tasks
 * that ask for 130 % of them have arrived, then after moves ({@link Repacking}), then what no moves can exceed
 * ({@link PackingBound}). The method is that of the paper ("Beware of
 * Fragmentation", USENIX ATC 2023, section 6.2, and hkust-adsl/kubernetes-scheduler-simulator): each list, made
 * longer by tasks drawn from it, shuffled; what does not fit when it arrives waits; nothing ends. Where each goes is
 * what Podium advises: the node of the best score of {@code PlacementService.verdicts}. The moves are the benchmark's own, of
 * single shares: the product advises moves that free whole GPUs ({@code AdviceService.relief}). The paper moves nothing.
 */
final class Packing {
    private static final double ARRIVALS = 1.3;
    /**
     * The lists with the share of GPUs that FGD allocated in the end, as its authors published it (mean of ten seeds of
     * 06-FGD in experiments/analysis/expected_results/analysis_allo_discrete.csv of hkust-adsl/kubernetes-scheduler-simulator).
     */
    private static final Map<String, Double> FGD = new TreeMap<>(Map.ofEntries(
            Map.entry("default", 95.39),
            Map.entry("cpu050", 95.21),
            Map.entry("cpu100", 95.35),
            Map.entry("cpu200", 95.05),
            Map.entry("cpu250", 93.41),
            Map.entry("gpushare40", 94.15),
            Map.entry("gpushare60", 91.40),
            Map.entry("gpushare80", 89.31),
            Map.entry("gpushare100", 86.90),
            Map.entry("gpuspec10", 94.95),
            Map.entry("gpuspec20", 94.84),
            Map.entry("gpuspec25", 94.74),
            Map.entry("gpuspec33", 94.55),
            Map.entry("multigpu20", 95.65),
            Map.entry("multigpu30", 96.46),
            Map.entry("multigpu40", 96.99),
            Map.entry("multigpu50", 97.18)));

    private final Path data;

    Packing(Path data) {
        this.data = data;
    }

    /**
     * One line of the list of tasks.
     *
     * @param models the products it takes (gpu_spec), with a bar between; empty: any
     */
    record Asked(long cores, long memory, int gpus, int thousandths, String models) {
        long amount() {
            return (long) gpus * thousandths;
        }
    }

    /** One line of the list of nodes. */
    record Machine(String name, long cores, long memory, int gpus, String model) {}

    /** Every list of the trace that is there. */
    void run(int shuffles) throws IOException {
        for (String name : FGD.keySet()) {
            if (Files.exists(file(name))) {
                run(name, shuffles);
            }
        }
    }

    private Path file(String list) {
        return data.resolve("openb").resolve("openb_pod_list_" + list + ".csv");
    }

    private void run(String name, int shuffles) throws IOException {
        List<Machine> machines = machines();
        List<Asked> list = tasks(name);
        boolean free = list.stream().allMatch(asked -> asked.models().isEmpty());
        long capacity = machines.stream().mapToLong(Machine::gpus).sum() * 1000;
        System.out.printf(
                Locale.ROOT,
                "P12 %s: %,d nodes, %,d GPUs, %,d tasks in the list, arrivals to %.0f %%%n",
                name,
                machines.size(),
                capacity / 1000,
                list.size(),
                100 * ARRIVALS);
        double[] mean = new double[3];
        double moves = 0;
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            Packed packed = packed(machines, list, shuffled(list, capacity, shuffle), capacity, free);
            mean[0] += packed.oneByOne() / shuffles;
            mean[1] += packed.afterMoves() / shuffles;
            mean[2] += packed.bound() / shuffles;
            moves += (double) packed.moves() / shuffles;
            System.out.printf(
                    Locale.ROOT,
                    "shuffle %d: %.2f %% of the GPUs allocated one by one, %d tasks wait, %.1f s%s%n",
                    shuffle,
                    packed.oneByOne(),
                    packed.waiting(),
                    packed.placing(),
                    free ? packed.moved() : "");
        }
        double fgd = FGD.getOrDefault(name, 0.0);
        System.out.printf(
                Locale.ROOT,
                "P12 %s, mean of %d: %.2f %% one by one, FGD as published %.2f, %+.2f points%s%n",
                name,
                shuffles,
                mean[0],
                fgd,
                mean[0] - fgd,
                free
                        ? String.format(
                                Locale.ROOT,
                                "; %.2f %% after %.0f moves; proven bound of any moves %.2f %%",
                                mean[1],
                                moves,
                                mean[2])
                        : "; no moves, which would have to keep to products");
    }

    /**
     * One shuffle, in percent of the GPUs.
     *
     * @param placing seconds it took to place them
     * @param moving seconds it took to find the moves
     */
    private record Packed(
            double oneByOne, int waiting, double placing, double afterMoves, long moves, double moving, double bound) {
        String moved() {
            return String.format(
                    Locale.ROOT,
                    "; %.2f %% after %d moves, %.1f s; no moves give more than %.2f %%",
                    afterMoves,
                    moves,
                    moving,
                    bound);
        }
    }

    private static Packed packed(
            List<Machine> machines, List<Asked> list, List<Asked> tasks, long capacity, boolean free) {
        long start = System.nanoTime();
        PackedTrace trace = new PackedTrace(machines, list);
        trace.arrive(tasks);
        long placed = System.nanoTime();
        double share = 100.0 / capacity * trace.allocated();
        if (!free) {
            return new Packed(share, trace.waiting().size(), (placed - start) / 1e9, share, 0, 0, 100);
        }
        Map<String, PackedNode> nodes = new LinkedHashMap<>();
        machines.forEach(machine -> nodes.put(machine.name(), new PackedNode(machine)));
        trace.placed().forEach(it -> Objects.requireNonNull(nodes.get(it.node()))
                .put(new PackedNode.Running(it.asked()), it.devices()));
        Repacking repacking = new Repacking(List.copyOf(nodes.values()), trace.waiting());
        long after = trace.allocated() + repacking.run();
        long moved = System.nanoTime();
        List<Asked> ran = trace.placed().stream().map(PackedTrace.Placed::asked).toList();
        double bound = PackingBound.most((int) (capacity / PackingBound.WHOLE), ran, trace.waiting());
        if (after > bound) {
            throw new IllegalStateException("the bound is wrong: " + after + " thousandths are more than " + bound);
        }
        double percent = 100.0 / capacity;
        return new Packed(
                percent * trace.allocated(),
                trace.waiting().size(),
                (placed - start) / 1e9,
                percent * after,
                repacking.moves(),
                (moved - placed) / 1e9,
                percent * bound);
    }

    /** The list and tasks drawn from it until the next would ask for more than the arrivals; then shuffled. */
    private static List<Asked> shuffled(List<Asked> list, long capacity, int seed) {
        Random random = new Random(seed);
        List<Asked> tasks = new ArrayList<>(list);
        long sum = list.stream().mapToLong(Asked::amount).sum();
        Asked next = list.get(random.nextInt(list.size()));
        while (sum + next.amount() <= ARRIVALS * capacity) {
            tasks.add(next);
            sum += next.amount();
            next = list.get(random.nextInt(list.size()));
        }
        Collections.shuffle(tasks, random);
        return tasks;
    }

    private List<Machine> machines() throws IOException {
        return lines("openb_node_list_gpu_node.csv").stream()
                .map(field -> new Machine(
                        field[0],
                        Long.parseLong(field[1]),
                        Long.parseLong(field[2]) << 20,
                        Integer.parseInt(field[3]),
                        field.length > 4 ? field[4] : ""))
                .sorted(Comparator.comparing(Machine::name))
                .toList();
    }

    private List<Asked> tasks(String name) throws IOException {
        return lines("openb_pod_list_" + name + ".csv").stream()
                .map(field -> new Asked(
                        Long.parseLong(field[1]),
                        Long.parseLong(field[2]) << 20,
                        Integer.parseInt(field[3]),
                        Integer.parseInt(field[3]) == 0 ? 0 : Integer.parseInt(field[4]),
                        field.length > 5 ? field[5] : ""))
                .toList();
    }

    private List<String[]> lines(String file) throws IOException {
        return Files.readAllLines(data.resolve("openb").resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
