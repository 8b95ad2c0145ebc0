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
    private static final List<FleetAction> OF_WORK =
            List.of(FleetAction.SUBMIT, FleetAction.PLACE, FleetAction.LAY_OUT, FleetAction.FREE);
    private static final List<FleetAction> OF_JOBS = List.of(
            FleetAction.LOGS,
            FleetAction.SHELL,
            FleetAction.FORWARD,
            FleetAction.COPY_FILES,
            FleetAction.SUSPEND,
            FleetAction.RESUME,
            FleetAction.RUN_NOW,
            FleetAction.SCALE,
            FleetAction.PRIORITY,
            FleetAction.QUEUE,
            FleetAction.WHICH_CLUSTER,
            FleetAction.REQUEUE,
            FleetAction.DELETE);

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

    /** The entries as they are now, in groups. */
    public List<List<Entry>> entries() {
        List<EObject> selected = selection.get();
        List<Entry> places = new ArrayList<>(entries(selected, OF_WORK));
        places.addAll(ActionMenu.ofNodes(actions, selected));
        for (DeviceAction action : DeviceAction.values()) {
            places.add(new Entry(
                    action.words(),
                    action.icon(),
                    action.key(),
                    devices.whyNot(action, selected),
                    () -> devices.run(action, selected)));
        }
        return List.of(
                places, entries(selected, OF_JOBS), entries(selected, List.of(FleetAction.UNDO)), List.of(lock()));
    }

    private List<Entry> entries(List<EObject> selected, List<FleetAction> which) {
        return ActionMenu.entries(actions, selected, which.toArray(FleetAction[]::new));
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
