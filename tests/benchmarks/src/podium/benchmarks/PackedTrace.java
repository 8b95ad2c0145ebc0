// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;

/** The trace's cluster in Podium's model, filled by Podium's own advice. */
final class PackedTrace {
    private static final String GPU = "nvidia.com/gpu";
    private static final String MODEL = "alibabacloud.com/gpu-card-model";
    private static final String THOUSANDTHS = "alibabacloud.com/gpu-milli";

    private final Fleet fleet = FleetFactory.INSTANCE.createFleet();
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();
    private final StillFleet service = new StillFleet(fleet);
    private final PlacementServiceImpl placement;
    private final Map<Packing.Asked, TaskSpec> specs = new HashMap<>();
    private final List<Packing.Asked> waiting = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Packing.Asked> arrived = new ArrayList<>();
    private long allocated;

    /**
     * A task that found room.
     *
     * @param node its name
     * @param devices by their index; not to be changed
     */
    record Placed(Packing.Asked asked, String node, int[] devices) {}

    /** @param list what is usually asked for, known beforehand as it is to the paper's schedulers */
    PackedTrace(List<Packing.Machine> machines, List<Packing.Asked> list) {
        cluster.setName("openb");
        fleet.getClusters().add(cluster);
        machines.forEach(this::add);
        list.forEach(asked -> cluster.getJobs().add(job(asked)));
        placement = new PlacementServiceImpl(service);
    }

    private void add(Packing.Machine machine) {
        Node node = FleetFactory.INSTANCE.createNode();
        node.setName(machine.name());
        node.setReadiness(Readiness.READY);
        node.setLabels(Labels.of(MODEL, machine.model()));
        node.setAllocatable(Resources.of(Map.of(
                GPU,
                (long) machine.gpus(),
                THOUSANDTHS,
                machine.gpus() * 1000L,
                "cpu",
                machine.cores(),
                "memory",
                machine.memory(),
                "pods",
                1000L)));
        for (int i = 0; i < machine.gpus(); i++) {
            Accelerator device = FleetFactory.INSTANCE.createAccelerator();
            device.setIndex(i);
            node.getAccelerators().add(device);
        }
        cluster.getNodes().add(node);
    }

    private Job job(Packing.Asked asked) {
        Job job = FleetFactory.INSTANCE.createJob();
        job.setKind("Pod");
        job.setWork(podium.model.value.WorkKind.POD);
        job.setName("task-" + arrived.size());
        job.setNamespace("openb");
        job.setWantedTasks(1);
        job.setSpec(specs.computeIfAbsent(asked, PackedTrace::spec));
        return job;
    }

    private static TaskSpec spec(Packing.Asked asked) {
        Map<String, Long> requests = new HashMap<>(Map.of("cpu", asked.cores(), "memory", asked.memory()));
        if (asked.gpus() > 0) {
            requests.put(THOUSANDTHS, asked.amount());
            if (asked.thousandths() == 1000) {
                requests.put(GPU, (long) asked.gpus());
            }
        }
        TaskSpec any = TaskSpec.of(Resources.of(requests));
        return asked.models().isEmpty() ? any : of(any, List.of(asked.models().split("\\|")));
    }

    /** The same for some products only (gpu_spec). */
    private static TaskSpec of(TaskSpec any, List<String> models) {
        return new TaskSpec(
                any.requests(),
                any.quota(),
                any.nodeSelector(),
                List.of(new NodeTerm(List.of(new Requirement(MODEL, "In", models)), List.of())),
                any.preferredNodes(),
                any.podAffinity(),
                any.podAntiAffinity(),
                any.spreads(),
                any.tolerations(),
                any.gates(),
                any.schedulerName(),
                any.priority(),
                any.podGroup(),
                any.graceSeconds(),
                any.emptyDir(),
                any.hostNetwork(),
                any.hostPorts(),
                any.volumeClaims(),
                any.resourceClaims(),
                List.of());
    }

    /** Places each as it comes; one that fits nowhere waits. */
    void arrive(List<Packing.Asked> tasks) {
        for (Packing.Asked asked : tasks) {
            arrived.add(asked);
            Job job = job(asked);
            job.setCluster(cluster);
            Optional<Node> best = best(job);
            if (best.isPresent()) {
                put(job, asked, best.get());
            } else {
                waiting.add(asked);
            }
        }
    }

    private Optional<Node> best(Job job) {
        Node best = null;
        double score = -1;
        for (Map.Entry<Node, Verdict> entry :
                placement.verdicts(new Subject(job, List.of())).entrySet()) {
            if (entry.getValue().fit() == Fit.FITS && entry.getValue().score() > score) {
                best = entry.getKey();
                score = entry.getValue().score();
            }
        }
        return Optional.ofNullable(best);
    }

    private void put(Job job, Packing.Asked asked, Node node) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setName(job.getName());
        task.setPhase(TaskPhase.RUNNING);
        task.setSpec(job.getSpec());
        placement.devices(new Subject(job, List.of()), node).forEach(index -> task.getAccelerators()
                .add(node.getAccelerators().get(index)));
        job.getTasks().add(task);
        task.setNode(node);
        allocated += asked.amount();
        int[] devices =
                task.getAccelerators().stream().mapToInt(Accelerator::getIndex).toArray();
        placed.add(new Placed(asked, node.getName(), devices));
        service.tell(new FleetDelta(Set.of(), Set.of(node), Set.of(), Set.of(task), false));
    }

    List<Packing.Asked> waiting() {
        return waiting;
    }

    List<Placed> placed() {
        return placed;
    }

    /** Thousandths of a GPU. */
    long allocated() {
        return allocated;
    }
}
