// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetListener;
import podium.core.fleet.FleetView;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Domain;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.model.fleet.Task;

/**
 * A copy of what placement reads of one cluster: nodes, domains, jobs, tasks, queues, budgets. Devices are copied only where
 * shares of them are counted. Made in the realm; from then on it belongs to one other thread.
 */
final class FleetCopy implements FleetView {
    private static final FleetFactory MAKE = FleetFactory.INSTANCE;

    final Cluster cluster = MAKE.createCluster();
    private final Fleet fleet = MAKE.createFleet();
    private final Map<Domain, Domain> domains = new IdentityHashMap<>();
    private final Map<Node, Node> nodes = new IdentityHashMap<>();
    private final Map<Queue, Queue> queues = new IdentityHashMap<>();
    private final Map<Node, Node> realNodes = new IdentityHashMap<>();
    private final Map<Job, Job> realJobs = new IdentityHashMap<>();
    private final SchedulingObjects facts;
    private final List<FleetListener> listeners = new ArrayList<>();

    FleetCopy(Cluster real) {
        facts = new SchedulingObjects(SchedulingObjects.of(real));
        cluster.setFacts(facts);
        cluster.setName(real.getName());
        fleet.getClusters().add(cluster);
        real.getDomains().forEach(domain -> cluster.getDomains().add(copy(domain)));
        real.getNodes().forEach(this::copy);
        real.getQueues().forEach(this::copy);
        real.getBudgets().forEach(this::copy);
        real.getJobs().forEach(this::copy);
    }

    private Domain copy(Domain real) {
        Domain domain = MAKE.createDomain();
        domain.setName(real.getName());
        domain.setLevel(real.getLevel());
        domain.setLabelKey(real.getLabelKey());
        domains.put(real, domain);
        real.getDomains().forEach(child -> domain.getDomains().add(copy(child)));
        return domain;
    }

    private void copy(Node real) {
        Node node = MAKE.createNode();
        node.setAllocatable(real.getAllocatable());
        node.setDomain(real.getDomain() == null ? null : domains.get(real.getDomain()));
        node.setName(real.getName());
        node.setReadiness(real.getReadiness());
        node.setUnschedulable(real.isUnschedulable());
        node.setTaints(real.getTaints());
        node.setLabels(real.getLabels());
        node.setCluster(cluster);
        nodes.put(real, node);
        realNodes.put(node, real);
    }

    /** A node of the copy beside another, with what that has, and no name, label or task yet. */
    Node another(Node like) {
        Node node = MAKE.createNode();
        node.setAllocatable(like.getAllocatable());
        node.setDomain(like.getDomain());
        return node;
    }

    private void copy(Queue real) {
        Queue queue = MAKE.createQueue();
        queue.setName(real.getName());
        queue.setNamespace(real.getNamespace());
        queue.setKind(real.getKind());
        queue.setQuota(real.getQuota());
        queue.setUsed(real.getUsed());
        queue.setActive(real.isActive());
        queue.setCluster(cluster);
        queues.put(real, queue);
    }

    private void copy(DisruptionBudget real) {
        DisruptionBudget budget = MAKE.createDisruptionBudget();
        budget.setName(real.getName());
        budget.setNamespace(real.getNamespace());
        budget.setSelector(real.getSelector());
        budget.setDisruptionsAllowed(real.getDisruptionsAllowed());
        cluster.getBudgets().add(budget);
    }

    private void copy(Job real) {
        Job job = MAKE.createJob();
        job.setName(real.getName());
        job.setNamespace(real.getNamespace());
        job.setUid(real.getUid());
        job.setKind(real.getKind());
        job.setLabels(real.getLabels());
        job.setState(real.getState());
        job.setQueueName(real.getQueueName());
        job.setQueue(real.getQueue() == null ? null : queues.get(real.getQueue()));
        job.setPriority(real.getPriority());
        job.setCreated(real.getCreated());
        job.setWantedTasks(real.getWantedTasks());
        job.setSuspended(real.isSuspended());
        job.setMinimum(real.getMinimum());
        job.setSpec(real.getSpec());
        job.setGroups(real.getGroups());
        job.setPurpose(real.getPurpose());
        job.setWork(real.getWork());
        job.setManagers(real.getManagers());
        job.setCluster(cluster);
        realJobs.put(job, real);
        real.getTasks().forEach(task -> copy(task, job));
    }

    private void copy(Task real, Job job) {
        Task task = MAKE.createTask();
        task.setName(real.getName());
        task.setUid(real.getUid());
        task.setNamespace(real.getNamespace());
        task.setLabels(real.getLabels());
        task.setPhase(real.getPhase());
        task.setRank(real.getRank());
        task.setSpec(real.getSpec());
        task.setController(real.getController());
        task.setMirror(real.isMirror());
        task.setStarted(real.getStarted());
        task.setJob(job);
        @Nullable Node node = real.getNode() == null ? null : nodes.get(real.getNode());
        if (node != null) {
            task.setNode(node);
            if (node.getAllocatable() != null && node.getAllocatable().has(AcceleratorKind.THOUSANDTHS)) {
                real.getAccelerators().forEach(device -> task.getAccelerators().add(device(node, device.getIndex())));
            }
        }
    }

    /** The device of a node of the copy, made when first asked for. */
    static Accelerator device(Node node, int index) {
        for (Accelerator device : node.getAccelerators()) {
            if (device.getIndex() == index) {
                return device;
            }
        }
        Accelerator device = MAKE.createAccelerator();
        device.setIndex(index);
        node.getAccelerators().add(device);
        return device;
    }

    Optional<Node> copyOf(Node real) {
        return Optional.ofNullable(nodes.get(real));
    }

    Optional<Domain> copyOf(Domain real) {
        return Optional.ofNullable(domains.get(real));
    }

    Optional<Queue> copyOf(Queue real) {
        return Optional.ofNullable(queues.get(real));
    }

    /** The node of the model; empty: it is supposed. */
    Optional<Node> realOf(Node copy) {
        return Optional.ofNullable(realNodes.get(copy));
    }

    /** The job of the model; empty: it is supposed. */
    Optional<Job> realOf(Job copy) {
        return Optional.ofNullable(realJobs.get(copy));
    }

    void tell(FleetDelta delta) {
        listeners.forEach(listener -> listener.changed(delta));
    }

    SchedulingObjects facts() {
        return facts;
    }

    @Override
    public Fleet fleet() {
        return fleet;
    }

    @Override
    public AutoCloseable listen(FleetListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
