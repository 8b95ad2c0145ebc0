// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.ui.toolkit.Menus.Entry;

/** What context menus offer for what is selected, whatever it is, each with the reason why not. UI thread. */
@Creatable
public final class SelectionMenu {
    private final FleetActions actions;
    private final DeviceActions devices;

    @Inject
    public SelectionMenu(FleetActions actions, DeviceActions devices) {
        this.actions = actions;
        this.devices = devices;
    }

    /** Groups of entries; none for what nothing can be done to, as a cluster. */
    public List<List<Entry>> entries(List<EObject> selected) {
        List<List<Entry>> groups = new ArrayList<>();
        if (all(selected, Job.class, Task.class)) {
            groups.add(ActionMenu.ofJobs(actions, selected));
        } else if (all(selected, Node.class, Accelerator.class, Slice.class)) {
            groups.add(devices.entries(selected));
            groups.add(ActionMenu.ofNodes(actions, selected));
        }
        return groups;
    }

    private static boolean all(List<EObject> selected, Class<?>... types) {
        return !selected.isEmpty()
                && selected.stream()
                        .allMatch(thing -> List.of(types).stream().anyMatch(type -> type.isInstance(thing)));
    }
}
