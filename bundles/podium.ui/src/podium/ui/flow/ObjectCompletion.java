// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import podium.core.api.FieldHints;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.ui.prompt.YamlCompletion;

/** Completes texts of objects by what their cluster knows. */
record ObjectCompletion(Connections connections, FleetService fleet) {
    private static final FieldHints NONE = (version, kind, path) -> Optional.empty();

    /**
     * What may stand at a place of a text; for a thread in the background.
     *
     * @param namespace of objects that say none
     */
    BiFunction<String, Integer, YamlCompletion> of(ClusterId cluster, Supplier<String> namespace) {
        ClusterNames names = new ClusterNames(fleet, connections, cluster);
        return (text, place) -> FieldCompletion.at(
                connections.capability(cluster, FieldHints.class).orElse(NONE),
                (thing, said) -> names.of(thing, said.isEmpty() ? namespace.get() : said),
                text,
                place);
    }
}
