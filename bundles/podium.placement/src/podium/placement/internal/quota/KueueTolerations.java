// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.Granted;
import podium.core.change.SchedulingObject.LocalQueue;
import podium.core.change.SchedulingObject.ResourceFlavor;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Job;
import podium.model.value.Toleration;
import podium.placement.Subject;
import podium.placement.internal.task.GangPiece;

/**
 * What Kueue adds to the pods of a job whatever flavor it gets: the tolerations that all flavors of its queue have (kueue
 * apis/kueue/v1beta1/resourceflavor_types.go, Tolerations). In the realm.
 */
public final class KueueTolerations {
    private KueueTolerations() {}

    /** The pieces of a subject with them. */
    public static List<GangPiece> with(Subject subject, List<GangPiece> pieces, SchedulingObjects facts) {
        List<Toleration> granted = granted(subject.job(), facts);
        if (granted.isEmpty()) {
            return pieces;
        }
        return pieces.stream()
                .map(piece ->
                        new GangPiece(piece.number(), piece.task(), piece.spec().tolerating(granted), piece.labels()))
                .toList();
    }

    private static List<Toleration> granted(Job job, SchedulingObjects facts) {
        String name = job.getQueueName();
        String namespace = job.getNamespace() == null ? "" : job.getNamespace();
        Optional<ClusterQueue> queue = name == null || name.isEmpty()
                ? Optional.empty()
                : facts.get(LocalQueue.class, namespace, name)
                        .flatMap(door -> facts.get(ClusterQueue.class, "", door.clusterQueue()));
        List<String> flavors = queue.stream()
                .flatMap(its -> its.quotas().stream())
                .map(Granted::flavor)
                .distinct()
                .toList();
        List<Toleration> shared = new ArrayList<>();
        for (int i = 0; i < flavors.size(); i++) {
            List<Toleration> its = facts.get(ResourceFlavor.class, "", flavors.get(i))
                    .map(ResourceFlavor::tolerations)
                    .orElse(List.of());
            if (i == 0) {
                shared.addAll(its);
            } else {
                shared.retainAll(its);
            }
        }
        return shared;
    }
}
