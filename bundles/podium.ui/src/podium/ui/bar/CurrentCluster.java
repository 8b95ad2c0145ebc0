// SPDX-License-Identifier: Apache-2.0
package podium.ui.bar;

import java.util.Optional;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.select.FleetSelection;
import podium.ui.words.Things;

/** Which cluster is meant where one is meant and none is named. In the realm. */
public final class CurrentCluster {
    private CurrentCluster() {}

    /** That of what is selected, else the first one open. */
    public static Optional<Cluster> of(FleetSelection selection, FleetService fleet) {
        return selection.get().stream()
                .flatMap(thing -> Things.cluster(thing).stream())
                .findFirst()
                .or(() -> fleet.fleet().getClusters().stream().findFirst());
    }
}
