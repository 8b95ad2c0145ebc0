// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.device;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import podium.core.change.DeviceReport;
import podium.core.change.DeviceReport.Part;
import podium.model.fleet.Health;

/**
 * One list of devices out of what several sources say. Two records are the same device when their identifiers are
 * equal, else when their index is equal and at most one of them has an identifier, unless two drivers' offers tell them
 * apart. What one source leaves open another fills; the worst health that any source tells is believed.
 */
public final class DeviceMerge {
    private DeviceMerge() {}

    /** Devices in order of index; the sources in order of trust. */
    public static List<DeviceReport> merge(Collection<List<DeviceReport>> sources) {
        TreeMap<Integer, DeviceReport> merged = new TreeMap<>();
        for (List<DeviceReport> source : sources) {
            Set<String> shared = shared(source);
            for (DeviceReport told : source) {
                DeviceReport device = shared.contains(told.uuid()) ? nameless(told) : told;
                int at = place(merged, device);
                merged.merge(at, device, (a, b) -> both(at, a, b));
            }
        }
        merged.replaceAll((index, device) -> device.index() == index ? device : both(index, device, device));
        return List.copyOf(merged.values());
    }

    /** Identifiers that one source gives to several devices, as a driver of TPUs does to all of a host: they tell none from another. */
    private static Set<String> shared(List<DeviceReport> source) {
        Map<String, Integer> indexes = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (DeviceReport device : source) {
            Integer before = indexes.putIfAbsent(device.uuid(), device.index());
            if (before != null && before != device.index()) {
                shared.add(device.uuid());
            }
        }
        shared.remove("");
        return shared;
    }

    private static DeviceReport nameless(DeviceReport device) {
        return new DeviceReport(
                device.index(),
                "",
                device.model(),
                device.memoryBytes(),
                device.pciBusId(),
                device.numaNode(),
                device.health(),
                device.healthReason(),
                device.offer(),
                device.parts(),
                device.batchJob());
    }

    private static int place(TreeMap<Integer, DeviceReport> merged, DeviceReport device) {
        if (!device.uuid().isEmpty()) {
            for (Map.Entry<Integer, DeviceReport> entry : merged.entrySet()) {
                if (entry.getValue().uuid().equals(device.uuid())) {
                    return entry.getKey();
                }
            }
        }
        int index = Math.max(0, device.index());
        while (true) {
            DeviceReport there = merged.get(index);
            if (there == null
                    || (there.uuid().isEmpty() || device.uuid().isEmpty()) && !isOfferedApart(there, device)) {
                return index;
            }
            index++;
        }
    }

    private static boolean isOfferedApart(DeviceReport a, DeviceReport b) {
        return a.offer().isPresent()
                && b.offer().isPresent()
                && !a.offer().get().id().equals(b.offer().get().id());
    }

    private static DeviceReport both(int index, DeviceReport a, DeviceReport b) {
        boolean bWorse = worse(b.health(), a.health());
        return new DeviceReport(
                index,
                first(a.uuid(), b.uuid()),
                first(a.model(), b.model()),
                a.memoryBytes().isPresent() ? a.memoryBytes() : b.memoryBytes(),
                first(a.pciBusId(), b.pciBusId()),
                a.numaNode().isPresent() ? a.numaNode() : b.numaNode(),
                bWorse ? b.health() : a.health(),
                bWorse ? b.healthReason() : first(a.healthReason(), b.healthReason()),
                a.offer().isPresent() ? a.offer() : b.offer(),
                parts(a, b),
                first(a.batchJob(), b.batchJob()));
    }

    private static List<Part> parts(DeviceReport a, DeviceReport b) {
        if (a.parts().isEmpty() || b.parts().isEmpty()) {
            return a.parts().isEmpty() ? b.parts() : a.parts();
        }
        Set<Part> all = new LinkedHashSet<>(a.parts());
        all.addAll(b.parts());
        return List.copyOf(all);
    }

    private static boolean worse(Health a, Health b) {
        return a.getValue() > b.getValue();
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }
}
