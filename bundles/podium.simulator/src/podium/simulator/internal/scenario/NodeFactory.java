// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.NodeConditions;
import podium.simulator.internal.loop.RandomSource;

/** Makes Node objects as a kubelet and the vendors' feature discovery leave them. */
final class NodeFactory {

    private final RandomSource seed;
    private final String timestamp;

    /** A factory of nodes that became ready at a time. */
    NodeFactory(RandomSource seed, String timestamp) {
        this.seed = seed;
        this.timestamp = timestamp;
    }

    ObjectNode node(NodePool pool, NodePool.Place place) {
        return node(pool, place, place.number());
    }

    /**
     * A node.
     *
     * @param number its place in the whole fleet, from which the range of its pods' addresses follows
     */
    ObjectNode node(NodePool pool, NodePool.Place place, int number) {
        MachineModel machine = pool.machine();
        String name = place.fill(pool.name());
        ObjectNode node = Json.object().put("apiVersion", "v1").put("kind", "Node");
        ObjectNode metadata = Json.with(node, "metadata").put("name", name);
        ObjectNode labels = Json.with(metadata, "labels");
        labels.put("beta.kubernetes.io/arch", machine.arch()).put("beta.kubernetes.io/os", "linux");
        labels.put("kubernetes.io/arch", machine.arch()).put("kubernetes.io/os", "linux");
        labels.put("kubernetes.io/hostname", name);
        labels.put("node.kubernetes.io/instance-type", machine.id());
        machine.accelerator()
                .ifPresent(accelerator -> new VendorLabels(machine, accelerator, pool.slices()).put(labels));
        pool.labels().forEach((key, pattern) -> labels.put(key, place.fill(pattern)));
        Json.with(metadata, "annotations").put("node.alpha.kubernetes.io/ttl", "0");
        ObjectNode spec = Json.with(node, "spec");
        String range = "10." + (128 + number / 256) + "." + number % 256 + ".0/24";
        spec.put("podCIDR", range).putArray("podCIDRs").add(range);
        if (!pool.taints().isEmpty()) {
            ArrayNode taints = spec.putArray("taints");
            pool.taints().forEach(taint -> taints.add(taint.deepCopy()));
        }
        status(node, pool, name, place.fill(pool.address()));
        return node;
    }

    private void status(ObjectNode node, NodePool pool, String name, String address) {
        MachineModel machine = pool.machine();
        ObjectNode status = Json.with(node, "status");
        ArrayNode addresses = status.putArray("addresses");
        addresses.addObject().put("type", "InternalIP").put("address", address);
        addresses.addObject().put("type", "Hostname").put("address", name);
        resources(status.putObject("capacity"), pool, 0);
        resources(status.putObject("allocatable"), pool, Math.max(1, machine.memoryGi() / 100));
        NodeConditions.healthy(node, timestamp);
        ObjectNode info = status.putObject("nodeInfo");
        RandomSource own = seed.of(name);
        info.put("architecture", machine.arch()).put("operatingSystem", "linux");
        info.put("bootID", id(own.of("boot")))
                .put("machineID", id(own.of("machine")).replace("-", ""));
        info.put("systemUUID", id(own.of("system"))).put("kernelVersion", "6.8.0-85-generic");
        info.put("osImage", "Ubuntu 24.04.3 LTS").put("containerRuntimeVersion", "containerd://2.1.4");
        info.put("kubeletVersion", "v1.36.1").put("kubeProxyVersion", "");
        Json.with(status, "daemonEndpoints", "kubeletEndpoint").put("Port", 10250);
    }

    /** What is kept for the system is the difference between capacity and allocatable. */
    private static void resources(ObjectNode list, NodePool pool, int reservedGi) {
        MachineModel machine = pool.machine();
        int reservedCpus = reservedGi == 0 ? 0 : Math.max(1, machine.cpus() / 64);
        list.put("cpu", Integer.toString(machine.cpus() - reservedCpus));
        list.put("memory", (machine.memoryGi() - reservedGi) * 1024L * 1024 + "Ki");
        list.put("ephemeral-storage", machine.storageGi() * 1024L * 1024 + "Ki");
        list.put("hugepages-1Gi", "0").put("hugepages-2Mi", "0");
        list.put("pods", Integer.toString(machine.pods()));
        machine.accelerator().ifPresent(accelerator -> {
            if (pool.slices().isEmpty()) {
                list.put(accelerator.resource(), Integer.toString(machine.count()));
            }
        });
        for (Map.Entry<String, Integer> slice : pool.slices().entrySet()) {
            list.put(slice.getKey(), Integer.toString(slice.getValue()));
        }
    }

    private static String id(RandomSource seed) {
        return new UUID(seed.value(), seed.of(1).value()).toString();
    }
}
