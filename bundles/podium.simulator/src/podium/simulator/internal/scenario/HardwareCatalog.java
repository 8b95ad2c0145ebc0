// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import podium.simulator.texts.Texts;

/** The machines and accelerators that scenarios are built of. */
public final class HardwareCatalog {

    private final Map<String, AcceleratorModel> accelerators = new LinkedHashMap<>();
    private final Map<String, MachineModel> machines = new LinkedHashMap<>();

    /** Reads the hardware files of this bundle. */
    public HardwareCatalog() {
        YamlFiles yaml = new YamlFiles();
        yaml.resource("hardware/accelerators.yaml")
                .orElseThrow()
                .properties()
                .forEach(entry -> accelerators.put(entry.getKey(), accelerator(entry.getKey(), entry.getValue())));
        yaml.resource("hardware/machines.yaml")
                .orElseThrow()
                .properties()
                .forEach(entry -> machines.put(entry.getKey(), machine(entry.getKey(), entry.getValue())));
    }

    /**
     * A machine by its key.
     *
     * @throws IllegalArgumentException if there is none, naming those there are
     */
    public MachineModel machine(String id) {
        return Optional.ofNullable(machines.get(id))
                .orElseThrow(() -> new IllegalArgumentException(
                        Texts.of("HardwareCatalog.noMachineKnown", id, machines.keySet())));
    }

    /** An accelerator by its key. */
    public AcceleratorModel accelerator(String id) {
        return Optional.ofNullable(accelerators.get(id))
                .orElseThrow(() ->
                        new IllegalArgumentException("no accelerator \"" + id + "\"; known: " + accelerators.keySet()));
    }

    /** The accelerator a node's labels name, if any. */
    public Optional<AcceleratorModel> byLabels(Map<String, String> labels) {
        String product = labels.getOrDefault(
                "nvidia.com/gpu.product",
                labels.getOrDefault(
                        "amd.com/gpu.product-name",
                        labels.getOrDefault(
                                "cloud.google.com/gke-tpu-accelerator",
                                labels.getOrDefault("habana.ai/gaudi.product", ""))));
        String whole = product.replaceAll("(-SHARED|-MIG-.*)$", "");
        return accelerators.values().stream()
                .filter(accelerator -> accelerator.label().equals(whole))
                .findFirst();
    }

    private static AcceleratorModel accelerator(String id, JsonNode node) {
        return new AcceleratorModel(
                id,
                node.path("vendor").asText(),
                node.path("resource").asText(),
                node.path("product").asText(),
                node.path("label").asText(),
                node.path("family").asText(),
                node.path("compute").asText(),
                node.path("memoryMiB").asInt(),
                node.path("idleWatts").asInt(),
                node.path("maxWatts").asInt(),
                node.path("smClock").asInt(),
                node.path("memoryClock").asInt(),
                node.path("links").asInt(),
                node.path("linkGBs").asInt(),
                node.path("pcieGBs").asInt(),
                node.path("mig").asBoolean());
    }

    private MachineModel machine(String id, JsonNode node) {
        return new MachineModel(
                id,
                Optional.ofNullable(accelerators.get(node.path("accelerator").asText())),
                node.path("count").asInt(),
                node.path("cpus").asInt(),
                node.path("memoryGi").asInt(),
                node.path("storageGi").asInt(),
                node.path("pods").asInt(110),
                node.path("machine").asText(),
                node.path("arch").asText("amd64"));
    }
}
