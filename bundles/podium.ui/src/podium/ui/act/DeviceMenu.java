// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.ui.kit.Icon;
import podium.ui.kit.Menus.Entry;
import podium.ui.words.Things;

/** What context menus offer for one device, and for the devices of one node. UI thread. */
@Creatable
public final class DeviceMenu {
    private final DeviceFlow devices;
    private final PartitionFlow partitions;

    @Inject
    public DeviceMenu(DeviceFlow devices, PartitionFlow partitions) {
        this.devices = devices;
        this.partitions = partitions;
    }

    /** The entries for a selection; none for several things, or for a node without accelerators. */
    public List<Entry> entries(List<? extends EObject> selected) {
        List<Entry> entries = new ArrayList<>();
        if (selected.size() != 1 || Things.gone(selected).isPresent()) {
            return entries;
        }
        switch (selected.getFirst()) {
            case Accelerator device -> {
                entries.add(new Entry(
                        "Cordon this GPU\u2026",
                        Icon.CORDONED,
                        "",
                        devices.whyNot(device),
                        () -> devices.choose(device)));
                entries.add(partition(device.getNode()));
            }
            case Node node when !node.getAccelerators().isEmpty() -> entries.add(partition(node));
            default -> entries.clear();
        }
        return entries;
    }

    private Entry partition(Node node) {
        return new Entry(
                "Re-partition GPUs\u2026", Icon.SLICE, "", partitions.whyNot(node), () -> partitions.choose(node));
    }
}
