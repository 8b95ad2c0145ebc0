// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Domain;
import podium.ui.label.FleetLabels;

/** What left the fleet with its whole cluster, by identity: the same things come back with a cluster that is opened anew. In the realm. */
final class LostThings {
    private final Map<String, EClass> kinds = new LinkedHashMap<>();

    /** What of these left with its cluster, and not by itself. */
    static List<EObject> among(List<EObject> things) {
        return things.stream()
                .filter(thing -> FleetLabels.cluster(thing)
                        .filter(cluster -> cluster.getFleet() == null)
                        .isPresent())
                .toList();
    }

    void add(List<EObject> things) {
        things.forEach(thing -> kinds.put(FleetLabels.key(thing), thing.eClass()));
    }

    void forget() {
        kinds.clear();
    }

    /** Which of them came back with a change of the fleet; these are awaited no longer. */
    List<EObject> back(FleetDelta delta) {
        List<EObject> found = new ArrayList<>();
        if (!kinds.isEmpty()) {
            things(delta)
                    .filter(thing -> kinds.containsValue(thing.eClass()) && FleetLabels.isThere(thing))
                    .filter(thing -> kinds.remove(FleetLabels.key(thing)) != null)
                    .forEach(found::add);
        }
        return found;
    }

    private static Stream<EObject> things(FleetDelta delta) {
        return Stream.of(
                        delta.clusters().stream(),
                        delta.clusters().stream().flatMap(cluster -> domains(cluster.getDomains())),
                        delta.nodes().stream(),
                        delta.nodes().stream().flatMap(node -> node.getAccelerators().stream()),
                        delta.nodes().stream()
                                .flatMap(node -> node.getAccelerators().stream())
                                .flatMap(device -> device.getSlices().stream()),
                        delta.jobs().stream(),
                        delta.tasks().stream())
                .flatMap(things -> things);
    }

    private static Stream<EObject> domains(List<Domain> domains) {
        return domains.stream().flatMap(one -> Stream.concat(Stream.of(one), domains(one.getDomains())));
    }
}
