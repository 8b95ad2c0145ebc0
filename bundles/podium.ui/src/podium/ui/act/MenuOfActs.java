// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.kit.Icon;
import podium.ui.kit.Menus.Entry;
import podium.ui.select.CurrentCluster;
import podium.ui.select.FleetSelection;
import podium.ui.words.Things;

/** The Act menu of the window: every act there is, each with the reason why not, as context menus say it. UI thread. */
@Creatable
public final class MenuOfActs {
    private static final List<Act> OF_WORK = List.of(Act.SUBMIT, Act.PLACE, Act.LAY_OUT, Act.FREE);
    private static final List<Act> OF_JOBS =
            List.of(Act.SUSPEND, Act.RESUME, Act.SCALE, Act.PRIORITY, Act.QUEUE, Act.REQUEUE, Act.DELETE);

    private final Acts acts;
    private final DeviceMenu devices;
    private final Locks locks;
    private final FleetSelection selection;
    private final FleetService fleet;

    @Inject
    public MenuOfActs(Acts acts, DeviceMenu devices, Locks locks, FleetSelection selection, FleetService fleet) {
        this.acts = acts;
        this.devices = devices;
        this.locks = locks;
        this.selection = selection;
        this.fleet = fleet;
    }

    /** The entries as they are now, in groups. */
    public List<List<Entry>> entries() {
        List<EObject> selected = selection.get();
        List<Entry> places = new ArrayList<>(entries(selected, OF_WORK));
        places.addAll(ActMenu.ofNodes(acts, selected));
        for (DeviceAct act : DeviceAct.values()) {
            places.add(new Entry(
                    act.words(),
                    act.icon(),
                    act.key(),
                    devices.whyNot(act, selected),
                    () -> devices.run(act, selected)));
        }
        return List.of(places, entries(selected, OF_JOBS), entries(selected, List.of(Act.UNDO)), List.of(lock()));
    }

    private List<Entry> entries(List<EObject> selected, List<Act> which) {
        return ActMenu.entries(acts, selected, which.toArray(Act[]::new));
    }

    private Entry lock() {
        Optional<Cluster> cluster = CurrentCluster.of(selection, fleet);
        boolean locked = cluster.map(locks::isLocked).orElse(true);
        String words =
                (locked ? "Unlock " : "Lock ") + cluster.map(Things::name).orElse("the cluster");
        return new Entry(
                words,
                locked ? Icon.UNLOCKED : Icon.LOCKED,
                "Ctrl+L",
                cluster.isPresent() ? Optional.empty() : Optional.of("open a cluster first"),
                () -> cluster.ifPresent(it -> locks.set(it, !locked)));
    }
}
