// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.core.fleet.Holdings;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.MetricSource;
import podium.core.metrics.MetricSources;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.telemetry.TelemetryStore;
import podium.telemetry.mismatch.Mismatch;
import podium.telemetry.mismatch.MismatchFinder;
import podium.telemetry.mismatch.ReleasedDevices;
import podium.telemetry.mismatch.ReportedAllocation;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.SafeText;

/**
 * What is wrong by what is measured, of which the fleet tells nothing when it changes: all nodes are looked at again and again, a few at
 * a time in the realm, and what the store knows of them is asked beside it. In the realm.
 */
final class MeasuredFaults {
    /** As often as the page that lists held and used. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final FleetService fleet;
    private final MetricSources sources;
    private final MismatchFinder finder;
    private final ReleasedDevices released;
    private final BackgroundWork background;
    private final InstantSource clock;
    private final Consumer<Node> seen;
    private final Deque<Node> nodes = new ArrayDeque<>();
    private final List<ReportedAllocation> allocations = new ArrayList<>();
    private Map<Cluster, List<AttentionItem>> found = Map.of();
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");
    private Instant next = Instant.MIN;
    private boolean looking;

    /** @param seen is told of each node as it is looked at */
    MeasuredFaults(
            FleetService fleet,
            TelemetryStore telemetry,
            MetricSources sources,
            BackgroundWork background,
            InstantSource clock,
            Consumer<Node> seen) {
        this.fleet = fleet;
        this.sources = sources;
        this.finder = new MismatchFinder(telemetry);
        this.released = new ReleasedDevices(fleet.fleet(), clock);
        this.background = background;
        this.clock = clock;
        this.seen = seen;
        fleet.listen(released);
    }

    /** What was found last of a cluster. */
    List<AttentionItem> of(Cluster cluster) {
        return found.getOrDefault(cluster, List.of());
    }

    /** Whether a cluster that is live was looked at. */
    boolean knows(Cluster cluster) {
        return found.containsKey(cluster);
    }

    /**
     * Goes on looking.
     *
     * @param end of the time for it, in nanoseconds
     * @param changed called when there is another answer
     */
    void look(long end, Runnable changed) {
        Instant now = clock.instant();
        if (!looking && running.isDone() && (!now.isBefore(next) || !live().allMatch(this::knows))) {
            looking = true;
            live().forEach(cluster -> nodes.addAll(cluster.getNodes()));
        }
        for (boolean time = true; time && !nodes.isEmpty(); time = System.nanoTime() < end) {
            Node node = nodes.remove();
            if (FleetLabels.isThere(node)) {
                seen.accept(node);
                allocations.addAll(ReportedAllocation.of(node, released::at));
            }
        }
        if (looking && nodes.isEmpty()) {
            looking = false;
            compare(now, changed);
        }
    }

    private Stream<Cluster> live() {
        return fleet.fleet().getClusters().stream().filter(cluster -> cluster.getConnection() == ConnectionState.LIVE);
    }

    private void compare(Instant now, Runnable changed) {
        List<ReportedAllocation> all = List.copyOf(allocations);
        allocations.clear();
        List<ClusterId> clusters = live().map(ClusterId::of).toList();
        running = background.run(
                () -> new Answer(
                        finder.compare(all, now).mismatches(),
                        clusters.stream()
                                .flatMap(cluster -> sources.of(cluster).stream())
                                .filter(source ->
                                        source.on() && source.problem().isPresent())
                                .toList()),
                answer -> found(clusters, items(answer), changed),
                problem -> found(clusters, Map.of(), changed));
    }

    private void found(List<ClusterId> looked, Map<Cluster, List<AttentionItem>> items, Runnable changed) {
        next = clock.instant().plus(AGAIN);
        found = new HashMap<>(items);
        looked.forEach(id -> fleet.cluster(id).ifPresent(cluster -> found.putIfAbsent(cluster, List.of())));
        changed.run();
    }

    private record Answer(List<Mismatch> mismatches, List<MetricSource> silent) {}

    private Map<Cluster, List<AttentionItem>> items(Answer answer) {
        Map<Cluster, List<AttentionItem>> items = new HashMap<>();
        Map<ClusterId, Map<String, Node>> named = nodes(answer);
        for (Mismatch one : answer.mismatches()) {
            DeviceKey key = one.allocation().device();
            device(named.getOrDefault(key.cluster(), Map.of()).get(key.node()), key.index())
                    .ifPresent(device -> add(items, key.cluster(), item(one, device)));
        }
        for (MetricSource source : answer.silent()) {
            Optional<Node> node = Optional.ofNullable(named.getOrDefault(source.cluster(), Map.of())
                    .get(source.exporter().node()));
            add(
                    items,
                    source.cluster(),
                    new AttentionItem(
                            AttentionKind.SOURCE_SILENT,
                            node.map(FleetLabels::name)
                                    .orElse(SafeText.line(source.exporter().kind())),
                            node.map(it -> it),
                            SafeText.line(source.problem().orElse("")),
                            source.lastGood()));
        }
        return items;
    }

    private void add(Map<Cluster, List<AttentionItem>> items, ClusterId id, AttentionItem item) {
        fleet.cluster(id).ifPresent(cluster -> items.computeIfAbsent(cluster, it -> new ArrayList<>())
                .add(item));
    }

    private Map<ClusterId, Map<String, Node>> nodes(Answer answer) {
        return Stream.concat(
                        answer.mismatches().stream()
                                .map(one -> one.allocation().device().cluster()),
                        answer.silent().stream().map(MetricSource::cluster))
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> fleet.cluster(id).stream()
                        .flatMap(cluster -> cluster.getNodes().stream())
                        .collect(Collectors.toMap(Node::getName, node -> node, (a, b) -> a))));
    }

    private static Optional<Accelerator> device(@Nullable Node node, int index) {
        return node == null
                ? Optional.empty()
                : node.getAccelerators().stream()
                        .filter(device -> device.getIndex() == index)
                        .findFirst();
    }

    private static AttentionItem item(Mismatch one, Accelerator device) {
        String holder = Holdings.holders(device).stream()
                .map(Task::getJob)
                .filter(Objects::nonNull)
                .map((Job job) -> FleetLabels.name(job))
                .findFirst()
                .orElse("");
        return AttentionItem.of(
                one.kind() == Mismatch.Kind.IDLE_BUT_HELD
                        ? AttentionKind.IDLE_BUT_HELD
                        : AttentionKind.USED_BUT_NOT_HELD,
                device,
                holder,
                Optional.of(one.since()));
    }
}
