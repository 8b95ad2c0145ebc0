// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.internal.whatif.WhatIfServiceImpl;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.HypothesisReader;
import podium.placement.whatif.WhatIfResult;

/** "Does 64 x 8 fit if rack 7 is down?" at 5,000 nodes of 8 GPUs and 150,000 pods: goal 2 s, most of it off the UI's thread. */
final class Supposing {
    private static final int NODES = 5_000;
    private static final int RACK = 8;
    private static final int BLOCK = 160;

    private Supposing() {}

    static void run(int pods, int rounds) throws Exception {
        Cluster cluster = cluster(pods);
        List<Hypothesis> question =
                new HypothesisReader(cluster).read("down rack-7; submit 64x8").hypotheses();
        long[] held = new long[rounds];
        long[] whole = new long[rounds];
        WhatIfResult outlook = null;
        for (int round = 0; round < rounds; round++) {
            WhatIfServiceImpl service = new WhatIfServiceImpl(java.time.InstantSource.system());
            long start = System.nanoTime();
            var answer = service.ask(cluster, question);
            held[round] = System.nanoTime() - start;
            outlook = answer.get();
            whole[round] = System.nanoTime() - start;
        }
        System.out.printf(
                Locale.ROOT,
                "what-if: %,d nodes, %,d pods; 64 x 8 %s if rack 7 is down, %d jobs lose their place, %d wait%n",
                NODES,
                pods,
                outlook.submitted().getFirst().fits() ? "fits" : "does not fit",
                outlook.displaced().size(),
                outlook.waiting().size());
        System.out.printf(
                Locale.ROOT,
                "what-if answered in %.0f ms, cold %.0f, worst warm %.0f (goal 2000); of it the realm was held for"
                        + " %.0f ms, cold %.0f%n",
                median(whole),
                whole[0] / 1e6,
                worst(whole),
                median(held),
                held[0] / 1e6);
    }

    private static double median(long[] nanos) {
        long[] warm = Arrays.copyOfRange(nanos, Math.min(1, nanos.length - 1), nanos.length);
        Arrays.sort(warm);
        return warm[warm.length / 2] / 1e6;
    }

    private static double worst(long[] nanos) {
        return Arrays.stream(nanos).skip(1).max().orElse(nanos[0]) / 1e6;
    }

    /** Four zones of blocks of racks; nine GPUs in ten held, the pods of each node in jobs of ten; 300 jobs wait. */
    static Cluster cluster(int pods) {
        Fleet fleet = FleetFactory.INSTANCE.createFleet();
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setName("large");
        fleet.getClusters().add(cluster);
        Domain zone = null;
        Domain block = null;
        Domain rack = null;
        Node[] nodes = new Node[NODES];
        for (int i = 0; i < NODES; i++) {
            zone = i % (NODES / 4) == 0 ? domain("zone", "z" + i / (NODES / 4)) : zone;
            if (i % (NODES / 4) == 0) {
                cluster.getDomains().add(zone);
            }
            block = i % BLOCK == 0 || i % (NODES / 4) == 0 ? below(zone, "block", "b" + i / BLOCK) : block;
            rack = i % RACK == 0 || i % (NODES / 4) == 0 ? below(block, "rack", "rack-" + i / RACK) : rack;
            nodes[i] = node("n" + i, rack, cluster);
        }
        TaskSpec gpu = spec(1);
        TaskSpec plain = spec(0);
        for (int i = 0; i < pods; i++) {
            if (i % 10 == 0) {
                job("job-" + i / 10, cluster);
            }
            Job job = cluster.getJobs().getLast();
            int node = i % NODES;
            // The last 700 nodes are free of GPU pods.
            task("p" + i, job, i / NODES < 8 && node < NODES - 700 ? gpu : plain, nodes[node]);
        }
        for (int i = 0; i < 300; i++) {
            Job job = job("late-" + i, cluster);
            job.setState(JobState.WAITING);
            job.setSpec(spec(i % 8 + 1));
            task("late-" + i, job, job.getSpec(), null);
        }
        return cluster;
    }

    private static Domain domain(String level, String name) {
        Domain domain = FleetFactory.INSTANCE.createDomain();
        domain.setLevel(level);
        domain.setName(name);
        return domain;
    }

    private static Domain below(Domain parent, String level, String name) {
        Domain domain = domain(level, name);
        parent.getDomains().add(domain);
        return domain;
    }

    private static Node node(String name, Domain rack, Cluster cluster) {
        Node node = FleetFactory.INSTANCE.createNode();
        node.setName(name);
        node.setReadiness(Readiness.READY);
        node.setLabels(Labels.of("kubernetes.io/hostname", name));
        node.setAllocatable(
                Resources.of(Map.of("nvidia.com/gpu", 8L, "cpu", 128_000L, "memory", 1L << 40, "pods", 110L)));
        node.setDomain(rack);
        node.setCluster(cluster);
        return node;
    }

    private static TaskSpec spec(int gpus) {
        return TaskSpec.of(Resources.of(
                gpus == 0
                        ? Map.of("cpu", 500L, "memory", 1L << 30)
                        : Map.of("nvidia.com/gpu", (long) gpus, "cpu", 4000L, "memory", 1L << 34)));
    }

    private static Job job(String name, Cluster cluster) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName(name);
        job.setKind("Job");
        job.setState(JobState.RUNNING);
        job.setWantedTasks(1);
        job.setCluster(cluster);
        return job;
    }

    private static void task(String name, Job job, TaskSpec spec, Node node) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setName(name);
        task.setSpec(spec);
        task.setPhase(node == null ? TaskPhase.PENDING : TaskPhase.RUNNING);
        task.setJob(job);
        task.setNode(node);
    }
}
