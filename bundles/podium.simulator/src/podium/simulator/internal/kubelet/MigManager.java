// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * NVIDIA's MIG manager: follows the label nvidia.com/mig.config, cuts the GPUs of the node, and tells how it went in
 * nvidia.com/mig.config.state. It asks nobody whether the GPUs are in use; when they are, it fails. While it works the
 * device plugin is stopped, and the node offers no GPUs. Source: NVIDIA mig-parted, reconfigure-mig.sh.
 */
public final class MigManager {

    static final String CONFIG = "nvidia.com/mig.config";
    static final String STATE = "nvidia.com/mig.config.state";
    private static final String GPU = "nvidia.com/gpu";
    private static final String MIG = "nvidia.com/mig-";
    private static final String PRODUCT = "nvidia.com/gpu.product";

    /** Stopping the clients of the GPUs, cutting them, starting the clients again. */
    private static final Duration WORK = Duration.ofSeconds(25);

    private final EngineContext cluster;
    private final Kubelets kubelets;
    /** The configuration of each node that was taken up last. */
    private final Map<String, String> taken = new HashMap<>();

    public MigManager(EngineContext cluster, Kubelets kubelets) {
        this.cluster = cluster;
        this.kubelets = kubelets;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.NODE, this::node);
    }

    private void node(StoreEvent event) {
        String name = Json.name(event.object());
        if (event.type() == StoreEvent.Type.DELETED) {
            taken.remove(name);
            return;
        }
        Map<String, String> labels = Json.labels(event.object());
        String config = labels.getOrDefault(CONFIG, "");
        if (!labels.getOrDefault("nvidia.com/mig.capable", "").equals("true") || config.isEmpty()) {
            return;
        }
        String before = taken.put(name, config);
        if (before != null && !before.equals(config)) {
            begin(name, config);
        }
    }

    private void begin(String name, String config) {
        cluster.modify(ResourceTypes.NODE, new ObjectKey("", name), node -> {
            Json.with(node, "metadata", "labels").put(STATE, "pending");
            ObjectNode allocatable = Json.with(node, "status", "allocatable");
            offered(allocatable).forEach(resource -> allocatable.put(resource, "0"));
        });
        cluster.loop().after(WORK, () -> finish(name, config));
    }

    private void finish(String name, String config) {
        if (!config.equals(taken.get(name))) {
            return;
        }
        boolean inUse = kubelets.devices(name)
                .filter(devices -> devices.heldCount() > 0)
                .isPresent();
        ObjectKey key = new ObjectKey("", name);
        Optional<MigPartition> cut = cluster.get(ResourceTypes.NODE, key)
                .filter(node -> !inUse)
                .flatMap(node -> MigPartition.of(config, memory(Json.labels(node))));
        if (cut.isPresent()) {
            cluster.modify(ResourceTypes.NODE, key, node -> apply(node, cut.get(), Json.labels(node)))
                    .ifPresent(node -> kubelets.cut(name, node));
        } else {
            cluster.modify(ResourceTypes.NODE, key, node -> {
                Json.with(node, "metadata", "labels").put(STATE, "failed");
                restart(node);
            });
        }
    }

    static int memory(Map<String, String> labels) {
        return Integer.parseInt(labels.getOrDefault("nvidia.com/gpu.memory", "0"));
    }

    /** The device plugin comes back and offers what it did before. */
    private static void restart(ObjectNode node) {
        ObjectNode capacity = Json.with(node, "status", "capacity");
        ObjectNode allocatable = Json.with(node, "status", "allocatable");
        offered(capacity).forEach(resource -> allocatable.set(resource, capacity.get(resource)));
    }

    private static void apply(ObjectNode node, MigPartition cut, Map<String, String> old) {
        ObjectNode labels = Json.with(node, "metadata", "labels");
        old.keySet().stream().filter(label -> label.startsWith(MIG)).forEach(labels::remove);
        String product = old.getOrDefault(PRODUCT, "").replaceFirst("-MIG-.*", "");
        int gpus = Integer.parseInt(old.getOrDefault("nvidia.com/gpu.count", "0"));
        Map<String, Integer> resources = new HashMap<>();
        boolean mixed = old.getOrDefault("nvidia.com/mig.strategy", "").equals("mixed");
        if (cut.perGpu().isEmpty()) {
            resources.put(GPU, gpus);
            labels.put(PRODUCT, product);
        } else if (mixed) {
            resources.put(GPU, 0);
            labels.put(PRODUCT, product);
            cut.perGpu().forEach((profile, count) -> {
                resources.put(MIG + profile, count * gpus);
                describe(labels, product, profile, count * gpus);
            });
        } else {
            single(cut, product, gpus, resources, labels);
        }
        for (String list : List.of("capacity", "allocatable")) {
            ObjectNode amounts = Json.with(node, "status", list);
            offered(amounts).forEach(amounts::remove);
            resources.forEach((resource, amount) -> amounts.put(resource, Integer.toString(amount)));
        }
        labels.put(STATE, "success");
    }

    /** With the single strategy all instances must be equal and count as GPUs; else the plugin offers none. */
    private static void single(
            MigPartition cut, String product, int gpus, Map<String, Integer> resources, ObjectNode labels) {
        boolean equal = cut.perGpu().size() == 1;
        String profile = cut.perGpu().keySet().iterator().next();
        resources.put(GPU, equal ? cut.perGpu().get(profile) * gpus : 0);
        labels.put(PRODUCT, product + "-MIG-" + (equal ? profile : "INVALID"));
    }

    private static void describe(ObjectNode labels, String product, String profile, int count) {
        String resource = MIG + profile;
        String compute = profile.substring(0, profile.indexOf('g'));
        labels.put(resource + ".count", Integer.toString(count));
        labels.put(resource + ".product", product + "-MIG-" + profile);
        labels.put(resource + ".replicas", "1");
        labels.put(resource + ".slices.gi", compute).put(resource + ".slices.ci", compute);
    }

    private static List<String> offered(ObjectNode amounts) {
        List<String> names = new ArrayList<>();
        amounts.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> name.equals(GPU) || name.startsWith(MIG))
                .toList();
    }
}
