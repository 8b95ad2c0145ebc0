// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import podium.core.api.ObjectTable.Row;
import podium.model.fleet.Cluster;

/**
 * What of the fleet rows of objects stand for. It is selected with them, so that a key is about what is marked there, and about nothing
 * that was selected before. In the realm.
 */
final class RowsInFleet {
    private RowsInFleet() {}

    /** Nodes, tasks and jobs by their uid; the cluster, when one of the rows is none of these. */
    static List<? extends EObject> of(Cluster cluster, List<Row> rows) {
        return of(cluster, rows.stream().map(Row::uid).collect(Collectors.toSet()));
    }

    /** The same for objects with these uids. */
    static List<? extends EObject> of(Cluster cluster, Set<String> uids) {
        List<EObject> found = Stream.concat(
                        cluster.getNodes().stream().filter(node -> uids.contains(node.getUid())),
                        cluster.getJobs().stream()
                                .flatMap(job -> job.getTasks().stream())
                                .filter(task -> uids.contains(task.getUid())))
                .map(EObject.class::cast)
                .toList();
        if (found.isEmpty()) {
            // a pod that nobody owns is a job of one task, and both have its uid
            found = cluster.getJobs().stream()
                    .filter(job -> uids.contains(job.getUid()))
                    .map(EObject.class::cast)
                    .toList();
        }
        return found.size() == uids.size() ? found : List.of(cluster);
    }
}
