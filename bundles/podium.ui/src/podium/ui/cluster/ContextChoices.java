// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnector;
import podium.core.cluster.Connections;
import podium.core.cluster.ContextEntry;
import podium.core.cluster.ContextList;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;

/**
 * All contexts in one list: of the kubeconfigs that kubectl reads, of those that a cluster was opened from before, and of files
 * that the operator names. The last opened come first.
 *
 * @param from where those stand that kubectl reads
 * @param problems what could not be read, each with the cure
 */
public record ContextChoices(List<ContextLine> lines, String from, List<String> problems) {
    /** Files beside the usual ones that are looked into by themselves. */
    private static final int MOST_FILES = 20;

    public ContextChoices {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** Reads them. Not in the window's thread. */
    static ContextChoices read(
            ClusterConnector connector, KnownClusters known, Connections connections, List<Path> named) {
        ContextList usual = connector.usual();
        List<String> problems = new ArrayList<>();
        Map<ClusterId, ContextEntry> entries = new LinkedHashMap<>();
        add(usual, entries, problems);
        for (Path file : named) {
            add(connector.list(file), entries, problems);
        }
        List<KnownCluster> recent = known.recent().stream()
                .filter(cluster -> !cluster.target().simulated())
                .toList();
        // by itself a file of several that are merged would be told again, without what its contexts have of the others
        Set<Path> merged = usual.entries().stream()
                .flatMap(entry -> entry.target().merged().stream())
                .collect(Collectors.toSet());
        Set<Path> before = recent.stream()
                .filter(cluster -> !entries.containsKey(cluster.target().id()))
                .map(cluster -> cluster.target().kubeconfig())
                .filter(file -> !merged.contains(file))
                .limit(MOST_FILES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // a file that went away is no news to who wants to open another
        before.forEach(file -> add(connector.list(file), entries, new ArrayList<>()));
        Map<ClusterId, Instant> opened = recent.stream()
                .collect(Collectors.toMap(cluster -> cluster.target().id(), KnownCluster::opened, (first, _) -> first));
        List<ContextLine> lines = entries.values().stream()
                .map(entry -> new ContextLine(
                        entry,
                        Optional.ofNullable(opened.get(entry.target().id())),
                        connections.connection(entry.target().id()).isPresent()))
                .sorted(Comparator.comparing(
                        (ContextLine line) -> line.opened().orElse(Instant.EPOCH), Comparator.reverseOrder()))
                .toList();
        return new ContextChoices(lines, usual.from(), problems);
    }

    private static void add(ContextList list, Map<ClusterId, ContextEntry> entries, List<String> problems) {
        list.entries().forEach(entry -> entries.putIfAbsent(entry.target().id(), entry));
        if (!list.problem().isEmpty()) {
            problems.add(list.problem());
        }
    }
}
