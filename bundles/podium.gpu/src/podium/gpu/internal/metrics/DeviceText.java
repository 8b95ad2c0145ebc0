// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import podium.core.port.LocalAccelerators.Condition;
import podium.core.port.LocalAccelerators.LocalDevice;
import podium.core.port.LocalAccelerators.LocalLink;
import podium.core.port.LocalAccelerators.RemappedRows;
import podium.core.port.LocalAccelerators.State;
import podium.core.port.MetricsWriter;
import podium.core.telemetry.Reading;
import podium.gpu.internal.metrics.Family.Labels;
import podium.gpu.internal.metrics.Family.Type;

/**
 * Writes local devices with DCGM's names and labels where DCGM has them, and podium_* for what it has not: whether the
 * driver and each device answer, and every NVLink. Stateless.
 */
@Component
public final class DeviceText implements MetricsWriter {
    @Override
    public byte[] write(State state, String host, Format format) {
        Families families = new Families();
        Labels machine = Labels.none().with("Hostname", host);
        switch (state) {
            case State.Running running -> {
                families.driver.add(machine, 1);
                for (LocalDevice device : running.devices()) {
                    add(families, device, labels(device, running.driver(), host));
                }
            }
            case State.NoDriver none -> families.driver.add(machine.with("reason", none.reason()), 0);
            case State.Starting() -> families.driver.add(machine.with("reason", "Not asked yet."), 0);
        }
        StringBuilder out = new StringBuilder(16 << 10);
        families.all().forEach(family -> family.write(out, format));
        if (format == Format.OPENMETRICS) {
            out.append("# EOF\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The families of one text, in its order. */
    private static final class Families {
        private final Map<DcgmName, Family> dcgm = new EnumMap<>(DcgmName.class);
        private final Family corrected = new Family(
                "DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", Type.COUNTER, "Rows remapped after correctable errors.");
        private final Family uncorrected = new Family(
                "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", Type.COUNTER, "Rows remapped after uncorrectable errors.");
        private final Family failed =
                new Family("DCGM_FI_DEV_ROW_REMAP_FAILURE", Type.GAUGE, "Whether remapping of rows has failed.");
        private final Family pending = new Family(
                "DCGM_FI_DEV_ROW_REMAP_PENDING", Type.GAUGE, "Whether rows will be remapped at the next reset.");
        private final Family driver =
                new Family("podium_driver_answers", Type.GAUGE, "Whether the driver of this machine can be used.");
        private final Family device = new Family(
                "podium_device_answers", Type.GAUGE, "Whether the device answers; else the reason it does not.");
        private final Family processes =
                new Family("podium_device_processes", Type.GAUGE, "Processes that hold memory of the device.");
        private final Family linkUp = new Family("podium_nvlink_up", Type.GAUGE, "Whether the NVLink is active.");
        private final Family linkErrors = new Family(
                "podium_nvlink_errors_total",
                Type.COUNTER,
                "Errors of an NVLink since the driver was loaded, by kind.");

        Families() {
            for (DcgmName name : DcgmName.values()) {
                dcgm.put(name, name.family());
            }
        }

        List<Family> all() {
            List<Family> all = new ArrayList<>(dcgm.values());
            all.addAll(List.of(corrected, uncorrected, failed, pending, driver, device, processes, linkUp, linkErrors));
            return all;
        }
    }

    private static void add(Families families, LocalDevice device, Labels labels) {
        switch (device.condition()) {
            case Condition.Answering() -> {
                families.device.add(labels, 1);
                addReadings(families, device, labels);
            }
            case Condition.Lost lost -> families.device.add(labels.with("reason", lost.reason()), 0);
            case Condition.Stalled stalled -> families.device.add(labels.with("reason", stalled.reason()), 0);
        }
    }

    private static void addReadings(Families families, LocalDevice device, Labels labels) {
        families.dcgm.forEach((name, family) -> {
            Reading reading = device.readings().get(name.metric());
            if (reading != null) {
                family.add(labels, name.value(reading.value()));
            }
        });
        if (device.rows().isPresent()) {
            RemappedRows rows = device.rows().get();
            families.corrected.add(labels, rows.corrected());
            families.uncorrected.add(labels, rows.uncorrected());
            families.failed.add(labels, rows.failed() ? 1 : 0);
            families.pending.add(labels, rows.pending() ? 1 : 0);
        }
        device.processes().ifPresent(processes -> families.processes.add(labels, processes.size()));
        for (LocalLink link : device.links()) {
            Labels end = labels.with("link", Integer.toString(link.number())).with("remote", link.remotePci());
            families.linkUp.add(end, link.active() ? 1 : 0);
            link.errors().forEach((kind, count) -> families.linkErrors.add(end.with("kind", kind), count));
        }
    }

    /** The labels dcgm-exporter 4 writes. */
    private static Labels labels(LocalDevice local, String driver, String host) {
        String index = Integer.toString(local.device().index());
        return Labels.none()
                .with("gpu", index)
                .with("UUID", local.device().uuid())
                .with("pci_bus_id", local.device().pciBusId())
                .with("device", "nvidia" + index)
                .with("modelName", local.device().model())
                .with("Hostname", host)
                .with("DCGM_FI_DRIVER_VERSION", driver);
    }
}
