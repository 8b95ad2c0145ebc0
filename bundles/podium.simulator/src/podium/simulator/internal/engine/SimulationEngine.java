// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import java.time.Instant;
import podium.simulator.internal.api.strategy.Strategies;
import podium.simulator.internal.controller.DaemonSetController;
import podium.simulator.internal.controller.DeploymentController;
import podium.simulator.internal.controller.DeviceTaintController;
import podium.simulator.internal.controller.DisruptionController;
import podium.simulator.internal.controller.EndpointController;
import podium.simulator.internal.controller.GarbageCollector;
import podium.simulator.internal.controller.HorizontalAutoscaler;
import podium.simulator.internal.controller.JobController;
import podium.simulator.internal.controller.NamespaceController;
import podium.simulator.internal.controller.NodeLifecycle;
import podium.simulator.internal.controller.QuotaController;
import podium.simulator.internal.controller.ReplicaSetController;
import podium.simulator.internal.controller.ResourceClaimController;
import podium.simulator.internal.controller.RoleAggregation;
import podium.simulator.internal.controller.StatefulSetController;
import podium.simulator.internal.controller.VolumeController;
import podium.simulator.internal.kubelet.DeviceInventory;
import podium.simulator.internal.kubelet.Heartbeats;
import podium.simulator.internal.kubelet.Kubelets;
import podium.simulator.internal.kubelet.MigManager;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.EventLoop;
import podium.simulator.internal.loop.EventRecorder;
import podium.simulator.internal.loop.ObjectIndex;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.loop.Timeline;
import podium.simulator.internal.loop.VirtualTimePacer;
import podium.simulator.internal.scheduler.PodGroups;
import podium.simulator.internal.scheduler.Scheduler;
import podium.simulator.store.InMemoryStore;
import podium.simulator.store.ObjectStore;

/**
 * A cluster that lives: the store, virtual time, and everything that acts on its own. It starts in the past, so that
 * what is there when it opens has a history; {@link #open} begins the signs of life.
 */
public final class SimulationEngine implements AutoCloseable {

    private final EventLoop loop;
    private final VirtualTimePacer pace;
    private final EngineContext cluster;
    private final Kubelets kubelets;
    private final NodeLifecycle nodeLifecycle;
    private final DeviceInventory inventory;
    private final HorizontalAutoscaler autoscaler;

    /**
     * A cluster without nodes.
     *
     * @param start when its history begins
     * @param opening when it will first be looked at
     * @param seed equal seeds and equal times give equal histories
     */
    public SimulationEngine(Instant start, Instant opening, RandomSource seed) {
        Timeline timeline = new Timeline(start);
        loop = new EventLoop(timeline);
        pace = new VirtualTimePacer(timeline, loop);
        ObjectStore store = new InMemoryStore(pace, seed.value(), objects -> new Strategies(objects)::defaults);
        store.register(PodGroups.POD_GROUP);
        loop.follow(store);
        cluster = new EngineContext(store, loop, seed, new ObjectIndex(), new EventRecorder(store, loop, opening));
        inventory = new DeviceInventory(seed);
        kubelets = new Kubelets(cluster, inventory);
        autoscaler = new HorizontalAutoscaler(cluster);
        nodeLifecycle = new NodeLifecycle(cluster, kubelets);
        cluster.index().follow(loop);
        kubelets.start();
        nodeLifecycle.start();
        new MigManager(cluster, kubelets).start();
        new DeviceTaintController(cluster, kubelets).start();
        new Scheduler(cluster).start();
        new DaemonSetController(cluster).start();
        new ReplicaSetController(cluster).start();
        new DeploymentController(cluster).start();
        new StatefulSetController(cluster).start();
        new JobController(cluster).start();
        new DisruptionController(cluster).start();
        new QuotaController(cluster).start();
        new NamespaceController(cluster).start();
        new EndpointController(cluster).start();
        new RoleAggregation(cluster).start();
        new ResourceClaimController(cluster).start();
        new VolumeController(cluster).start();
        new GarbageCollector(cluster).start();
    }

    /** Begins heartbeats and autoscaling; to be called when the history has been lived through. */
    public void open() {
        loop.runNow(() -> {
            new Heartbeats(cluster, kubelets).start();
            autoscaler.start();
        });
    }

    /** The objects. */
    public ObjectStore store() {
        return cluster.store();
    }

    /** Virtual time and the order of things. */
    public EventLoop loop() {
        return loop;
    }

    /** How virtual time passes. */
    public VirtualTimePacer pace() {
        return pace;
    }

    /** The nodes' devices. */
    public Kubelets kubelets() {
        return kubelets;
    }

    /** What scales services; on the loop. */
    public HorizontalAutoscaler autoscaler() {
        return autoscaler;
    }

    /** What devices a node has. */
    public DeviceInventory inventory() {
        return inventory;
    }

    /** What everything works with. */
    public EngineContext cluster() {
        return cluster;
    }

    /** A node's kubelet falls silent; on the loop. */
    public void nodeDown(String node) {
        kubelets.stop(node);
        nodeLifecycle.silent(node);
    }

    /** A node's kubelet speaks again; on the loop. */
    public void nodeUp(String node) {
        kubelets.restart(node);
        nodeLifecycle.back(node);
    }

    @Override
    public void close() {
        pace.close();
        loop.close();
    }
}
