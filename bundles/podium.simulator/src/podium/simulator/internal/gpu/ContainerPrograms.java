// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import podium.simulator.internal.api.stream.ContainerTools;
import podium.simulator.internal.api.stream.HostRoot;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.DeviceInventory;
import podium.simulator.internal.kubelet.DeviceManager.Holder;
import podium.simulator.internal.scenario.HardwareFaultLog;
import podium.simulator.internal.scenario.SimulatedFleet;

/**
 * {@code nvidia-smi} and {@code dmesg} as they would print in a container of the fleet: the same readings as the exporters, of the
 * accelerators that the container was given; the pods of a DaemonSet, such as the driver's, see all of their node. The table has
 * the form that nvidia-smi 580 prints, 91 characters wide in every line (a sample of 580.126.09 stands in pull request 834 of
 * bottlerocket-os/bottlerocket-core-kit).
 */
public final class ContainerPrograms implements ContainerTools {
    private static final String LINE =
            "+-----------------------------------------------------------------------------------------+\n";

    private static final String COLUMNS =
            "+-----------------------------------------+------------------------+----------------------+\n";

    /** As {@code dmesg -T} prints a time. */
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SimulatedFleet fleet;
    private final Exporters exporters;

    /** The programs of a fleet, which read what its exporters read. */
    public ContainerPrograms(SimulatedFleet fleet, Exporters exporters) {
        this.fleet = fleet;
        this.exporters = exporters;
    }

    @Override
    public Optional<String> run(JsonNode pod, String name, List<String> arguments) {
        return switch (name) {
            case "nvidia-smi" ->
                readings(pod)
                        .filter(node -> node.model().vendor().equals("nvidia"))
                        .map(node -> NvidiaQuery.of(arguments)
                                .map(query -> query.print(seen(pod, node), node.model()))
                                .orElseGet(() -> arguments.contains("-L")
                                        ? list(seen(pod, node), node)
                                        : table(seen(pod, node), node)));
            case "dmesg" -> Optional.of(messages(pod, arguments.contains("-T")));
            case "py-spy" ->
                readings(pod)
                        .map(node -> seen(pod, node))
                        .filter(seen -> !seen.isEmpty() && !HostRoot.has(pod))
                        .map(seen -> arguments.contains("dump") ? PythonStack.of(seen) : "Usage: py-spy <COMMAND>\n");
            default -> Optional.empty();
        };
    }

    private Optional<NodeReadings> readings(JsonNode pod) {
        return exporters.read(
                Json.text(pod, "spec", "nodeName"), fleet.life().pace().instant());
    }

    private static List<NodeReadings.Measured> seen(JsonNode pod, NodeReadings node) {
        boolean all = HostRoot.has(pod)
                || Json.controller(pod)
                        .filter(owner -> Json.text(owner, "kind").equals("DaemonSet"))
                        .isPresent();
        return node.measured().stream()
                .filter(measured -> all && measured.whole()
                        || measured.entry()
                                .holder()
                                .filter(holder -> holder.podUid().equals(Json.uid(pod)))
                                .isPresent())
                .toList();
    }

    private static String list(List<NodeReadings.Measured> seen, NodeReadings node) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < seen.size(); i++) {
            out.append("GPU ")
                    .append(i)
                    .append(": ")
                    .append(node.model().product())
                    .append(" (UUID: ")
                    .append(seen.get(i).uuid())
                    .append(")\n");
        }
        return out.isEmpty() ? "No devices found.\n" : out.toString();
    }

    private String table(List<NodeReadings.Measured> seen, NodeReadings node) {
        if (seen.isEmpty()) {
            return "No devices were found\n";
        }
        StringBuilder out = new StringBuilder(LINE)
                .append(String.format(
                        Locale.ROOT,
                        "| NVIDIA-SMI %-22.22s Driver Version: %-14.14s CUDA Version: 13.0     |\n",
                        DcgmExporter.DRIVER,
                        DcgmExporter.DRIVER))
                .append(COLUMNS)
                .append("| GPU  Name                 Persistence-M | Bus-Id          Disp.A | Volatile Uncorr. ECC |\n")
                .append("| Fan  Temp   Perf          Pwr:Usage/Cap |           Memory-Usage | GPU-Util  Compute M. |\n")
                .append("|                                         |                        |               MIG M. |\n")
                .append(COLUMNS.replace('-', '=').replaceAll("^\\+|\\+(?=\n)", "|"));
        StringBuilder processes = new StringBuilder();
        for (int i = 0; i < seen.size(); i++) {
            NodeReadings.Measured gpu = seen.get(i);
            AcceleratorReading reading = gpu.reading();
            out.append(String.format(
                    Locale.ROOT,
                    "|%4d  %-28.28s   On  |   0000%s Off | %20d |\n",
                    i,
                    node.model().product(),
                    DeviceInventory.pciAddress(gpu.entry().device().gpu()).toUpperCase(Locale.ROOT),
                    reading.uncorrectable()));
            out.append(String.format(
                    Locale.ROOT,
                    "| N/A  %3.0fC    P0           %4.0fW / %4.0fW | %7.0fMiB / %6.0fMiB | %6.0f%%      Default |\n",
                    reading.celsius(),
                    reading.powerWatts(),
                    (double) node.model().maxWatts(),
                    reading.memoryMiB(),
                    (double) node.model().memoryMiB(),
                    100 * reading.load().active()));
            out.append("|                                         |                        |             Disabled |\n")
                    .append(COLUMNS);
            int index = i;
            gpu.entry()
                    .holder()
                    .map(Holder::container)
                    .ifPresent(container -> processes.append(String.format(
                            Locale.ROOT,
                            "| %4d   N/A  N/A %15d      C   %-36.36s %6.0fMiB |\n",
                            index,
                            1,
                            container,
                            reading.memoryMiB())));
        }
        out.append(" ".repeat(LINE.length() - 1)).append('\n').append(LINE);
        out.append(wide("Processes:"))
                .append(wide(" GPU   GI   CI              PID   Type   Process name                        GPU Memory"))
                .append(wide("       ID   ID                                                               Usage"))
                .append(LINE.replace('-', '=').replace('+', '|'))
                .append(processes);
        if (processes.isEmpty()) {
            out.append(wide(" No running processes found"));
        }
        return out.append(LINE).toString();
    }

    private static String wide(String words) {
        return String.format(Locale.ROOT, "| %-87.87s |\n", words);
    }

    /** An address without its function, as the kernel module writes it. */
    private static String slot(String address) {
        return address.substring(0, address.indexOf('.'));
    }

    /** The kernel's log of the node: what its accelerators reported (NVIDIA's XID lines, "NVRM: Xid"). */
    private String messages(JsonNode pod, boolean readable) {
        String node = Json.text(pod, "spec", "nodeName");
        Instant now = fleet.life().pace().instant();
        StringBuilder out = new StringBuilder("[    0.000000] Linux version 6.8.0-90-generic\n");
        for (HardwareFaultLog.Entry fault : fleet.faults().until(node, now)) {
            if (fault.code() > 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "[%s] NVRM: Xid (PCI:%s): %d, GPU %d: %s\n",
                        readable ? READABLE.format(fault.from()) : Json.time(fault.from()),
                        slot(DeviceInventory.pciAddress(fault.gpu())),
                        fault.code(),
                        fault.gpu(),
                        fault.kind()));
            }
        }
        return out.toString();
    }
}
