// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.DeviceHolder;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.Resources;

/** Whatever came and went in whatever order, the model ends as if only what is left had ever been seen. */
class ConvergenceTest {
    private static final String[] KINDS = {"Deployment", "ReplicaSet", "Job", "JobSet"};

    private Random random = new Random(0);
    private final Map<String, Change> alive = new LinkedHashMap<>();

    @Test
    void theModelDependsOnWhatIsLeftAloneNotOnHowItCame() {
        for (int seed = 0; seed < 600; seed++) {
            random = new Random(seed);
            alive.clear();
            FleetBench lived = new FleetBench().show(new Change.Listed("Pod", 0));
            int steps = 20 + random.nextInt(150);
            List<Change> slice = new ArrayList<>();
            for (int i = 0; i < steps; i++) {
                slice.add(step());
                if (random.nextInt(4) == 0) {
                    lived.show(slice);
                    slice.clear();
                    checkInvariants(lived);
                }
            }
            lived.show(slice);
            checkInvariants(lived);
            List<Change> left = new ArrayList<>(alive.values());
            Collections.shuffle(left, random);
            FleetBench fresh =
                    new FleetBench().show(new Change.Listed("Pod", 0)).show(left);
            assertEquals(Picture.of(fresh.cluster), Picture.of(lived.cluster), "seed " + seed);
        }
    }

    @Test
    void aRelistOfEverythingChangesNoObject() {
        random = new Random(42);
        alive.clear();
        FleetBench bench = new FleetBench().show(new Change.Listed("Pod", 0));
        for (int i = 0; i < 300; i++) {
            bench.show(step());
        }
        Map<String, Task> tasks = new LinkedHashMap<>();
        bench.cluster.getJobs().forEach(job -> job.getTasks().forEach(task -> tasks.put(task.getUid(), task)));
        List<Job> jobs = List.copyOf(bench.cluster.getJobs());
        String before = Picture.of(bench.cluster);
        int deltas = bench.deltas.size();
        List<Change> all = new ArrayList<>(alive.values());
        Collections.shuffle(all, random);
        bench.show(all);
        assertEquals(deltas, bench.deltas.size());
        assertEquals(before, Picture.of(bench.cluster));
        assertEquals(jobs, List.copyOf(bench.cluster.getJobs()));
        tasks.forEach((uid, task) -> assertSame(task, bench.task(task.getName())));
    }

    private Change step() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> see("node " + name("n", 4), this::node);
            case 2, 3, 4, 5 -> see("pod " + name("p", 12), this::pod);
            case 6, 7 -> see("workload " + name("w", 6), this::workload);
            case 8 -> see("queue " + name("q", 2), this::queue);
            case 9 -> see("devices " + name("n", 4), this::devices);
            case 10 -> see("priority " + name("c", 2), this::priority);
            case 11, 12 -> see("gang " + name("g", 3), this::gang);
            default -> remove();
        };
    }

    private Change see(String key, java.util.function.Function<String, Change> make) {
        Change change = make.apply(key.substring(key.indexOf(' ') + 1));
        alive.put(key, change);
        return change;
    }

    private Change remove() {
        List<String> keys = alive.keySet().stream()
                .filter(key -> !key.startsWith("devices"))
                .toList();
        if (keys.isEmpty()) {
            return new Change.Listed("Node", 0);
        }
        String key = keys.get(random.nextInt(keys.size()));
        return switch (alive.remove(key)) {
            case Change.NodeSeen seen -> new Change.Gone("Node", "", seen.name(), seen.uid());
            case Change.PodSeen seen -> new Change.Gone("Pod", seen.namespace(), seen.name(), seen.uid());
            case Change.WorkloadSeen seen -> new Change.Gone(seen.kind(), seen.namespace(), seen.name(), seen.uid());
            case Change.GangSeen seen -> new Change.Gone(seen.kind(), seen.namespace(), seen.name(), seen.uid());
            case Change.QueueSeen seen -> new Change.Gone(seen.kind(), seen.namespace(), seen.name(), seen.uid());
            case Change.PriorityClassSeen seen -> new Change.Gone("PriorityClass", "", seen.name(), seen.uid());
            default -> throw new AssertionError(key);
        };
    }

    private String name(String prefix, int count) {
        return prefix + random.nextInt(count);
    }

    private Change node(String name) {
        String[] labels = random.nextInt(3) == 0
                ? new String[0]
                : new String[] {
                    "topology.kubernetes.io/zone",
                    "z" + random.nextInt(2),
                    "topology.kubernetes.io/rack",
                    "r" + random.nextInt(2)
                };
        return Seen.gpuNode(name, random.nextInt(5), labels);
    }

    private Change pod(String name) {
        TaskPhase[] phases = TaskPhase.values();
        int owner = random.nextInt(7);
        Optional<ControllerRef> ref =
                owner == 6 ? Optional.empty() : Optional.of(Seen.owner(KINDS[owner % 4], "w" + owner));
        DeviceIds ids = random.nextBoolean() ? DeviceIds.none() : new DeviceIds(List.of("GPU-" + random.nextInt(4)));
        return Seen.pod(
                name,
                phases[random.nextInt(phases.length)],
                random.nextInt(3) == 0 ? "" : name("n", 4),
                random.nextInt(3) == 0 ? Seen.asks(1, name("g", 3)) : Seen.asks(1 + random.nextInt(3)),
                ref,
                ids);
    }

    private Change workload(String name) {
        int number = Integer.parseInt(name.substring(1));
        Optional<ControllerRef> owner = number > 0 && random.nextInt(3) > 0
                ? Optional.of(
                        number == 5 ? Seen.owner("Pod", "p0") : Seen.owner(KINDS[(number - 1) % 4], "w" + (number - 1)))
                : Optional.empty();
        return Seen.workload(
                KINDS[number % 4],
                name,
                random.nextInt(4),
                owner,
                random.nextInt(4) == 0,
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(2),
                Conditions.none(),
                random.nextBoolean() ? "" : name("q", 2));
    }

    private Change gang(String name) {
        int owner = random.nextInt(5);
        Optional<ControllerRef> controller =
                switch (owner) {
                    case 0, 1 -> Optional.of(Seen.owner(KINDS[owner], "w" + owner));
                    case 2 -> Optional.of(TestKinds.controller("apps/v1", KINDS[2], "w2", ""));
                    default -> Optional.empty();
                };
        return Seen.gang(name, controller, 2 + random.nextInt(2), random.nextBoolean() ? "" : "Somebody: no room");
    }

    private Change queue(String name) {
        return new Change.QueueSeen(
                "LocalQueue",
                "team",
                name,
                "uid-" + name,
                "",
                Resources.none(),
                Resources.none(),
                random.nextInt(3),
                0,
                true);
    }

    private Change priority(String name) {
        return new Change.PriorityClassSeen(name, "uid-" + name, random.nextInt(100), name.equals("c0"));
    }

    private Change devices(String node) {
        return Seen.devices(
                node,
                "slices",
                Seen.device(0, "GPU-" + random.nextInt(2), Health.HEALTHY),
                Seen.device(1, "GPU-" + (2 + random.nextInt(2)), Health.values()[random.nextInt(4)]));
    }

    private static void checkInvariants(FleetBench bench) {
        for (Job job : bench.cluster.getJobs()) {
            for (Task task : job.getTasks()) {
                for (Accelerator accelerator : task.getAccelerators()) {
                    assertSame(task.getNode(), accelerator.getNode());
                    assertTrue(accelerator.getTasks().contains(task));
                }
                if (task.getNode() != null) {
                    assertSame(bench.cluster, task.getNode().getCluster());
                }
            }
        }
        bench.cluster.getNodes().forEach(node -> {
            for (int i = 0; i < node.getAccelerators().size(); i++) {
                assertEquals(i, node.getAccelerators().get(i).getIndex());
            }
            node.getTasks().forEach(task -> assertNotNull(task.getJob(), () -> task.getName() + " is in no job"));
        });
    }

    @Test
    void holdersOfTheExporterConvergeToo() {
        FleetBench first = new FleetBench()
                .show(new Change.HoldersSeen(
                        "n1", "dcgm", List.of(new DeviceHolder(OptionalInt.of(1), "", "team", "p"))))
                .show(Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)))
                .show(Seen.gpuNode("n1", 4));
        FleetBench second = new FleetBench()
                .show(Seen.gpuNode("n1", 4))
                .show(Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)))
                .show(new Change.HoldersSeen(
                        "n1", "dcgm", List.of(new DeviceHolder(OptionalInt.of(1), "", "team", "p"))));
        assertEquals(Picture.of(second.cluster), Picture.of(first.cluster));
        assertEquals(List.of(1), first.indexes(first.task("p")));
    }
}
