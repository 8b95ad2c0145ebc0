// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Component;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.LocalAccelerators.State;
import podium.core.machine.LocalSlice;
import podium.core.machine.MetricsWriter;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.gpu.internal.metrics.MetricFamily.Labels;
import podium.gpu.texts.Texts;

/**
 * OpenMetrics with the names and labels of dcgm-exporter, so that dashboards made for it read this too, and podium_* for
 * what it has not: whether the driver and each device answer, every NVLink, the way between devices, and slices. Stateless.
 */
@Component
public final class DeviceText implements MetricsWriter {
    @Override
    public byte[] write(State state, String host, Format format) {
        MetricFamilies families = new MetricFamilies();
        Labels machine = Labels.none().with("Hostname", host);
        switch (state) {
            case State.Running running -> {
                families.add(PodiumMetric.DRIVER, machine, 1);
                for (LocalDevice device : running.devices()) {
                    add(families, device, labels(device, running.driver(), host));
                }
            }
            case State.NoDriver none -> families.add(PodiumMetric.DRIVER, machine.with("reason", none.reason()), 0);
            case State.Starting() ->
                families.add(PodiumMetric.DRIVER, machine.with("reason", Texts.of("DeviceText.notAskedYet")), 0);
        }
        StringBuilder out = new StringBuilder(16 << 10);
        families.write(out, format);
        if (format == Format.OPENMETRICS) {
            out.append("# EOF\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(MetricFamilies families, LocalDevice device, Labels labels) {
        switch (device.condition()) {
            case Condition.Answering() -> {
                families.add(PodiumMetric.DEVICE, labels, 1);
                families.addReadings(device, labels);
                Sample traffic = device.readings().get(Metric.NVLINK_TRAFFIC);
                if (traffic != null) {
                    families.add(PodiumMetric.LINK_TRAFFIC, labels, traffic.value());
                }
                addDetails(families, device.details(), labels);
            }
            case Condition.Lost lost -> families.add(PodiumMetric.DEVICE, labels.with("reason", lost.reason()), 0);
            case Condition.Stalled stalled ->
                families.add(PodiumMetric.DEVICE, labels.with("reason", stalled.reason()), 0);
        }
    }

    private static void addDetails(MetricFamilies families, LocalDetails details, Labels labels) {
        families.addFacts(details, labels);
        details.rows().ifPresent(rows -> {
            families.add(PodiumMetric.CORRECTABLE_ROWS, labels, rows.corrected());
            families.add(PodiumMetric.UNCORRECTABLE_ROWS, labels, rows.uncorrected());
            families.add(PodiumMetric.ROWS_FAILED, labels, rows.failed() ? 1 : 0);
            families.add(PodiumMetric.ROWS_PENDING, labels, rows.pending() ? 1 : 0);
        });
        details.processes().ifPresent(processes -> families.add(PodiumMetric.PROCESSES, labels, processes.size()));
        details.links().forEach(link -> addLink(families, link, labels));
        details.slices().forEach(slice -> addSlice(families, slice, labels));
        for (PeerDevice neighbour : details.neighbours()) {
            families.add(
                    PodiumMetric.NEIGHBOUR,
                    labels.with("other", Integer.toString(neighbour.index()))
                            .with("way", lower(neighbour.way()))
                            .with("nvlinks", Integer.toString(neighbour.nvLinks()))
                            .with("peer", lower(neighbour.peer())),
                    1);
        }
        if (details.facts().get(DeviceProperty.FABRIC_STATE) instanceof PropertyValue.Words state) {
            families.add(
                    PodiumMetric.FABRIC,
                    labels.with("state", state.plain())
                            .with("cluster_uuid", text(details, DeviceProperty.FABRIC_CLUSTER))
                            .with("clique", text(details, DeviceProperty.FABRIC_CLIQUE))
                            .with("health", text(details, DeviceProperty.FABRIC_HEALTH)),
                    1);
        }
    }

    private static void addLink(MetricFamilies families, LocalLink link, Labels labels) {
        Labels end = labels.with("link", Integer.toString(link.number())).with("remote", link.remotePci());
        families.add(PodiumMetric.LINK_UP, end.with("end", lower(link.end())), link.active() ? 1 : 0);
        link.sent().ifPresent(bytes -> families.add(PodiumMetric.LINK_BYTES, end.with("direction", "sent"), bytes));
        link.received()
                .ifPresent(bytes -> families.add(PodiumMetric.LINK_BYTES, end.with("direction", "received"), bytes));
        link.errors().forEach((kind, count) -> families.add(PodiumMetric.LINK_ERRORS, end.with("kind", kind), count));
    }

    private static void addSlice(MetricFamilies families, LocalSlice slice, Labels labels) {
        Labels named = labels.with("slice", Integer.toString(slice.number()))
                .with("slice_uuid", slice.uuid())
                .with("GPU_I_ID", number(slice.gpuInstance()))
                .with("GPU_I_PROFILE", slice.profile());
        slice.memoryBytes().ifPresent(bytes -> families.add(PodiumMetric.SLICE_MEMORY, named, bytes));
        slice.memoryUsed().ifPresent(bytes -> families.add(PodiumMetric.SLICE_MEMORY_USED, named, bytes));
        slice.multiprocessors().ifPresent(count -> families.add(PodiumMetric.SLICE_PROCESSORS, named, count));
    }

    /** The labels dcgm-exporter 4 writes. Only devices that are not NVIDIA's tell the name of their kernel module. */
    private static Labels labels(LocalDevice local, String driver, String host) {
        String index = Integer.toString(local.device().index());
        return Labels.none()
                .with("gpu", index)
                .with("UUID", local.device().uuid())
                .with("pci_bus_id", local.device().pciBusId())
                .with(
                        "device",
                        (local.details().facts().containsKey(DeviceProperty.KERNEL_DRIVER) ? "card" : "nvidia") + index)
                .with("modelName", local.device().model())
                .with("Hostname", host)
                .with("DCGM_FI_DRIVER_VERSION", driver);
    }

    private static String text(LocalDetails details, DeviceProperty fact) {
        return switch (details.facts().get(fact)) {
            case PropertyValue.Words words -> words.plain();
            case PropertyValue.Quantity quantity -> Long.toString((long) quantity.value());
            case null, default -> "";
        };
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
