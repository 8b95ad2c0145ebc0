// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.GangLayoutService;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.internal.PlacementServiceImpl;

/**
 * P11 beyond what can be tried out: the exact layout of a gang beside what Timefold finds in so many seconds, in a process of its
 * own. What both cost is reckoned here from where the ranks lie: domains touched from the top down to the nodes, then what
 * is left free on those touched, from the nodes up; a word, compared from its beginning.
 */
final class GangPeer {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 7;
    private static final int DEPTHS = 4;
    private static final int[] WIDTHS = {160, 8};

    private final int seconds;
    private final String classPath;
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();
    private final List<int[]> domains = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();

    private GangPeer(String classPath, int seconds) {
        this.classPath = classPath;
        this.seconds = seconds;
    }

    /** @param classPath of the peer; empty: there is none */
    static void run(String classPath, int seconds) throws Exception {
        if (classPath.isEmpty()) {
            System.out.println("P11: no peer, podium.timefold does not say where it is");
            return;
        }
        for (int[] size : new int[][] {{48, 12, 2}, {480, 64, 2}, {5_000, 512, 1}, {5_000, 512, 4}}) {
            new GangPeer(classPath, seconds).compare(size[0], size[1], size[2]);
        }
    }

    private void compare(int nodes, int ranks, int gpus) throws Exception {
        build(nodes, new Random(nodes + gpus));
        Job gang = gang(ranks, gpus);
        try (PlacementServiceImpl service = new PlacementServiceImpl(new StillFleet(cluster.getFleet()))) {
            List<Task> tasks = service.ranks(gang).stream().map(Rank::task).toList();
            Map<Task, Node> found = Map.of();
            double[] millis = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = CPU.getCurrentThreadCpuTime();
                found = service.layout(new Subject(gang, tasks), Optional.empty(), Map.of());
                millis[round] = (CPU.getCurrentThreadCpuTime() - start) / 1e6;
            }
            double cold = millis[0];
            Arrays.sort(millis);
            double warm = millis[ROUNDS / 2];
            long[] ours = cost(found.values().stream().map(numbers::get).toList(), gpus);
            peer(nodes, ranks, gpus, found.size() < ranks ? new long[0] : ours, cold, warm);
        }
    }

    private void peer(int nodes, int ranks, int gpus, long[] ours, double cold, double warm) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        classPath,
                        "podium.peers.timefold.Solve")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedWriter out =
                new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write(seconds + " " + ranks + " " + gpus + "\n");
            for (int i = 0; i < domains.size(); i++) {
                for (int domain : domains.get(i)) {
                    out.write(domain + " ");
                }
                out.write(free(i) + "\n");
            }
        }
        String last = "0";
        long[] theirs = {};
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (line.startsWith("better ")) {
                last = line.substring("better ".length());
            } else if (line.startsWith("places ")) {
                theirs = cost(
                        Arrays.stream(line.substring("places ".length()).split(" "))
                                .map(Integer::valueOf)
                                .toList(),
                        gpus);
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("the peer failed");
        }
        System.out.printf(
                Locale.ROOT,
                "P11 %d x %d on %,d nodes: Podium %s in %.1f ms of CPU (cold %.1f, goal 100); Timefold %s after %d s, last better at"
                        + " %s ms; %s%n",
                ranks,
                gpus,
                nodes,
                Arrays.toString(ours),
                warm,
                cold,
                Arrays.toString(theirs),
                seconds,
                last,
                gap(ours, theirs));
    }

    /** How much more one costs than the other where they first differ. */
    private static String gap(long[] ours, long[] theirs) {
        if (ours.length == 0 || theirs.length == 0) {
            return ours.length == theirs.length ? "neither found one" : ours.length == 0 ? "WORSE: none" : "better";
        }
        String[] what = {
            "zones", "blocks", "racks", "nodes", "left on nodes", "left in racks", "left in blocks", "left in zones"
        };
        for (int i = 0; i < ours.length; i++) {
            if (ours[i] != theirs[i]) {
                double gap = 100.0 * (ours[i] - theirs[i]) / Math.max(1, theirs[i]);
                return String.format(Locale.ROOT, "gap %+.1f %% in %s (goal 0 or less)", gap, what[i]);
            }
        }
        return "gap 0 % (goal 0 or less)";
    }

    private long free(int node) {
        return cluster.getNodes().get(node).getAllocatable().get("nvidia.com/gpu");
    }

    private long[] cost(List<Integer> places, int gpus) {
        long[] cost = new long[2 * DEPTHS];
        for (int depth = 0; depth < DEPTHS; depth++) {
            Set<Integer> touched = new HashSet<>();
            for (int place : places) {
                touched.add(domains.get(place)[depth]);
            }
            long left = -(long) gpus * places.size();
            for (int i = 0; i < domains.size(); i++) {
                left += touched.contains(domains.get(i)[depth]) ? free(i) : 0;
            }
            cost[depth] = touched.size();
            cost[2 * DEPTHS - 1 - depth] = left;
        }
        return cost;
    }

    /** Four zones of blocks of racks of eight nodes; most nodes have a few GPUs free. */
    private void build(int nodes, Random random) {
        Fleet fleet = FleetFactory.INSTANCE.createFleet();
        fleet.getClusters().add(cluster);
        Map<String, Domain> known = new HashMap<>();
        for (int i = 0; i < nodes; i++) {
            int zone = i * 4 / nodes;
            int block = i / Math.min(WIDTHS[0], Math.max(1, nodes / 8));
            int rack = i / WIDTHS[1];
            Domain top = known.computeIfAbsent("zone z" + zone, name -> domain(name, Optional.empty()));
            Domain middle =
                    known.computeIfAbsent("block z" + zone + "b" + block, name -> domain(name, Optional.of(top)));
            Domain low = known.computeIfAbsent(
                    "rack " + middle.getName() + "r" + rack, name -> domain(name, Optional.of(middle)));
            Node node = FleetFactory.INSTANCE.createNode();
            node.setName("n" + i);
            node.setReadiness(Readiness.READY);
            long free = random.nextInt(3) == 0 ? 8 : random.nextInt(8);
            node.setAllocatable(Resources.of(Map.of("nvidia.com/gpu", free, "pods", 110L)));
            node.setDomain(low);
            node.setCluster(cluster);
            numbers.put(node, i);
            domains.add(new int[] {number(top), number(middle), number(low), i});
        }
    }

    private final Map<Domain, Integer> named = new HashMap<>();

    private int number(Domain domain) {
        return named.computeIfAbsent(domain, it -> named.size());
    }

    private Domain domain(String name, Optional<Domain> above) {
        Domain domain = FleetFactory.INSTANCE.createDomain();
        domain.setLevel(name.substring(0, name.indexOf(' ')));
        domain.setName(name.substring(name.indexOf(' ') + 1));
        above.ifPresentOrElse(
                it -> it.getDomains().add(domain), () -> cluster.getDomains().add(domain));
        return domain;
    }

    private Job gang(int ranks, int gpus) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName("gang");
        job.setKind("Job");
        job.setWantedTasks(ranks);
        job.setCluster(cluster);
        TaskSpec spec =
                TaskSpec.parse("requests=nvidia.com/gpu=" + gpus + "\ngates=" + GangLayoutService.GATE + "\\t\n");
        for (int rank = 0; rank < ranks; rank++) {
            Task task = FleetFactory.INSTANCE.createTask();
            task.setName("gang-" + rank);
            task.setRank(rank);
            task.setPhase(TaskPhase.GATED);
            task.setSpec(spec);
            task.setJob(job);
        }
        return job;
    }
}
