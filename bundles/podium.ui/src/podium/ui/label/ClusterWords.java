// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;

/** Names that an open cluster has, for fields in which one is typed. In the realm. */
public final class ClusterWords {
    private ClusterWords() {}

    /** Of its namespaces: those that may be listed, and those of its jobs. */
    public static List<String> namespaces(Cluster cluster) {
        return Stream.concat(
                        SchedulingObjects.of(cluster).all(SchedulingObject.Namespace.class).stream()
                                .map(SchedulingObject.Namespace::name),
                        cluster.getJobs().stream().map(Job::getNamespace).filter(Objects::nonNull))
                .distinct()
                .sorted(new NaturalOrder())
                .toList();
    }
}
