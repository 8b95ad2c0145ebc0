// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterColor;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.core.file.UnreadableFile;
import podium.core.file.Workspace;
import podium.core.json.Json;
import podium.sources.texts.Texts;

/**
 * Keeps the known clusters in a file of the workspace. One that cannot be read is put aside and told, since the marks are gone with
 * it; one that cannot be written holds until the process ends.
 */
@Component
public final class KnownClusterFile implements KnownClusters {
    private static final int LARGEST = 1 << 20;
    private static final int MOST = 200;

    private final Optional<Path> file;
    private final InstantSource clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private boolean read;
    private boolean writable = true;
    private Optional<String> lost = Optional.empty();

    /** @param uid of the cluster that it led to last; empty: not known */
    private record Entry(KnownCluster cluster, ClusterMark mark, String uid) {}

    /** As the console uses it. */
    @Activate
    public KnownClusterFile() {
        this(Workspace.own("clusters.json"), InstantSource.system());
    }

    /** @param file empty: nothing is kept beyond this process */
    KnownClusterFile(Optional<Path> file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public synchronized List<KnownCluster> recent() {
        read();
        return entries.values().stream()
                .map(Entry::cluster)
                .filter(known -> known.opened().isAfter(Instant.EPOCH))
                .sorted(Comparator.comparing(KnownCluster::opened).reversed())
                .toList();
    }

    @Override
    public synchronized void opened(ClusterTarget target) {
        put(target, clock.instant(), true, mark(target));
    }

    @Override
    public synchronized void closed(ClusterTarget target) {
        read();
        Entry entry = entries.get(key(target));
        if (entry != null) {
            put(target, entry.cluster.opened(), false, entry.mark);
        }
    }

    @Override
    public synchronized ClusterMark mark(ClusterTarget target) {
        read();
        Entry entry = entries.get(key(target));
        return entry == null ? ClusterMark.NONE : entry.mark;
    }

    @Override
    public synchronized void mark(ClusterTarget target, ClusterMark mark) {
        read();
        same(target).forEach(key -> replace(key, mark.production()));
        Entry entry = entries.get(key(target));
        put(
                target,
                entry == null ? Instant.EPOCH : entry.cluster.opened(),
                entry != null && entry.cluster.open(),
                mark);
    }

    @Override
    public synchronized void identified(ClusterTarget target, String uid) {
        read();
        String key = key(target);
        Entry entry = entries.get(key);
        if (entry != null && !entry.uid.equals(uid)) {
            entries.put(key, new Entry(entry.cluster, entry.mark, uid));
            boolean production = same(target).stream()
                    .anyMatch(other ->
                            Objects.requireNonNull(entries.get(other)).mark.production());
            if (production) {
                replace(key, true);
            }
            write();
        }
    }

    /** The keys of the other entries that lead to the same cluster. */
    private List<String> same(ClusterTarget target) {
        String key = key(target);
        Entry entry = entries.get(key);
        return entry == null || entry.uid.isEmpty()
                ? List.of()
                : entries.entrySet().stream()
                        .filter(other -> other.getValue().uid.equals(entry.uid))
                        .map(Map.Entry::getKey)
                        .filter(other -> !other.equals(key))
                        .toList();
    }

    private void replace(String key, boolean production) {
        entries.computeIfPresent(
                key,
                (_, entry) -> new Entry(entry.cluster, new ClusterMark(entry.mark.color(), production), entry.uid));
    }

    @Override
    public synchronized Optional<String> lost() {
        read();
        return lost;
    }

    /** A simulated fleet is another cluster each time it is started, and the same to its operator. */
    private static String key(ClusterTarget target) {
        return target.simulated()
                ? "simulated " + target.context()
                : target.id().value();
    }

    private void put(ClusterTarget target, Instant opened, boolean open, ClusterMark mark) {
        read();
        Entry before = entries.remove(key(target));
        entries.put(
                key(target),
                new Entry(
                        new KnownCluster(target.as(Optional.empty()), opened, open),
                        mark,
                        before == null ? "" : before.uid));
        // what somebody marked is not forgotten for what was only looked at
        List<String> old = entries.entrySet().stream()
                .filter(entry -> entry.getValue().mark.equals(ClusterMark.NONE)
                        && !entry.getValue().cluster.open())
                .sorted(Comparator.comparing(entry -> entry.getValue().cluster.opened()))
                .map(Map.Entry::getKey)
                .limit(Math.max(0, entries.size() - MOST))
                .toList();
        old.forEach(entries::remove);
        write();
    }

    private void read() {
        if (read) {
            return;
        }
        read = true;
        if (file.isPresent() && Files.exists(file.get())) {
            try {
                JsonNode clusters =
                        Json.read(PlainFiles.text(file.get(), LARGEST)).path("clusters");
                if (!clusters.isArray()) {
                    throw new IOException(Texts.of("KnownClusterFile.noClustersAreIn"));
                }
                clusters.valueStream().forEach(this::add);
            } catch (IOException | IllegalArgumentException e) {
                putAside(file.get());
            }
        }
    }

    private void putAside(Path unreadable) {
        UnreadableFile aside = UnreadableFile.putAside(unreadable);
        writable = aside.moved();
        // what the operator has to do first: a narrow line shows no more
        lost = Optional.of(Texts.of("KnownClusterFile.theProductionMarksAre", aside.words()));
    }

    private void add(JsonNode node) {
        try {
            ClusterTarget target = new ClusterTarget(
                    new ClusterId(
                            node.path("id").asText(),
                            node.path("context").asText(),
                            node.path("context").asText()),
                    Path.of(node.path("kubeconfig").asText()),
                    node.path("merged")
                            .valueStream()
                            .map(path -> Path.of(path.asText()))
                            .toList(),
                    node.path("context").asText(),
                    node.path("simulated").asBoolean(),
                    Optional.empty());
            ClusterMark mark = new ClusterMark(
                    ClusterColor.of(node.path("color").asText()),
                    node.path("production").asBoolean());
            Instant opened = Instant.parse(node.path("opened").asText());
            if (!target.context().isEmpty() && !target.id().value().isEmpty()) {
                entries.put(
                        key(target),
                        new Entry(
                                new KnownCluster(
                                        target, opened, node.path("open").asBoolean()),
                                mark,
                                node.path("uid").asText()));
            }
        } catch (InvalidPathException | DateTimeException e) {
            // an entry that nobody wrote so is passed over
        }
    }

    private void write() {
        if (file.isEmpty() || !writable) {
            return;
        }
        ObjectNode root = Json.object();
        for (Entry entry : entries.values()) {
            ClusterTarget target = entry.cluster.target();
            ObjectNode node = root.withArray("clusters").addObject();
            node.put("id", target.id().value())
                    .put("context", target.context())
                    .put("kubeconfig", target.kubeconfig().toString())
                    .put("simulated", target.simulated())
                    .put("opened", entry.cluster.opened().toString())
                    .put("open", entry.cluster.open())
                    .put("production", entry.mark.production())
                    .put("uid", entry.uid);
            target.merged().forEach(path -> node.withArray("merged").add(path.toString()));
            entry.mark.color().ifPresent(color -> node.put("color", color.name()));
        }
        try {
            PrivateFiles.folder(file.get().toAbsolutePath().getParent());
            PrivateFiles.write(file.get(), Json.write(root));
        } catch (IOException e) {
            // it holds until this process ends
        }
    }
}
