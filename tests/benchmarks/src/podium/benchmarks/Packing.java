// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * P12: packs the openb trace one by one in the order of ten shuffles and prints the share of GPUs allocated when tasks
 * that ask for 130 % of them have arrived, then after moves. The method is that of the paper ("Beware of
 * Fragmentation", USENIX ATC 2023, section 6.2, and hkust-adsl/kubernetes-scheduler-simulator): the default list, made
 * longer by tasks drawn from it, shuffled; what does not fit when it arrives waits; nothing ends. Where each goes is
 * what Podium advises: the node of the best score of {@code PlacementService.verdicts}.
 */
final class Packing {
    private static final double ARRIVALS = 1.3;
    private static final double PAPER_FGD = 95.39;
    private static final double PAPER_BEST_FIT = 93.08;

    private final Path data;

    Packing(Path data) {
        this.data = data;
    }

    /** One line of the list of tasks. */
    record Asked(long cores, long memory, int gpus, int thousandths) {
        long amount() {
            return (long) gpus * thousandths;
        }
    }

    /** One line of the list of nodes. */
    record Machine(String name, long cores, long memory, int gpus, String model) {}

    void run(int shuffles) throws IOException {
        List<Machine> machines = machines();
        List<Asked> list = tasks();
        long capacity = machines.stream().mapToLong(Machine::gpus).sum() * 1000;
        System.out.printf(
                Locale.ROOT,
                "P12: %,d nodes, %,d GPUs, %,d tasks in the list, arrivals to %.0f %%%n",
                machines.size(),
                capacity / 1000,
                list.size(),
                100 * ARRIVALS);
        double before = 0;
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            long start = System.nanoTime();
            PackedTrace trace = new PackedTrace(machines, list);
            trace.arrive(shuffled(list, capacity, shuffle));
            double one = trace.allocated();
            before += one / shuffles;
            System.out.printf(
                    Locale.ROOT,
                    "shuffle %d: %.2f %% of the GPUs allocated one by one, %d tasks wait; %.1f s%n",
                    shuffle,
                    one,
                    trace.waiting(),
                    (System.nanoTime() - start) / 1e9);
        }
        System.out.printf(
                Locale.ROOT,
                "P12 mean of %d: %.2f %% one by one (goal 95.4; the paper's FGD %.2f, Best-fit %.2f)%n",
                shuffles,
                before,
                PAPER_FGD,
                PAPER_BEST_FIT);
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

    private List<Asked> tasks() throws IOException {
        return lines("openb_pod_list_default.csv").stream()
                .map(field -> new Asked(
                        Long.parseLong(field[1]),
                        Long.parseLong(field[2]) << 20,
                        Integer.parseInt(field[3]),
                        Integer.parseInt(field[3]) == 0 ? 0 : Integer.parseInt(field[4])))
                .toList();
    }

    private List<String[]> lines(String file) throws IOException {
        return Files.readAllLines(data.resolve("openb").resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
