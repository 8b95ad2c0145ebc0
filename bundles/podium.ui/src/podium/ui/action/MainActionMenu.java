// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.enablement.DeviceAction;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FleetLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.TextShortener;

/** The Act menu of the window: every act there is, each with the reason why not, as context menus say it. UI thread. */
@Creatable
public final class MainActionMenu {
    private static final int LONGEST = 60;

    private final FleetActions actions;
    private final DeviceActions devices;
    private final ConsoleLocks locks;
    private final FleetSelection selection;
    private final FleetService fleet;

    @Inject
    public MainActionMenu(
            FleetActions actions,
            DeviceActions devices,
            ConsoleLocks locks,
            FleetSelection selection,
            FleetService fleet) {
        this.actions = actions;
        this.devices = devices;
        this.locks = locks;
        this.selection = selection;
        this.fleet = fleet;
    }

    /** The entries as they are now, in groups, each in the order of context menus. */
    public List<List<Entry>> entries() {
        List<EObject> selected = selection.get();
        List<Entry> ofJobs = new ArrayList<>(ActionMenu.entries(actions, selected, FleetAction.SUBMIT));
        ofJobs.addAll(ActionMenu.ofJobs(actions, selected));
        List<Entry> ofDevices = new ArrayList<>();
        for (DeviceAction action : DeviceAction.values()) {
            ofDevices.add(new Entry(
                    action.words(),
                    action.icon(),
                    action.key(),
                    devices.whyNot(action, selected),
                    () -> devices.run(action, selected)));
        }
        return List.of(
                ofJobs,
                ofDevices,
                ActionMenu.ofNodes(actions, selected),
                ActionMenu.entries(actions, selected, FleetAction.UNDO),
                List.of(lock()));
    }

    private Entry lock() {
        Optional<Cluster> cluster = CurrentCluster.of(selection, fleet);
        boolean locked = cluster.map(locks::isLocked).orElse(true);
        String words = cluster.map(at -> TextShortener.to(LONGEST, FleetLabels.name(at)))
                .map(name -> locked ? Texts.of("MainActionMenu.unlock", name) : Texts.of("MainActionMenu.lock", name))
                .orElse(Texts.of("MainActionMenu.unlockTheCluster"));
        return new Entry(
                words,
                locked ? Icon.UNLOCKED : Icon.LOCKED,
                "Ctrl+L",
                cluster.isPresent() ? Optional.empty() : Optional.of(Texts.of("MainActionMenu.openAClusterFirst")),
                () -> cluster.ifPresent(it -> locks.set(it, !locked)));
    }
}
