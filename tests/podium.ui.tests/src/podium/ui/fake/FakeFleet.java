// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.fleet.Vendor;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;

/** Makes fleets of any size: racks of eight nodes of eight GPUs, and jobs on them. The same call makes the same fleet. */
public final class FakeFleet {
    /** The moment at which all made fleets are looked at. */
    public static final Instant NOW = Instant.parse("2026-03-04T03:12:00Z");

    private static final FleetFactory MAKE = FleetFactory.INSTANCE;
    private static final long GIB = 1L << 30;
    private final Fleet fleet = MAKE.createFleet();
    private int uids;

    public Fleet fleet() {
        return fleet;
    }

    /** Adds a live cluster of racks with eight nodes each. */
    public Cluster cluster(String name, int nodes) {
        Cluster cluster = MAKE.createCluster();
        cluster.setName(name);
        cluster.setContext(name);
        cluster.setServer("https://127.0.0.1:6443");
        cluster.setVersion("v1.34.2");
        cluster.setConnection(ConnectionState.LIVE);
        cluster.setConnectionSince(NOW.minusSeconds(4000));
        cluster.setLastContact(NOW.minusMillis(400));
        cluster.setSimulated(true);
        fleet.getClusters().add(cluster);
        for (int i = 0; i < nodes; i++) {
            Domain rack = i % 8 == 0
                    ? rack(cluster, "a" + (i / 8 + 1))
                    : cluster.getDomains().getLast();
            node(cluster, rack, rack.getName() + "-n" + (i % 8 + 1), 8);
        }
        return cluster;
    }

    private Domain rack(Cluster cluster, String name) {
        Domain rack = MAKE.createDomain();
        rack.setName(name);
        rack.setLevel("rack");
        rack.setLabelKey("topology.kubernetes.io/rack");
        cluster.getDomains().add(rack);
        return rack;
    }

    /** Adds a ready node with so many H100. */
    public Node node(Cluster cluster, Domain rack, String name, int gpus) {
        Node node = MAKE.createNode();
        node.setName(name);
        node.setUid("node-uid-" + ++uids);
        node.setLabels(Labels.of(
                "kubernetes.io/hostname",
                name,
                "topology.kubernetes.io/rack",
                rack.getName(),
                "nvidia.com/gpu.product",
                "NVIDIA-H100-80GB-HBM3"));
        node.setTaints(Taints.none());
        Resources all = Resources.of(Map.of("nvidia.com/gpu", (long) gpus, "cpu", 192_000L, "memory", 2048 * GIB));
        node.setCapacity(all);
        node.setAllocatable(all);
        node.setReadiness(Readiness.READY);
        node.setConditions(new Conditions(List.of(
                new Condition(
                        "Ready", "True", "KubeletReady", "kubelet is posting ready status", "2026-03-01T00:00:00Z"),
                new Condition(
                        "MemoryPressure",
                        "False",
                        "KubeletHasSufficientMemory",
                        "enough memory",
                        "2026-03-01T00:00:00Z"))));
        node.setCreated(NOW.minusSeconds(40L * 86400));
        node.setKubeletVersion("v1.34.2");
        node.setAddress("127.0.0.2");
        cluster.getNodes().add(node);
        node.setDomain(rack);
        for (int i = 0; i < gpus; i++) {
            Accelerator gpu = MAKE.createAccelerator();
            gpu.setIndex(i);
            gpu.setModel("NVIDIA-H100-80GB-HBM3");
            gpu.setVendor(Vendor.NVIDIA);
            gpu.setMemoryBytes(80 * GIB);
            gpu.setUuid("GPU-%08x".formatted(uids * 8 + i));
            gpu.setPciBusId("0000:%02x:00.0".formatted(0x1b + 0x10 * i));
            gpu.setNumaNode(i / 4);
            gpu.setHealth(Health.HEALTHY);
            node.getAccelerators().add(gpu);
        }
        return node;
    }

    /** Adds a job without pods. */
    public Job job(Cluster cluster, String name, String kind, JobState state, int tasks, int gpusEach) {
        Job job = MAKE.createJob();
        job.setName(name);
        job.setNamespace("research");
        job.setUid("job-uid-" + ++uids);
        job.setKind(kind);
        job.setWork(TestKinds.of(kind));
        job.setApiVersion("Deployment".equals(kind) ? "apps/v1" : "batch/v1");
        job.setLabels(Labels.of("app", name));
        job.setState(state);
        job.setQueueName("batch");
        job.setPriority(0);
        job.setCreated(NOW.minusSeconds(60L * (uids % 600 + 1)));
        job.setWantedTasks(tasks);
        job.setSpec(spec(gpusEach));
        job.setManagers(Labels.none());
        cluster.getJobs().add(job);
        return job;
    }

    /** Adds a task of a job; on a node it takes the first free GPUs there. */
    public Task task(Job job, int rank, TaskPhase phase, List<Node> on) {
        Task task = MAKE.createTask();
        task.setName(job.getName() + "-" + rank);
        task.setNamespace(job.getNamespace());
        task.setUid("task-uid-" + ++uids);
        task.setLabels(job.getLabels());
        task.setPhase(phase);
        task.setRank(rank);
        task.setSpec(job.getSpec());
        task.setCreated(job.getCreated());
        job.getTasks().add(task);
        for (Node node : on) {
            task.setNode(node);
            task.setStarted(NOW.minusSeconds(300));
            int asked = (int) job.getSpec().requests().get("nvidia.com/gpu");
            node.getAccelerators().stream()
                    .filter(gpu -> gpu.getTasks().isEmpty())
                    .limit(asked)
                    .forEach(gpu -> gpu.getTasks().add(task));
        }
        return task;
    }

    /** A spec that asks for GPUs, sixteen CPUs and 128 GiB. */
    public static TaskSpec spec(int gpus) {
        return TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", (long) gpus, "cpu", 16_000L, "memory", 128 * GIB)));
    }

    /** Fills a cluster to about three quarters with gangs and services, and adds jobs that wait. */
    public void work(Cluster cluster) {
        List<Node> nodes = new ArrayList<>(cluster.getNodes());
        int at = 0;
        for (int i = 0; at < nodes.size() * 3 / 4; i++) {
            int width = Math.min(1 + i * 7 % 4, nodes.size() - at);
            int each = i % 3 == 2 ? 6 : 8;
            String name = List.of("llm-pretrain-7b", "vision-finetune", "rerank-serving")
                            .get(i % 3) + "-" + (i + 1);
            Job job = job(cluster, name, i % 3 == 2 ? "Deployment" : "Job", JobState.RUNNING, width, each);
            job.setStarted(NOW.minusSeconds(900L + i));
            job.setPriority(i % 4 * 100);
            job.setNamespace(List.of("research", "vision", "serving").get(i % 3));
            job.setQueueName(List.of("batch", "batch", "online").get(i % 3));
            for (int rank = 0; rank < width; rank++) {
                task(job, rank, TaskPhase.RUNNING, List.of(nodes.get(at++)));
            }
        }
        Job waiting = job(cluster, "llm-pretrain-70b-mixture-of-experts-run-17", "Job", JobState.WAITING, 4, 8);
        waiting.setReason("needs 4 nodes with 8 free GPUs each; 1 has them");
        waiting.setPriority(500);
        for (int rank = 0; rank < 4; rank++) {
            Task task = task(waiting, rank, TaskPhase.PENDING, List.of());
            task.setReason("Unschedulable");
            task.setMessage("0/" + nodes.size() + " nodes are available: insufficient nvidia.com/gpu");
        }
        Job held = job(cluster, "eval-sweep-3", "Job", JobState.HELD, 2, 4);
        held.setReason("gate podium.placement/manual: waits to be placed by an operator");
        task(held, 0, TaskPhase.GATED, List.of());
        task(held, 1, TaskPhase.GATED, List.of());
        Job suspended = job(cluster, "nightly-export", "Job", JobState.SUSPENDED, 1, 1);
        suspended.setSuspended(true);
        suspended.setReason("suspended");
        Job failed = job(cluster, "tokenize-shards", "Job", JobState.FAILED, 1, 0);
        failed.setReason("BackoffLimitExceeded: Job has reached the specified backoff limit");
        if (nodes.size() > 2) {
            nodes.get(nodes.size() - 1).setUnschedulable(true);
            nodes.get(nodes.size() - 2).setReadiness(Readiness.NOT_READY);
            nodes.get(nodes.size() - 3).getAccelerators().get(5).setHealth(Health.FAILED);
            nodes.get(nodes.size() - 3).getAccelerators().get(5).setHealthReason("XID 79: GPU has fallen off the bus");
        }
    }
}
