// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTables;
import podium.core.api.ServedResource;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.model.value.Taint;

/**
 * The names that an open cluster knows: of its nodes and what is on them as they are in the model, of all other objects as its server
 * lists them, each kind once for as long as this is used. For a thread in the background.
 */
final class ClusterNames {
    private final FleetService fleet;
    private final Connections connections;
    private final ClusterId cluster;
    private final Map<List<String>, List<String>> listed = new ConcurrentHashMap<>();

    ClusterNames(FleetService fleet, Connections connections, ClusterId cluster) {
        this.fleet = fleet;
        this.connections = connections;
        this.cluster = cluster;
    }

    /**
     * A name.
     *
     * @param nodes how many have it; empty: it is not of nodes
     * @param of how many nodes there are
     */
    record KnownName(String name, OptionalInt nodes, int of) {}

    /**
     * The names of things, those that most nodes have first; none where they are not known or may not be read.
     *
     * @param namespace of what lies in one
     */
    List<KnownName> of(NamedThing thing, String namespace) {
        return switch (thing) {
            case NamedThing.NodeLabel _ -> counted(Node::getLabels, labels -> keys(labels).stream());
            case NamedThing.NodeLabelValue(String key) -> counted(Node::getLabels, labels -> labels.get(key).stream());
            case NamedThing.NodeTaint _ ->
                counted(Node::getTaints, taints -> taints.all().stream().map(Taint::key));
            case NamedThing.NodeName _ -> plain(onNodes(Node::getName).stream());
            case NamedThing.ApiObject(String resource) ->
                plain(listed.computeIfAbsent(List.of(resource, namespace), _ -> list(resource, namespace)).stream());
        };
    }

    private static List<String> keys(Labels labels) {
        return List.copyOf(labels.toMap().keySet());
    }

    private static List<KnownName> plain(Stream<String> names) {
        return names.sorted(new NaturalOrder())
                .map(name -> new KnownName(name, OptionalInt.empty(), 0))
                .toList();
    }

    private <V> List<KnownName> counted(Function<Node, V> read, Function<V, Stream<String>> names) {
        List<V> nodes = onNodes(read);
        Map<String, Integer> counts = new HashMap<>();
        nodes.stream()
                .flatMap(value -> names.apply(value).distinct())
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(new NaturalOrder())))
                .map(found -> new KnownName(found.getKey(), OptionalInt.of(found.getValue()), nodes.size()))
                .toList();
    }

    /** Of each node what is asked for, which does not change once it is read. */
    private <V> List<V> onNodes(Function<Node, V> read) {
        return CompletableFuture.supplyAsync(
                        () -> fleet.cluster(cluster).map(Cluster::getNodes).stream()
                                .flatMap(List::stream)
                                .map(read)
                                .filter(Objects::nonNull)
                                .toList(),
                        fleet.realm()::execute)
                .join();
    }

    private List<String> list(String resource, String namespace) {
        Optional<ObjectTables> tables = connections.capability(cluster, ObjectTables.class);
        try {
            Optional<ServedResource> kind = tables.isEmpty()
                    ? Optional.empty()
                    : tables.get().resources().stream()
                            .filter(served -> served.fullName().equals(resource))
                            .findFirst();
            return kind.isEmpty()
                    ? List.of()
                    : tables.get().table(kind.get(), kind.get().namespaced() ? namespace : "", "").rows().stream()
                            .map(ObjectTable.Row::name)
                            .distinct()
                            .toList();
        } catch (IOException e) {
            // it is a help, and what is wrong with the connection is said where it counts
            return List.of();
        }
    }
}
