// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.ui.enablement.DeviceAction;
import podium.ui.flow.DeviceFlow;
import podium.ui.flow.PartitionFlow;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Menus.Entry;

/** What can be done to one device, or to the devices of one node, and why not: one answer for menus and keys. UI thread. */
@Creatable
public final class DeviceActions {
    private final DeviceFlow devices;
    private final PartitionFlow partitions;

    @Inject
    public DeviceActions(DeviceFlow devices, PartitionFlow partitions) {
        this.devices = devices;
        this.partitions = partitions;
    }

    /** The entries for a selection; none for several things, or for a node without accelerators. */
    public List<Entry> entries(List<? extends EObject> selected) {
        List<Entry> entries = new ArrayList<>();
        if (FleetLabels.gone(selected).isPresent()) {
            return entries;
        }
        // what is meant is kept: while the menu is up a slice may be cut away, and its GPU stays
        device(selected)
                .ifPresent(device -> entries.add(entry(DeviceAction.CORDON, selected, () -> devices.choose(device))));
        node(selected)
                .ifPresent(node -> entries.add(entry(DeviceAction.PARTITION, selected, () -> partitions.choose(node))));
        return entries;
    }

    private Entry entry(DeviceAction action, List<? extends EObject> selected, Runnable run) {
        return new Entry(action.words(), action.icon(), action.key(), whyNot(action, selected), run);
    }

    /** Why the act cannot be done with this selection; empty: it can. */
    public Optional<String> whyNot(DeviceAction action, List<? extends EObject> selected) {
        Optional<String> gone = FleetLabels.gone(selected);
        if (gone.isPresent()) {
            return gone;
        }
        return switch (action) {
            case CORDON ->
                device(selected).map(devices::whyNot).orElse(Optional.of(Texts.of("DeviceActions.selectOneGpu")));
            case PARTITION ->
                node(selected).map(partitions::whyNot).orElse(Optional.of(Texts.of("DeviceActions.selectOneNodeWith")));
        };
    }

    /** Begins the act with this selection. Nothing is sent before the operator confirms. */
    public void run(DeviceAction action, List<? extends EObject> selected) {
        switch (action) {
            case CORDON -> device(selected).ifPresent(devices::choose);
            case PARTITION -> node(selected).ifPresent(partitions::choose);
        }
    }

    /** The one device a selection means: itself, or that of a slice. */
    private static Optional<Accelerator> device(List<? extends EObject> selected) {
        return selected.size() != 1
                ? Optional.empty()
                : switch (selected.getFirst()) {
                    case Accelerator device -> Optional.of(device);
                    case Slice slice -> Optional.ofNullable(slice.getAccelerator());
                    default -> Optional.empty();
                };
    }

    /** The one node with devices that a selection means. */
    private static Optional<Node> node(List<? extends EObject> selected) {
        return selected.size() != 1
                ? Optional.empty()
                : FleetLabels.node(selected.getFirst())
                        .filter(node -> !node.getAccelerators().isEmpty());
    }
}
