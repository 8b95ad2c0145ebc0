// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.fleet.MigShare;
import podium.core.metrics.Metric;
import podium.core.metrics.Unit;

/**
 * Which device, and which part of it, the labels of a sample name, and who holds it.
 *
 * @param slice identifier and profile with a colon between; empty: the whole device
 * @param job job of a batch system outside of Kubernetes that holds it; empty: none is told
 * @param core a core of a Neuron device of which the sample tells; empty: it tells of all of the device
 */
record DeviceIdentity(
        OptionalInt index,
        String uuid,
        String model,
        String pciBusId,
        String node,
        Optional<String> pod,
        String slice,
        String job,
        Optional<NeuronCore> core) {
    private static final Pattern CHIP = Pattern.compile(".*-(\\d{1,3})");

    /** Empty: the labels name no device. */
    static Optional<DeviceIdentity> of(Map<String, String> labels) {
        Optional<NeuronCore> core = NeuronCore.of(labels);
        OptionalInt index = core.isPresent() ? OptionalInt.of(core.get().device()) : index(labels);
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
                slice.isEmpty() ? "" : slice + ":" + DeviceLabels.PROFILE.of(labels),
                DeviceLabels.JOB.of(labels),
                core));
    }

    /** GKE's TPUs have the number of the chip behind the name of their machine: 4804027566560697562-0. */
    private static OptionalInt index(Map<String, String> labels) {
        OptionalInt index = DeviceLabels.INDEX.number(labels);
        Matcher chip = CHIP.matcher(labels.getOrDefault("accelerator_id", ""));
        return index.isEmpty() && labels.getOrDefault("make", "").contains("tpu") && chip.matches()
                ? OptionalInt.of(Integer.parseInt(chip.group(1)))
                : index;
    }

    /** The device as it is whoever holds it, and whatever it is divided into. */
    DeviceIdentity whole() {
        return new DeviceIdentity(index, uuid, model, pciBusId, node, Optional.empty(), "", "", Optional.empty());
    }

    /** The part of it that is told of; empty: all of it. */
    String part() {
        return core.map(NeuronCore::toString).orElse(slice);
    }

    /** Parts whose activity adds up to that many times the activity of the device. */
    int parts(Metric metric) {
        return metric == Metric.ACTIVITY ? core.map(NeuronCore::ofDevice).orElse(1) : 1;
    }

    /** What of a ratio of the part is one of the device, where it is a MIG instance; empty: it is none, or the metric no ratio. */
    OptionalDouble share(Metric metric) {
        return metric.unit() == Unit.RATIO ? MigShare.of(slice, model) : OptionalDouble.empty();
    }

    /** Behind a Prometheus, pod may be that of the exporter itself: it holds nothing. */
    private static Optional<String> pod(Map<String, String> labels) {
        String pod = DeviceLabels.POD.of(labels);
        String namespace = DeviceLabels.NAMESPACE.of(labels);
        String container = labels.getOrDefault("container", "");
        boolean own = !labels.containsKey("exported_pod")
                && (container.contains("exporter") || container.contains("neuron-monitor"));
        return pod.isEmpty() || namespace.isEmpty() || own ? Optional.empty() : Optional.of(namespace + "/" + pod);
    }
}
