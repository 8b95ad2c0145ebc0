// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import podium.core.change.DeviceReport;
import podium.core.change.DeviceReport.Part;

/** The accelerators of one slice on one node: whole ones with the parts that name them, and the wholes that only parts name. */
final class PublishedDevices {
    private final List<PublishedDevice> wholes = new ArrayList<>();
    private final List<PublishedDevice> parts = new ArrayList<>();

    void add(PublishedDevice device) {
        (device.isPart() ? parts : wholes).add(device);
    }

    /** A device and what it is divided into; a whole that is not published is stood for by its first part. */
    private record Divided(PublishedDevice first, boolean published, List<PublishedDevice> parts) {
        boolean has(PublishedDevice part) {
            return published
                    ? first.isWholeOf(part)
                    : first.parents().getFirst().equals(part.parents().getFirst());
        }
    }

    List<DeviceReport> reports() {
        List<Divided> devices = new ArrayList<>();
        wholes.forEach(whole -> devices.add(new Divided(whole, true, new ArrayList<>())));
        for (PublishedDevice part : parts) {
            Optional<Divided> whole = part.parents().isEmpty()
                    ? Optional.empty()
                    : devices.stream().filter(device -> device.has(part)).findFirst();
            if (whole.isPresent()) {
                whole.get().parts().add(part);
            } else if (!part.parents().isEmpty()) {
                devices.add(new Divided(part, false, new ArrayList<>(List.of(part))));
            }
        }
        return reports(devices);
    }

    private static List<DeviceReport> reports(List<Divided> devices) {
        Set<Integer> taken = new HashSet<>();
        devices.forEach(device -> device.first().index().ifPresent(taken::add));
        List<DeviceReport> reports = new ArrayList<>();
        int next = 0;
        for (Divided device : devices) {
            OptionalInt own = device.first().index();
            while (own.isEmpty() && taken.contains(next)) {
                next++;
            }
            int index = own.orElse(next);
            taken.add(index);
            reports.add(report(device, index));
        }
        return reports;
    }

    private static DeviceReport report(Divided device, int index) {
        DeviceReport whole = device.published()
                ? device.first().report(index)
                : device.first().whole(index);
        List<Part> parts = device.parts().stream().map(PublishedDevice::part).toList();
        return new DeviceReport(
                whole.index(),
                whole.uuid(),
                whole.model(),
                whole.memoryBytes(),
                whole.pciBusId(),
                whole.numaNode(),
                whole.health(),
                whole.healthReason(),
                whole.offer(),
                parts);
    }
}
