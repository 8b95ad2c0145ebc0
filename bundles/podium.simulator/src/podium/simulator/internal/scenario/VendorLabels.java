// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The labels that the vendors' feature discovery puts on nodes. */
final class VendorLabels {

    private static final String DRIVER = "580.105.08";

    private final MachineModel machine;
    private final AcceleratorModel accelerator;
    private final Map<String, Integer> slices;

    VendorLabels(MachineModel machine, AcceleratorModel accelerator, Map<String, Integer> slices) {
        this.machine = machine;
        this.accelerator = accelerator;
        this.slices = slices;
    }

    void put(ObjectNode labels) {
        switch (accelerator.vendor()) {
            case "nvidia" -> nvidia(labels);
            case "amd" -> amd(labels);
            case "habana" ->
                labels.put("habana.ai/gaudi.product", accelerator.label())
                        .put("habana.ai/gaudi.count", Integer.toString(machine.count()));
            default ->
                labels.put("cloud.google.com/gke-tpu-accelerator", accelerator.label())
                        .put("cloud.google.com/gke-accelerator-count", Integer.toString(machine.count()));
        }
    }

    /** GPU feature discovery. */
    private void nvidia(ObjectNode labels) {
        String[] compute = accelerator.compute().split("\\.");
        labels.put("feature.node.kubernetes.io/pci-10de.present", "true");
        labels.put("nvidia.com/cuda.driver-version.full", DRIVER);
        labels.put("nvidia.com/cuda.driver-version.major", "580");
        labels.put("nvidia.com/cuda.runtime-version.full", "13.0");
        labels.put("nvidia.com/cuda.runtime-version.major", "13");
        labels.put("nvidia.com/gpu.compute.major", compute[0]).put("nvidia.com/gpu.compute.minor", compute[1]);
        labels.put("nvidia.com/gpu.count", Integer.toString(machine.count()));
        labels.put("nvidia.com/gpu.family", accelerator.family());
        labels.put("nvidia.com/gpu.machine", machine.machine());
        labels.put("nvidia.com/gpu.memory", Integer.toString(accelerator.memoryMiB()));
        labels.put("nvidia.com/gpu.mode", "compute");
        labels.put("nvidia.com/gpu.present", "true");
        labels.put("nvidia.com/gpu.product", accelerator.label());
        labels.put("nvidia.com/gpu.replicas", "1");
        labels.put("nvidia.com/gpu.sharing-strategy", "none");
        labels.put("nvidia.com/gpu.deploy.dcgm-exporter", "true");
        labels.put("nvidia.com/gpu.deploy.device-plugin", "true");
        labels.put("nvidia.com/mig.capable", Boolean.toString(accelerator.mig()));
        boolean mixed = slices.keySet().stream().anyMatch(name -> name.startsWith("nvidia.com/mig-"));
        labels.put("nvidia.com/mig.strategy", mixed ? "mixed" : "single");
        if (accelerator.mig()) {
            labels.put("nvidia.com/mig.config", mixed ? "custom" : "all-disabled");
            labels.put("nvidia.com/mig.config.state", "success");
        }
        slices.forEach((resource, count) -> mig(labels, resource, count));
    }

    private void mig(ObjectNode labels, String resource, int count) {
        if (resource.startsWith("nvidia.com/mig-")) {
            String profile = resource.substring("nvidia.com/mig-".length());
            labels.put(resource + ".count", Integer.toString(count));
            labels.put(resource + ".memory", Integer.toString(MigProfile.memoryMiB(profile)));
            labels.put(resource + ".product", accelerator.label() + "-MIG-" + profile);
            labels.put(resource + ".replicas", "1");
            labels.put(resource + ".slices.gi", Integer.toString(MigProfile.computeSlices(profile)));
            labels.put(resource + ".slices.ci", Integer.toString(MigProfile.computeSlices(profile)));
        }
    }

    /** AMD's node labeller. */
    private void amd(ObjectNode labels) {
        labels.put("amd.com/gpu.product-name", accelerator.label());
        labels.put("amd.com/gpu.family", accelerator.family());
        labels.put("amd.com/gpu.vram", accelerator.memoryMiB() / 1024 + "G");
        labels.put("amd.com/gpu.cu-count", "304");
        labels.put("amd.com/gpu.device-id", "74a1");
        labels.put("amd.com/gpu.driver-version", "6.14.14");
        labels.put("feature.node.kubernetes.io/amd-gpu", "true");
    }
}
