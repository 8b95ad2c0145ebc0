// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;
import podium.simulator.texts.Texts;

/**
 * Replays a trace in the format of openb, Alibaba's GPU cluster trace of 2023
 * (kubernetes-scheduler-simulator, {@code openb_node_list_*.csv} and {@code openb_pod_list_*.csv}). Tasks that ask for
 * a fraction of a GPU ask for that many thousandths of {@code alibabacloud.com/gpu-milli}, which every GPU offers 1000
 * of; tasks that ask for whole GPUs ask for {@code nvidia.com/gpu} too.
 */
final class TraceReplay {

    /** The resource that stands for thousandths of GPUs. */
    static final String MILLI = "alibabacloud.com/gpu-milli";

    private static final Map<String, String> MODELS = Map.of(
            "P100", "p100", "T4", "t4", "V100M16", "v100-16", "V100M32", "v100", "G2", "a10", "G3", "a100", "A10",
            "a10");

    private static final Map<String, Boolean> NODE_COLUMNS =
            Map.of("sn", false, "cpu_milli", true, "memory_mib", true, "gpu", true, "model", false);

    private static final Map<String, Boolean> TASK_COLUMNS = Map.of(
            "name",
            false,
            "cpu_milli",
            true,
            "memory_mib",
            true,
            "num_gpu",
            true,
            "gpu_milli",
            true,
            "gpu_spec",
            false,
            "qos",
            false,
            "creation_time",
            true,
            "deletion_time",
            true);

    private static final Pattern DENSE = Pattern.compile("(.+?)\\s+x([1-9]\\d{0,3})");

    /** The fleet opens when this share of the tasks has arrived. */
    private static final double MIDDLE = 0.6;

    private final List<TraceRow> nodes;
    private final List<TraceRow> tasks;
    private final int density;

    private TraceReplay(List<TraceRow> nodes, List<TraceRow> tasks, int density) {
        this.nodes = nodes;
        this.tasks = tasks;
        this.density = density;
    }

    static TraceReplay none() {
        return new TraceReplay(List.of(), List.of(), 1);
    }

    /**
     * Reads a directory.
     *
     * @param words the directory, and perhaps {@code x100} to let tasks arrive a hundred times as often: by its own
     *     times the published sample keeps some 40 of its 6,212 GPUs busy
     * @throws IllegalArgumentException if the files are not there, or a row is not as it should be
     */
    static TraceReplay read(String words) {
        Matcher matcher = DENSE.matcher(words);
        boolean dense = matcher.matches();
        Path directory = Path.of(dense ? matcher.group(1) : words);
        return new TraceReplay(
                TraceRow.read(
                        first(directory, "openb_node_list_gpu_node.csv", "openb_node_list_all_node.csv"), NODE_COLUMNS),
                TraceRow.read(first(directory, "openb_pod_list_default.csv"), TASK_COLUMNS),
                dense ? Integer.parseInt(matcher.group(2)) : 1);
    }

    private static Path first(Path directory, String... names) {
        for (String name : names) {
            if (Files.isReadable(directory.resolve(name))) {
                return directory.resolve(name);
            }
        }
        throw new IllegalArgumentException(Texts.of(
                "TraceReplay.noTraceInIsMissing", directory, String.join(Texts.of("TraceReplay.joiner"), names)));
    }

    /** A scenario without machines: they come from the trace. */
    Scenario scenario(HardwareCatalog hardware) {
        Duration age = Duration.ofSeconds(middle()).plusDays(1);
        Map<String, Integer> priorities = Map.of("latency-sensitive", 1000, "best-effort", -10);
        return new Scenario(
                "trace",
                age,
                nodes.isEmpty() ? List.of() : List.of(exporterPool(hardware)),
                List.of(),
                priorities,
                List.of("trace"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The second of the trace at which the fleet opens. */
    private long middle() {
        long[] arrivals = tasks.stream()
                .mapToLong(task -> task.number("creation_time"))
                .sorted()
                .toArray();
        return arrivals.length == 0 ? 0 : arrivals[(int) (arrivals.length * MIDDLE)] / density;
    }

    /** A pool of no machines, so that the exporters are set up. */
    private static NodePool exporterPool(HardwareCatalog hardware) {
        return new NodePool(hardware.machine("dgx-a100"), 0, 0, 1, "", "", Map.of(), List.of(), Map.of());
    }

    /** Adds the nodes. */
    void nodes(SimulationEngine life, HardwareCatalog hardware, Instant start) {
        NodeFactory factory = new NodeFactory(life.cluster().seed(), Json.time(start));
        int number = 0;
        for (TraceRow row : nodes) {
            int count = (int) row.number("gpu");
            Optional<AcceleratorModel> accelerator =
                    Optional.ofNullable(MODELS.get(row.text("model"))).map(hardware::accelerator);
            int cpus = (int) Math.max(1, row.number("cpu_milli") / 1000);
            int memory = (int) Math.max(1, row.number("memory_mib") / 1024);
            MachineModel machine =
                    new MachineModel("openb", accelerator, count, cpus, memory, 2000, 250, "openb", "amd64");
            Map<String, Integer> slices = count == 0 ? Map.of() : Map.of(MILLI, count * 1000, "nvidia.com/gpu", count);
            Map<String, String> labels = Map.of(
                    "topology.kubernetes.io/zone",
                    "openb",
                    "topology.kubernetes.io/rack",
                    "rack-" + (number / 16 + 1),
                    "simulator.podium/model",
                    row.text("model").isEmpty() ? "none" : row.text("model"));
            NodePool pool =
                    new NodePool(machine, 1, 1, 1, row.text("sn"), "10.30.{hi}.{lo}", labels, List.of(), slices);
            int place = number++;
            life.loop().runNow(() -> life.store()
                    .create(ResourceTypes.NODE, factory.node(pool, new NodePool.Place(1, 1, 1, place))));
        }
    }

    /** Submits every task at its time, the middle of the trace being the opening. */
    void replay(SimulationEngine life, Instant opening) {
        if (tasks.isEmpty()) {
            return;
        }
        Instant origin = opening.minusSeconds(middle());
        TraceTasks factory = new TraceTasks();
        for (TraceRow task : tasks) {
            long seconds = Math.max(1, task.number("deletion_time") - task.number("creation_time"));
            Instant begin = origin.plusSeconds(task.number("creation_time") / density);
            if (begin.plusSeconds(seconds).isBefore(opening)) {
                continue;
            }
            life.loop().post(() -> life.loop().at(begin, () -> life.store()
                    .create(
                            ResourceTypes.POD,
                            factory.pod(
                                    task.text("name"),
                                    task.number("cpu_milli"),
                                    task.number("memory_mib"),
                                    task.number("num_gpu"),
                                    task.number("gpu_milli"),
                                    task.text("gpu_spec"),
                                    task.text("qos"),
                                    seconds))));
        }
    }
}
