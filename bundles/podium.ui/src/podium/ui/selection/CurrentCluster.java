// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.label.FleetLabels;

/** Which cluster is meant where one is meant and none is named. In the realm. */
public final class CurrentCluster {
    private CurrentCluster() {}

    /** That of what is selected, else the first one open. */
    public static Optional<Cluster> of(FleetSelection selection, FleetService fleet) {
        return of(selection.get(), fleet);
    }

    /** That of what is selected, else the first one open. */
    public static Optional<Cluster> of(List<? extends EObject> selected, FleetService fleet) {
        return selected.stream()
                .flatMap(thing -> FleetLabels.cluster(thing).stream())
                .findFirst()
                .or(() -> fleet.fleet().getClusters().stream().findFirst());
    }
}
