// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import podium.core.change.SchedulingObject;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.GangLayoutService;
import podium.placement.IncrementalResult;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;

/**
 * P10 and P11: a gang of 512 ranks on 5,000 nodes in 4 levels. The verdict of every node while its ranks are dragged, beside one
 * linear scan of the node array; its best layout in the whole cluster, on the empty board and beside ranks that lie already. CPU time of the asking thread.
 */
final class GangBench {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int RANKS = 512;
    /** Pods that leave two GPUs free on most nodes, eight on the last 700. */
    private static final int PODS = 30_000;

    private final Cluster cluster = Supposing.cluster(PODS);
    private final StillFleet fleet = new StillFleet(cluster.getFleet());
    private final int rounds;
    private int made;

    private GangBench(int rounds) {
        this.rounds = rounds;
    }

    static void run(int rounds) throws Exception {
        new GangBench(Math.max(3, rounds)).run();
    }

    private void run() throws Exception {
        try (PlacementServiceImpl service = new PlacementServiceImpl(fleet)) {
            for (int gpus : new int[] {1, 2, 8}) {
                dragging(service, gang(gpus, gpus), gpus, "");
            }
            dragging(service, queued(), 1, ", waiting for a queue of 4 flavors");
            claimed(service);
            layout(service, "512 x 1", gang(1, 1));
            layout(service, "512 x 2", gang(2, 2));
            layout(service, "512 x 8", gang(8, 8));
            layout(service, "1 x 0 and 511 x 8", gang(0, 8));
        }
    }

    /** Gangs that take their GPUs by claims, half of the devices being held. */
    private void claimed(PlacementServiceImpl service) {
        ClaimedGpus gpus = new ClaimedGpus(SchedulingObjects.of(cluster), cluster);
        fleet.tell(new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), false));
        Job four = gpus.claiming(gang(0, 0), ClaimedGpus.ANY);
        Job near = gpus.claiming(gang(0, 0), ClaimedGpus.OF_ONE_ROOT);
        beginning(four, ", by claims of 4");
        dragging(service, four, 0, ", by claims of 4");
        beginning(near, ", by claims of 4 of one PCIe root");
        dragging(service, near, 0, ", by claims of 4 of one PCIe root");
        judgingAll(service, gpus, four, ", by claims of 4");
        judgingAll(service, gpus, near, ", by claims of 4 of one PCIe root");
        Node node = cluster.getNodes().get(17);
        long[] held = new long[20 * rounds];
        for (int i = 0; i < held.length; i++) {
            gpus.hold(17, i % 2 == 0 ? 8 : 4);
            fleet.tell(new FleetDelta(Set.of(cluster), Set.of(node), Set.of(), Set.of(), false));
            held[i] = time(() -> service.verdicts(new Subject(near, near.getTasks())));
        }
        System.out.printf(
                Locale.ROOT,
                "P10 after a claim got or lost devices %.3f ms, p99 %.3f (goal 1)%n",
                median(held),
                p99(held));
    }

    /** Every node judged anew, as when a device class changed. */
    private void judgingAll(PlacementServiceImpl service, ClaimedGpus gpus, Job gang, String more) {
        long[] all = new long[5 * rounds];
        for (int i = 0; i < all.length; i++) {
            gpus.otherClass();
            fleet.tell(new FleetDelta(Set.of(cluster), Set.of(), Set.of(), Set.of(), false));
            all[i] = time(() -> service.verdicts(new Subject(gang, gang.getTasks())));
        }
        System.out.printf(
                Locale.ROOT,
                "P10 %d ranks%s, every node judged anew: %.2f ms, at first %.2f, worst %.2f (goal 8)%n",
                RANKS,
                more,
                median(all),
                all[0] / 1e6,
                worst(all));
    }

    /** The first look there ever is, in steps: the whole of it, and the longest step once the code is warm. */
    private void beginning(Job gang, String more) {
        long[] whole = new long[rounds];
        long[] longest = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            try (PlacementServiceImpl fresh = new PlacementServiceImpl(fleet)) {
                IncrementalResult<Map<Node, Verdict>> work = fresh.judging(new Subject(gang, gang.getTasks()));
                boolean[] open = {true};
                while (open[0]) {
                    long step = time(() -> open[0] = work.step().isEmpty());
                    whole[round] += step;
                    longest[round] = Math.max(longest[round], step);
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "P10 %d ranks%s on a cluster never looked at: %.1f ms in steps, worst %.1f; the longest step %.2f ms,"
                        + " worst %.2f%n",
                RANKS,
                more,
                median(whole),
                worst(whole),
                median(longest),
                worst(longest));
    }

    /** A gang at the gate whose first rank asks for other GPUs than the rest. */
    private Job gang(int first, int gpus) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName("gang-" + made++);
        job.setKind("Job");
        job.setWantedTasks(RANKS);
        job.setCluster(cluster);
        TaskSpec one = spec(first);
        TaskSpec other = spec(gpus);
        for (int rank = 0; rank < RANKS; rank++) {
            Task task = FleetFactory.INSTANCE.createTask();
            task.setName(job.getName() + "-" + rank);
            task.setRank(rank);
            task.setPhase(TaskPhase.GATED);
            task.setSpec(rank == 0 ? one : other);
            task.setJob(job);
        }
        return job;
    }

    private static TaskSpec spec(int gpus) {
        Map<String, Long> asks = new HashMap<>(Map.of("cpu", 1000L, "memory", 1L << 30));
        if (gpus > 0) {
            asks.put("nvidia.com/gpu", (long) gpus);
        }
        TaskSpec plain = TaskSpec.of(Resources.of(asks));
        return TaskSpec.parse(plain.text() + "gates=" + GangLayoutService.GATE + "\t\n");
    }

    /** A gang whose queue has too little left of each of its flavors. */
    private Job queued() {
        List<SchedulingObject.Granted> quotas = new ArrayList<>();
        Map<String, Resources> used = new HashMap<>();
        for (int zone = 0; zone < 4; zone++) {
            String flavor = "zone-" + zone;
            SchedulingObjects.of(cluster)
                    .seen(new SchedulingObject.ResourceFlavor(
                            flavor, zone == 0 ? Labels.none() : Labels.of("flavor", flavor), List.of(), List.of(), ""));
            for (String resource : List.of("cpu", "memory", "nvidia.com/gpu")) {
                quotas.add(new SchedulingObject.Granted(
                        flavor, resource, 1L << 50, OptionalLong.empty(), OptionalLong.empty()));
            }
            used.put(flavor, Resources.of(Map.of("nvidia.com/gpu", 1L << 50)));
        }
        SchedulingObjects.of(cluster).seen(new SchedulingObject.LocalQueue("", "gold", "gold", false));
        SchedulingObjects.of(cluster)
                .seen(new SchedulingObject.ClusterQueue(
                        "gold",
                        "all",
                        List.of(List.of("cpu", "memory", "nvidia.com/gpu")),
                        quotas,
                        used,
                        new LabelSelector(Labels.none(), List.of()),
                        "",
                        SchedulingObject.Preemption.NEVER,
                        List.of()));
        Job job = gang(1, 1);
        job.setQueueName("gold");
        job.setSuspended(true);
        return job;
    }

    private void dragging(PlacementServiceImpl service, Job gang, int gpus, String more) {
        List<Task> tasks = service.ranks(gang).stream().map(Rank::task).toList();
        Subject all = new Subject(gang, tasks);
        Map<Task, Node> half =
                service.layout(new Subject(gang, tasks.subList(0, RANKS / 2)), Optional.empty(), Map.of());
        Subject rest = new Subject(gang, tasks.subList(RANKS / 2, RANKS));
        Node changed = cluster.getNodes().get(17);
        long[] first = new long[rounds];
        long[] again = new long[20 * rounds];
        long[] drop = new long[rounds];
        long[] board = new long[20 * rounds];
        long[] scan = new long[20 * rounds];
        for (int round = 0; round < rounds; round++) {
            fleet.tell(new FleetDelta(Set.of(), Set.of(), Set.of(gang), Set.of(), false)); // forgets what was judged
            first[round] = time(() -> service.verdicts(all));
            for (int i = 0; i < 20; i++) {
                int at = round * 20 + i;
                fleet.tell(new FleetDelta(Set.of(), Set.of(changed), Set.of(), Set.of(), false));
                again[at] = time(() -> service.verdicts(all));
                scan[at] = time(() -> scan(gpus));
            }
            service.verdicts(rest);
            drop[round] = time(() -> service.verdicts(rest, half)); // the first question after a rank was dropped
            for (int i = 0; i < 20; i++) {
                fleet.tell(new FleetDelta(Set.of(), Set.of(changed), Set.of(), Set.of(), false));
                board[round * 20 + i] = time(() -> service.verdicts(rest, half));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "P10 512 x %d on %,d nodes%s: first %.2f ms, worst %.2f (goal 8); after a change %.3f ms, p99 %.3f"
                        + " (goal 1); on the board beside %d ranks first %.2f, worst %.2f (goal 8), then %.3f ms, p99 %.3f"
                        + " (goal 1); a linear scan %.3f ms: %.1f x (goal 2)%n",
                gpus,
                cluster.getNodes().size(),
                more,
                median(first),
                worst(first),
                median(again),
                p99(again),
                half.size(),
                median(drop),
                worst(drop),
                median(board),
                p99(board),
                median(scan),
                median(again) / median(scan));
    }

    /** The least there is to do for an answer: free GPUs of each node against what is asked, by the tasks it has. */
    private int scan(int gpus) {
        int fit = 0;
        for (Node node : cluster.getNodes()) {
            fit += node.getAllocatable().get("nvidia.com/gpu") >= gpus ? 1 : 0;
        }
        return fit;
    }

    private void layout(PlacementServiceImpl service, String what, Job gang) {
        List<Task> tasks = service.ranks(gang).stream().map(Rank::task).toList();
        long[] empty = new long[rounds];
        long[] beside = new long[rounds];
        List<Map<Task, Node>> found = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            empty[round] = time(() -> found.add(service.layout(new Subject(gang, tasks), Optional.empty(), Map.of())));
            Map<Task, Node> half = new HashMap<>();
            tasks.subList(0, RANKS / 2).forEach(task -> {
                Node node = found.getLast().get(task);
                if (node != null) {
                    half.put(task, node);
                }
            });
            beside[round] = time(
                    () -> service.layout(new Subject(gang, tasks.subList(RANKS / 2, RANKS)), Optional.empty(), half));
        }
        System.out.printf(
                Locale.ROOT,
                "P11 %s in the whole cluster: %.1f ms, worst %.1f, cold %.1f (goal 100); the other half beside one"
                        + " half %.1f ms; %s%n",
                what,
                median(empty),
                worst(empty),
                empty[0] / 1e6,
                median(beside),
                found.getLast().size() < RANKS
                        ? "room for " + found.getLast().size()
                        : service.appraise(gang, found.getLast()).score());
    }

    /** CPU time of this thread: what the work costs, however busy the machine is. */
    private static long time(Runnable work) {
        long start = CPU.getCurrentThreadCpuTime();
        work.run();
        return CPU.getCurrentThreadCpuTime() - start;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private static double p99(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6;
    }

    /** The worst after the first round, which loads and compiles the code. */
    private static double worst(long[] nanos) {
        return Arrays.stream(nanos).skip(1).max().orElse(nanos[0]) / 1e6;
    }
}
