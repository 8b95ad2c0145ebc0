// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which device, and which slice of it, the labels of a sample name.
 *
 * @param slice identifier and profile with a colon between; empty: the whole device
 */
record DeviceIdentity(
        OptionalInt index,
        String uuid,
        String model,
        String pciBusId,
        String node,
        Optional<String> pod,
        String slice) {

    /** Empty: the labels name no device. */
    static Optional<DeviceIdentity> of(Map<String, String> labels) {
        OptionalInt index = DeviceLabels.INDEX.number(labels);
        String uuid = DeviceLabels.UUID.of(labels);
        if (index.isEmpty() && uuid.isEmpty()) {
            return Optional.empty();
        }
        String slice = DeviceLabels.SLICE.of(labels);
        return Optional.of(new DeviceIdentity(
                index,
                uuid,
                DeviceLabels.MODEL.of(labels),
                DeviceLabels.PCI.of(labels),
                DeviceLabels.NODE.of(labels),
                pod(labels),
                slice.isEmpty() ? "" : slice + ":" + DeviceLabels.PROFILE.of(labels)));
    }

    /** Behind a Prometheus, pod may be that of the exporter itself: it holds nothing. */
    private static Optional<String> pod(Map<String, String> labels) {
        String pod = DeviceLabels.POD.of(labels);
        String namespace = DeviceLabels.NAMESPACE.of(labels);
        boolean own = !labels.containsKey("exported_pod")
                && labels.getOrDefault("container", "").contains("exporter");
        return pod.isEmpty() || namespace.isEmpty() || own ? Optional.empty() : Optional.of(namespace + "/" + pod);
    }
}
