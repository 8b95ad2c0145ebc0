// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import podium.core.port.LocalAccelerators.LocalLink;
import podium.core.port.LocalAccelerators.LocalProcess;
import podium.core.port.LocalAccelerators.RemappedRows;
import podium.gpu.internal.nvml.Answer;
import podium.gpu.internal.nvml.NvLinks;
import podium.gpu.internal.nvml.NvLinks.NvLink;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.NvmlProcesses;
import podium.gpu.internal.nvml.NvmlProcesses.Process;

/**
 * What takes a driver long to tell about a device, other than numbers that make a series.
 *
 * @param rows empty when the device does not count them
 * @param processes empty when the driver does not tell
 */
record SlowReadings(Optional<RemappedRows> rows, List<LocalLink> links, Optional<List<LocalProcess>> processes) {
    static SlowReadings none() {
        return new SlowReadings(Optional.empty(), List.of(), Optional.empty());
    }

    /** Asks the device for all of it. */
    static SlowReadings of(NvmlDevice device) {
        return new SlowReadings(
                device.remappedRows()
                        .get()
                        .map(rows ->
                                new RemappedRows(rows.corrected(), rows.uncorrected(), rows.pending(), rows.failed())),
                links(device.nvLinks()),
                processes(device.processes()));
    }

    private static List<LocalLink> links(NvLinks links) {
        List<LocalLink> all = new ArrayList<>();
        for (NvLink link : links.all()) {
            Map<String, Long> errors = new LinkedHashMap<>();
            for (NvLinks.Error kind : NvLinks.Error.values()) {
                links.errors(link.number(), kind)
                        .get()
                        .ifPresent(count -> errors.put(kind.name().toLowerCase(Locale.ROOT), count));
            }
            String remote = link.remote().get().map(pci -> pci.busId()).orElse("");
            all.add(new LocalLink(link.number(), link.active(), remote, errors));
        }
        return all;
    }

    /** A process with a compute and a graphics context is one process. */
    private static Optional<List<LocalProcess>> processes(NvmlProcesses processes) {
        Map<Long, LocalProcess> byPid = new TreeMap<>();
        List<Answer<List<Process>>> answers = List.of(processes.compute(), processes.graphics());
        if (answers.stream().noneMatch(Answer::isPresent)) {
            return Optional.empty();
        }
        for (Answer<List<Process>> answer : answers) {
            answer.get()
                    .orElse(List.of())
                    .forEach(process ->
                            byPid.putIfAbsent(process.pid(), new LocalProcess(process.pid(), process.memory())));
        }
        return Optional.of(List.copyOf(byPid.values()));
    }
}
