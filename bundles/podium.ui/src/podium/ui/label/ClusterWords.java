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
import podium.model.fleet.Node;

/** Names that an open cluster has, for fields in which one is typed. In the realm. */
public final class ClusterWords {
    private ClusterWords() {}

    /** Of its namespaces: those that may be listed, and those of its jobs. */
    public static List<String> namespaces(Cluster cluster) {
        return named(Stream.concat(
                SchedulingObjects.of(cluster).all(SchedulingObject.Namespace.class).stream()
                        .map(SchedulingObject.Namespace::name),
                cluster.getJobs().stream().map(Job::getNamespace).filter(Objects::nonNull)));
    }

    /** Labels that its nodes have, as {@code key=value}; not their host names, which no two have. */
    public static List<String> nodeLabels(Cluster cluster) {
        return named(cluster.getNodes().stream()
                .map(Node::getLabels)
                .flatMap(labels -> labels.toMap().entrySet().stream())
                .filter(label -> !label.getKey().equals("kubernetes.io/hostname"))
                .map(label -> label.getKey() + "=" + label.getValue()));
    }

    /** Taints that its nodes have, as {@code key=value:effect}. */
    public static List<String> nodeTaints(Cluster cluster) {
        return named(cluster.getNodes().stream()
                .flatMap(node -> node.getTaints().all().stream())
                .map(taint ->
                        taint.key() + (taint.value().isEmpty() ? "" : "=" + taint.value()) + ":" + taint.effect()));
    }

    private static List<String> named(Stream<String> names) {
        return names.distinct().sorted(new NaturalOrder()).toList();
    }
}
