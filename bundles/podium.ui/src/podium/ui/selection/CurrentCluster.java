// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.label.FleetLabels;

/** The cluster that an action applies to when none is named. In the realm. */
public final class CurrentCluster {
    private CurrentCluster() {}

    /**
     * That of what is selected, else of what was selected last: who takes a selection away has not gone to another cluster. Else the
     * first one open.
     */
    public static Optional<Cluster> of(FleetSelection selection, FleetService fleet) {
        return of(selection.get(), selection, fleet);
    }

    /**
     * The cluster that is closed when none is named: that of what is selected or was last. Else the only one, but not after another
     * was closed: who closes twice may not notice that the second one is another.
     */
    public static Optional<Cluster> toClose(FleetSelection selection, FleetService fleet) {
        return selection.get().stream()
                .flatMap(thing -> FleetLabels.cluster(thing).stream())
                .filter(FleetLabels::isThere)
                .findFirst()
                .or(selection::latest)
                .or(() -> fleet.fleet().getClusters().stream()
                        .filter(only -> !selection.hasLost()
                                && fleet.fleet().getClusters().size() == 1)
                        .findFirst());
    }

    /**
     * As {@link #of(FleetSelection, FleetService)}, of things beside the selection.
     *
     * @param things they say which cluster is meant, where there are any
     */
    public static Optional<Cluster> of(List<? extends EObject> things, FleetSelection selection, FleetService fleet) {
        return things.stream()
                .flatMap(thing -> FleetLabels.cluster(thing).stream())
                .findFirst()
                .or(selection::latest)
                .or(() -> fleet.fleet().getClusters().stream().findFirst());
    }
}
