// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.DeviceTaint;
import podium.model.value.DeviceTaints;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.TaskSpec;

/** Builds fleets by hand. */
public final class Fleets {
    /** The moment the fleets are of. */
    public static final Instant NOW = Instant.parse("2026-03-12T03:12:00Z");

    private static final long H100_BYTES = 80L << 30;
    private static final FleetFactory FACTORY = FleetFactory.INSTANCE;

    private final Fleet fleet = FACTORY.createFleet();
    private int uid;

    public Fleet fleet() {
        return fleet;
    }

    /** An empty live cluster. */
    public Cluster cluster(String name) {
        Cluster cluster = FACTORY.createCluster();
        cluster.setName(name);
        cluster.setConnection(ConnectionState.LIVE);
        cluster.setConnectionSince(NOW.minusSeconds(3600));
        cluster.setLastContact(NOW);
        cluster.setServer("https://127.0.0.1:6443");
        cluster.setSimulated(true);
        fleet.getClusters().add(cluster);
        return cluster;
    }

    public Domain domain(Cluster cluster, String level, String name) {
        Domain domain = domain(level, name);
        cluster.getDomains().add(domain);
        return domain;
    }

    public Domain domain(Domain parent, String level, String name) {
        Domain domain = domain(level, name);
        parent.getDomains().add(domain);
        return domain;
    }

    private static Domain domain(String level, String name) {
        Domain domain = FACTORY.createDomain();
        domain.setName(name);
        domain.setLevel(level);
        domain.setLabelKey("topology.kubernetes.io/" + level);
        return domain;
    }

    /** A ready node with free H100s, in a domain or loose. */
    public Node node(Cluster cluster, String name, int gpus) {
        return node(cluster, name, gpus, "NVIDIA-H100-80GB-HBM3");
    }

    public Node node(Domain domain, String name, int gpus) {
        Domain top = domain;
        while (top.getParent() != null) {
            top = top.getParent();
        }
        Node node = node(top.getCluster(), name, gpus);
        node.setDomain(domain);
        return node;
    }

    public Node node(Cluster cluster, String name, int gpus, String model) {
        Node node = FACTORY.createNode();
        node.setName(name);
        node.setUid("node-" + ++uid);
        node.setReadiness(Readiness.READY);
        node.setAllocatable(Resources.of(Map.of("nvidia.com/gpu", (long) gpus, "cpu", 96_000L)));
        for (int i = 0; i < gpus; i++) {
            Accelerator gpu = FACTORY.createAccelerator();
            gpu.setIndex(i);
            gpu.setUuid("GPU-" + name + "-" + i);
            gpu.setModel(model);
            gpu.setMemoryBytes(H100_BYTES);
            gpu.setHealth(Health.HEALTHY);
            gpu.setNumaNode(i * 2 / Math.max(1, gpus));
            gpu.setPciBusId(String.format("0000:%02x:00.0", 0x19 + 0x10 * i));
            node.getAccelerators().add(gpu);
        }
        cluster.getNodes().add(node);
        return node;
    }

    /** The node of this name that is there already. */
    public Node findNode(String node) {
        return fleet.getClusters().stream()
                .flatMap(cluster -> cluster.getNodes().stream())
                .filter(it -> it.getName().equals(node))
                .findFirst()
                .orElseThrow();
    }

    /** The job of this name that is there already. */
    public Job findJob(String job) {
        return fleet.getClusters().stream()
                .flatMap(cluster -> cluster.getJobs().stream())
                .filter(it -> it.getName().equals(job))
                .findFirst()
                .orElseThrow();
    }

    /** Divides a device into free slices. */
    public void slice(Accelerator gpu, int count) {
        for (int i = 0; i < count; i++) {
            Slice slice = FACTORY.createSlice();
            slice.setIndex(i);
            slice.setName("1g.10gb");
            slice.setProfile("1g.10gb");
            gpu.getSlices().add(slice);
        }
    }

    /** A job without tasks. */
    public Job job(Cluster cluster, String name, JobState state, int tasks, int gpusEach) {
        Job job = FACTORY.createJob();
        job.setName(name);
        job.setNamespace("team-a");
        job.setUid("job-" + ++uid);
        job.setKind("Job");
        job.setWork(TestKinds.of("Job"));
        job.setApiVersion("batch/v1");
        job.setState(state);
        job.setWantedTasks(tasks);
        job.setSpec(spec(gpusEach));
        cluster.getJobs().add(job);
        return job;
    }

    /** A running task of a job that is known to hold these devices. */
    public Task run(Job job, Accelerator... devices) {
        Task task = task(job, TaskPhase.RUNNING, devices.length);
        task.setNode(devices[0].getNode());
        task.getAccelerators().addAll(List.of(devices));
        return task;
    }

    /** A running task that holds some devices of a node; which ones is not told. */
    public Task runSomewhere(Job job, Node node, int gpus) {
        Task task = task(job, TaskPhase.RUNNING, gpus);
        task.setNode(node);
        return task;
    }

    public Task task(Job job, TaskPhase phase, int gpus) {
        Task task = FACTORY.createTask();
        task.setName(job.getName() + "-" + job.getTasks().size());
        task.setNamespace(job.getNamespace());
        task.setUid("task-" + ++uid);
        task.setPhase(phase);
        task.setRank(job.getTasks().size());
        task.setSpec(spec(gpus));
        task.setStarted(NOW.minusSeconds(7800));
        job.getTasks().add(task);
        return task;
    }

    /** Taints that keep tasks off a device. */
    public static DeviceTaints tainted() {
        return new DeviceTaints(List.of(new DeviceTaint(new Taint("ecc", "", "NoSchedule"), "rule")));
    }

    private static TaskSpec spec(int gpus) {
        return TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", (long) gpus)));
    }

    /** Four racks of eight nodes of eight H100, three quarters held, with everything that can go wrong somewhere. */
    public static Fleets aiFactory() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("ai-factory");
        Random random = new Random(7);
        List<Node> nodes = new ArrayList<>();
        for (int block = 0; block < 2; block++) {
            Domain spine = fleets.domain(cluster, "block", "spine-" + (block + 1));
            for (int rack = 0; rack < 2; rack++) {
                Domain domain = fleets.domain(spine, "rack", (char) ('a' + block) + "" + (rack + 1));
                for (int n = 1; n <= 8; n++) {
                    nodes.add(fleets.node(domain, "gpu-" + domain.getName() + "-" + n, 8));
                }
            }
        }
        Job big = fleets.job(cluster, "llm-pretrain-70b", JobState.RUNNING, 8, 8);
        for (int i = 0; i < 8; i++) {
            fleets.run(big, nodes.get(i).getAccelerators().toArray(Accelerator[]::new));
        }
        fleets.fill(cluster, nodes.subList(8, nodes.size()), random, 6);
        fleets.runSomewhere(fleets.job(cluster, "notebook-kim", JobState.RUNNING, 1, 2), nodes.get(31), 2);
        nodes.get(9).setUnschedulable(true);
        nodes.get(20).setUnschedulable(true);
        nodes.get(14).setReadiness(Readiness.NOT_READY);
        nodes.get(26).setReadiness(Readiness.UNKNOWN);
        nodes.get(12).getAccelerators().get(5).setHealth(Health.FAILED);
        nodes.get(12).getAccelerators().get(5).setHealthReason("XID 79: fallen off the bus");
        nodes.get(22).getAccelerators().get(2).setHealth(Health.DEGRADED);
        for (int i = 0; i < 5; i++) {
            fleets.job(cluster, "eval-sweep-" + i, JobState.WAITING, 1 + i, 8);
        }
        Job held = fleets.job(cluster, "finetune-13b", JobState.HELD, 4, 8);
        for (int i = 0; i < 4; i++) {
            fleets.task(held, TaskPhase.GATED, 8);
        }
        return fleets;
    }

    private void fill(Cluster cluster, List<Node> nodes, Random random, int most) {
        Job job = job(cluster, "finetune-0", JobState.RUNNING, 2, 4);
        int number = 0;
        for (Node node : nodes) {
            int held = 0;
            while (held < most && random.nextInt(8) > 0) {
                int size = Math.min(most - held, 1 << random.nextInt(3));
                if (random.nextInt(3) == 0) {
                    job = job(cluster, "finetune-" + ++number, JobState.RUNNING, 2, size);
                }
                run(job, node.getAccelerators().subList(held, held + size).toArray(Accelerator[]::new));
                held += size;
            }
        }
    }

    /** Three small nodes with consumer cards and no domain. */
    public static Fleets edge() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("edge");
        Job job = fleets.job(cluster, "vision", JobState.RUNNING, 1, 1);
        for (int i = 1; i <= 3; i++) {
            Node node = fleets.node(cluster, "edge-" + i, i == 3 ? 1 : 2, "NVIDIA-GeForce-RTX-4090");
            if (i == 1) {
                fleets.run(job, node.getAccelerators().get(0));
            }
        }
        return fleets;
    }

    /**
     * A large cluster: blocks of racks of nodes.
     *
     * @param nodes nodes in all, 32 a rack and 8 racks a block
     */
    public static Fleets large(int nodes, int gpusEach) {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("prod");
        Random random = new Random(11);
        List<Node> all = new ArrayList<>();
        Domain block = fleets.domain(cluster, "block", "b1");
        Domain rack = fleets.domain(block, "rack", "b1-r1");
        for (int i = 0; i < nodes; i++) {
            if (i > 0 && i % 256 == 0) {
                block = fleets.domain(cluster, "block", "b" + (i / 256 + 1));
            }
            if (i > 0 && i % 32 == 0) {
                rack = fleets.domain(block, "rack", block.getName() + "-r" + (i % 256 / 32 + 1));
            }
            Node node = fleets.node(rack, "n" + (i + 1), gpusEach);
            node.setUnschedulable(random.nextInt(90) == 0);
            node.setReadiness(random.nextInt(200) == 0 ? Readiness.NOT_READY : Readiness.READY);
            all.add(node);
        }
        fleets.fill(cluster, all, random, gpusEach);
        return fleets;
    }
}
