// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.DeviceHolder;
import podium.core.change.DeviceLink;
import podium.core.change.DeviceReport;
import podium.core.internal.device.NodeAccelerators;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;

/** A node with what sources last said of its devices, by source. */
final class NodeEntry {
    final Node node;
    final TreeMap<String, List<DeviceReport>> devices = new TreeMap<>();
    final TreeMap<String, List<DeviceHolder>> holders = new TreeMap<>();
    List<DeviceLink> links = List.of();

    /** Devices and their parts by the names that claims give them. */
    final Map<String, Accelerator> offered = new HashMap<>();

    final Map<String, Slice> offeredParts = new HashMap<>();
    NodeAccelerators facts = new NodeAccelerators(List.of(), "");

    NodeEntry(Node node) {
        this.node = node;
    }

    /** Takes the word of a source; one that says nothing any more is as if it had never spoken. True when it is news. */
    static <T> boolean put(TreeMap<String, List<T>> bySource, String source, List<T> all) {
        @Nullable List<T> old = all.isEmpty() ? bySource.remove(source) : bySource.put(source, List.copyOf(all));
        return !all.equals(old == null ? List.of() : old);
    }

    /** True when some of its devices have parts that are there only while somebody has them. */
    boolean divides() {
        return devices.values().stream()
                .flatMap(List::stream)
                .flatMap(device -> device.parts().stream())
                .anyMatch(DeviceReport.Part::possible);
    }

    /** True when a source says of a pod that it has what claims call so. */
    boolean isHeld(String offer) {
        return holders.values().stream().flatMap(List::stream).anyMatch(holder -> holder.uuid()
                .equals(offer));
    }

    /** True when no source says anything of it. */
    boolean isSilent() {
        return devices.isEmpty() && holders.isEmpty() && links.isEmpty();
    }
}
