// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.DeviceInventory;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.store.ResourceTypes;

/** Publishes the accelerators of nodes as NVIDIA's DRA driver does. */
final class ResourceSlices {

    static final String DRIVER = "gpu.nvidia.com";

    private final SimulationEngine life;
    private final Instant start;

    ResourceSlices(SimulationEngine life, Instant start) {
        this.life = life;
        this.start = start;
    }

    void publish(ObjectNode node, AcceleratorModel accelerator) {
        String name = Json.name(node);
        ObjectNode slice = Json.object().put("apiVersion", "resource.k8s.io/v1").put("kind", "ResourceSlice");
        String suffix = new RandomSource(start.getEpochSecond()).of(name).suffix(5);
        ObjectNode metadata = Json.with(slice, "metadata").put("name", name + "-" + DRIVER + "-" + suffix);
        metadata.put("generateName", name + "-" + DRIVER + "-");
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", "v1")
                .put("kind", "Node")
                .put("name", name)
                .put("uid", Json.uid(node))
                .put("controller", true);
        ObjectNode spec = Json.with(slice, "spec").put("driver", DRIVER).put("nodeName", name);
        Json.with(spec, "pool").put("generation", 1).put("name", name).put("resourceSliceCount", 1);
        ArrayNode devices = spec.putArray("devices");
        int count = Json.number(node, 0, "status", "capacity", accelerator.resource());
        for (int gpu = 0; gpu < count; gpu++) {
            device(
                    devices.addObject(),
                    name,
                    gpu,
                    accelerator,
                    Json.labels(node).getOrDefault("nvidia.com/gpu.clique", ""));
        }
        life.store().create(ResourceTypes.RESOURCE_SLICE, slice);
    }

    private void device(ObjectNode device, String node, int gpu, AcceleratorModel accelerator, String clique) {
        device.put("name", "gpu-" + gpu);
        ObjectNode attributes = Json.with(device, "attributes");
        text(attributes, "architecture", capitalized(accelerator.family()));
        text(attributes, "brand", "Nvidia");
        text(attributes, "productName", accelerator.product());
        text(attributes, "type", "gpu");
        text(attributes, "uuid", life.inventory().gpuId(node, gpu));
        text(attributes, "resource.kubernetes.io/pciBusID", DeviceInventory.pciAddress(gpu));
        text(attributes, "resource.kubernetes.io/pcieRoot", String.format("pci0000:%02x", 0x10 + gpu * 0x11));
        if (!clique.isEmpty()) {
            text(attributes, "fabricClique", clique);
        }
        version(attributes, "cudaComputeCapability", accelerator.compute() + ".0");
        version(attributes, "cudaDriverVersion", "13.0.0");
        version(attributes, "driverVersion", "580.105.8");
        Json.with(device, "capacity", "memory").put("value", accelerator.memoryMiB() + "Mi");
    }

    private static void text(ObjectNode attributes, String name, String value) {
        Json.with(attributes, name).put("string", value);
    }

    private static void version(ObjectNode attributes, String name, String value) {
        Json.with(attributes, name).put("version", value);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
