// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which device, and which slice of it, the labels of a sample name. */
record DeviceIdentity(
        OptionalInt index,
        String uuid,
        String model,
        String pciBusId,
        String node,
        Optional<String> pod,
        String slice,
        String sliceProfile) {

    /** Empty: the labels name no device. */
    static Optional<DeviceIdentity> of(Map<String, String> labels) {
        OptionalInt index = number(first(labels, "gpu", "gpu_id", "GPU_ID", "index", "minor_number"));
        String uuid = first(labels, "UUID", "uuid", "gpu_uuid", "GPU_UUID");
        if (index.isEmpty() && uuid.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeviceIdentity(
                index,
                uuid,
                first(labels, "modelName", "card_model", "CARD_MODEL", "name", "gpu_name"),
                first(labels, "pci_bus_id", "pciid", "PCIE_BUS_ID"),
                first(labels, "Hostname", "hostname", "HOSTNAME", "instance", "node"),
                pod(labels),
                first(labels, "GPU_I_ID"),
                first(labels, "GPU_I_PROFILE")));
    }

    /** Old dcgm-exporters write pod_name, pod_namespace; behind a Prometheus they become exported_pod. */
    private static Optional<String> pod(Map<String, String> labels) {
        String pod = first(labels, "exported_pod", "pod", "pod_name", "POD");
        String namespace = first(labels, "exported_namespace", "namespace", "pod_namespace", "NAMESPACE");
        return pod.isEmpty() || namespace.isEmpty() ? Optional.empty() : Optional.of(namespace + "/" + pod);
    }

    private static String first(Map<String, String> labels, String... names) {
        for (String name : names) {
            String value = labels.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static OptionalInt number(String text) {
        return !text.isEmpty() && text.length() < 6 && text.chars().allMatch(Character::isDigit)
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
