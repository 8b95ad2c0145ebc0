// SPDX-License-Identifier: Apache-2.0
package podium.operation.submit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.model.fleet.Cluster;
import podium.placement.Fit;

/**
 * How what is to be submitted stands in one cluster, beside the others.
 *
 * @param here whether it waits in this one
 * @param fit of all of it together, as the cluster is now
 * @param room which nodes take it, in a line
 * @param waits what else than a quota it would wait for; empty: nothing
 * @param before how much waits there already for the same; empty: nothing
 * @param evicts who would be evicted for it, in a line; empty: nobody
 * @param quota what no quota grants it, in a line; empty: all is granted, or it stands against it
 * @param distance how near to each other its tasks could lie; empty: it has one
 * @param against why it cannot be submitted there, in sentences; empty: it can
 * @param notes what is not known, in sentences
 * @param manifest as that cluster reads it
 */
public record ClusterFit(
        Cluster cluster,
        boolean here,
        Fit fit,
        String room,
        String waits,
        String before,
        String evicts,
        String quota,
        String distance,
        List<String> against,
        List<String> notes,
        Manifest manifest) {
    /** Where it can go and fits best comes first; where nothing differs, the cluster in which it is. */
    public static final Comparator<ClusterFit> BEST_FIRST = Comparator.comparing(
                    (ClusterFit fit) -> !fit.against.isEmpty())
            .thenComparing(ClusterFit::fit)
            .thenComparing(fit -> !fit.quota.isEmpty())
            .thenComparing(fit -> !fit.waits.isEmpty())
            .thenComparing(fit -> !fit.before.isEmpty())
            .thenComparing(fit -> !fit.here);

    /** The namespace that is not there and is created with it; empty: none. */
    public Optional<String> newNamespace() {
        return manifest.items().stream()
                .map(Manifest.Item::ref)
                .filter(ref -> ref.group().isEmpty() && ref.resource().equals("namespaces"))
                .map(ObjectRef::name)
                .findFirst();
    }

    public ClusterFit {
        against = List.copyOf(against);
        notes = List.copyOf(notes);
    }
}
