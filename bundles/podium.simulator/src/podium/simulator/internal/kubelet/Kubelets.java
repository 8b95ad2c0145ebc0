// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/** The kubelets of all nodes: each pod bound to a node gets a {@link PodWorker} on it. */
public final class Kubelets {

    /** How long a kubelet takes to see a change. */
    static final Duration SYNC = Duration.ofMillis(200);

    private final EngineContext cluster;
    private final DeviceInventory inventory;
    private final Map<String, Kubelet> nodes = new ConcurrentHashMap<>();
    private final Map<String, PodWorker> runs = new HashMap<>();
    private int count;

    public Kubelets(EngineContext cluster, DeviceInventory inventory) {
        this.cluster = cluster;
        this.inventory = inventory;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.NODE, this::node);
        cluster.loop().on(ResourceTypes.POD, this::pod);
    }

    /** The devices of a node and who holds them; from any thread. */
    public Optional<DeviceManager> devices(String node) {
        return runtime(node).map(Kubelet::devices);
    }

    /** Whether the node's kubelet reports; from any thread. */
    public boolean alive(String node) {
        return runtime(node).map(Kubelet::alive).orElse(false);
    }

    private Optional<Kubelet> runtime(String node) {
        return Optional.ofNullable(nodes.get(node));
    }

    /** The machine dies, or its network does: its kubelet says nothing more. On the loop. */
    public void stop(String node) {
        runtime(node).ifPresent(Kubelet::stop);
    }

    /** The machine is back. On the loop. */
    public void restart(String node) {
        runtime(node).ifPresent(Kubelet::start);
    }

    /** Whatever runs on an accelerator ends with an error. On the loop. */
    public void crash(String node, int gpu) {
        runtime(node).ifPresent(runtime -> runtime.devices().holders(gpu).forEach(holder -> {
            PodWorker run = runs.get(holder.podUid());
            if (run != null) {
                run.crash(1, "Error");
            }
        }));
    }

    /** Which share of all healthy devices is held; 0 where there are none. From any thread. */
    public double heldShare() {
        long held = 0;
        long healthy = 0;
        for (Kubelet runtime : nodes.values()) {
            held += runtime.devices().heldCount();
            healthy += runtime.devices().healthyCount();
        }
        return healthy == 0 ? 0 : (double) held / healthy;
    }

    /** A device breaks or is repaired; what the node offers follows, as with the device plugin's health. On the loop. */
    public void health(String node, int gpu, boolean healthy) {
        runtime(node).ifPresent(runtime -> {
            runtime.devices().health(gpu, healthy);
            offer(node, runtime);
        });
    }

    /** A device is kept from being given away, or is free for it again. On the loop. */
    public void taint(String node, int gpu, boolean tainted) {
        runtime(node).ifPresent(runtime -> {
            runtime.devices().taint(gpu, tainted);
            offer(node, runtime);
        });
    }

    private void offer(String node, Kubelet runtime) {
        cluster.modify(ResourceTypes.NODE, new ObjectKey("", node), object -> {
            ObjectNode allocatable = Json.with(object, "status", "allocatable");
            runtime.devices()
                    .offeredByResource()
                    .forEach((resource, amount) -> allocatable.put(resource, amount.toString()));
        });
    }

    /** The accelerators of a node were cut anew while nobody held them; its devices are others now. On the loop. */
    void cut(String node, ObjectNode object) {
        runtime(node).ifPresent(runtime -> runtime.devices().replace(inventory.of(object)));
    }

    private void node(StoreEvent event) {
        String name = Json.name(event.object());
        if (event.type() == StoreEvent.Type.DELETED) {
            nodes.remove(name);
            return;
        }
        Kubelet runtime = nodes.get(name);
        if (runtime == null) {
            runtime = new Kubelet(name, count++, new DeviceManager(inventory.of(event.object())));
            nodes.put(name, runtime);
        }
        runtime.read(event.object());
        if (event.type() == StoreEvent.Type.ADDED) {
            cluster.index().podsOn(name).forEach(this::consider);
        }
    }

    private void pod(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            PodWorker run = runs.remove(Json.uid(event.object()));
            if (run != null) {
                run.forget();
            }
        } else {
            consider(event.object());
        }
    }

    private void consider(ObjectNode pod) {
        Kubelet runtime = nodes.get(Json.text(pod, "spec", "nodeName"));
        if (runtime == null) {
            return;
        }
        PodWorker run = runs.get(Json.uid(pod));
        if (run == null && !Pods.finished(pod)) {
            PodWorker started = new PodWorker(cluster, runtime, pod);
            runs.put(Json.uid(pod), started);
            cluster.loop().after(SYNC, () -> runtime.run(started::admit));
            run = started;
        }
        if (run != null && Json.terminating(pod)) {
            run.stop(pod);
        } else if (run != null) {
            run.debug(pod);
            run.typed(pod);
        }
    }
}
