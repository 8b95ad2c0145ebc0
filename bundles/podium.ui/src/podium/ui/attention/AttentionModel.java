// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetService;
import podium.core.metrics.MetricSources;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.telemetry.TelemetryStore;
import podium.ui.jobs.WaitReasons;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Listeners;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;

/**
 * What needs attention in the open clusters. What each node and job says of itself is kept up from the changes, what is measured is looked
 * at every few seconds, and each a little at a time: a cluster of 40,000 devices costs a few milliseconds of each tick. What a source of
 * faults knows is asked of it, never found out twice. One for the whole window. In the realm.
 */
@Creatable
@Singleton
public final class AttentionModel {
    /** Of each tick, for all clusters, for what changed and once more for what is measured. */
    private static final Duration SLICE = Duration.ofMillis(4);

    /** Ticks after which a list that is another one is made anew: once a second. */
    private static final int PUBLISH = 2;

    /** And any other: what has been so for long enough is told later than it begins. */
    private static final int AGAIN = 20;

    private final FleetService fleet;
    private final TelemetryStore telemetry;
    private final Supplier<List<Operation>> operations;
    private final Function<Job, String> reasons;
    private final InstantSource clock;
    private final MeasuredFaults measured;
    private final Listeners<AttentionModel> listeners = new Listeners<>();
    private final Set<EObject> doubted = new LinkedHashSet<>();
    private final Map<Node, List<AttentionItem>> nodes = new HashMap<>();
    private final Map<Job, AttentionItem> jobs = new HashMap<>();
    /** Those of which all that they have was looked at once. */
    private final Set<Cluster> looked = new HashSet<>();

    private Map<Cluster, List<AttentionItem>> all = Map.of();
    private Set<Cluster> known = Set.of();
    private int ticks;
    private boolean changed = true;

    @Inject
    public AttentionModel(
            FleetService fleet,
            TelemetryStore telemetry,
            MetricSources sources,
            OperationService operations,
            WaitReasons reasons,
            UiServices services) {
        this(
                fleet,
                telemetry,
                sources,
                operations::operations,
                job -> {
                    reasons.advance(List.of(job), List.of(), List.of(), SLICE);
                    return reasons.of(job);
                },
                services.background(),
                services.clock());
    }

    /** @param reasons why a job waits, in words */
    public AttentionModel(
            FleetService fleet,
            TelemetryStore telemetry,
            MetricSources sources,
            Supplier<List<Operation>> operations,
            Function<Job, String> reasons,
            BackgroundWork background,
            InstantSource clock) {
        this.fleet = fleet;
        this.telemetry = telemetry;
        this.operations = operations;
        this.reasons = reasons;
        this.clock = clock;
        measured = new MeasuredFaults(fleet, telemetry, sources, background, clock, this::look);
        fleet.fleet().getClusters().forEach(this::doubt);
        fleet.listen(this::changed);
    }

    /** Hears when something else needs attention; close the result to end it. */
    public AutoCloseable listen(Runnable listener) {
        return listeners.add(model -> listener.run());
    }

    /**
     * What needs attention in a cluster, a domain or a node, worst first; of other things nothing.
     *
     * @param thing that is asked about
     */
    public List<AttentionLine> lines(EObject thing) {
        Instant now = Snapshots.until(thing, clock.instant());
        return AttentionLines.of(items(thing), now);
    }

    /** How many lines there are for a cluster. */
    public int count(Cluster cluster) {
        return AttentionLines.count(items(cluster));
    }

    /** The worst of what a cluster has; empty: nothing needs attention. */
    public Optional<AttentionKind> worst(Cluster cluster) {
        return items(cluster).stream().findFirst().map(AttentionItem::kind);
    }

    private Collection<AttentionItem> items(EObject thing) {
        List<AttentionItem> items =
                FleetLabels.cluster(thing).map(cluster -> all.get(cluster)).orElse(List.of());
        return switch (thing) {
            case Cluster _ -> items;
            case Domain domain ->
                items.stream()
                        .filter(item -> item.kind() == AttentionKind.NOT_CONNECTED
                                || item.node()
                                        .filter(node -> isIn(node, domain))
                                        .isPresent())
                        .toList();
            case Node node ->
                items.stream()
                        .filter(item -> item.node().equals(Optional.of(node)))
                        .toList();
            default -> List.of();
        };
    }

    private static boolean isIn(Node node, Domain domain) {
        for (@Nullable Domain at = node.getDomain(); at != null; at = at.getParent()) {
            if (at == domain) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of a cluster was looked at, so that no line means that nothing needs attention. */
    public boolean isKnown(Cluster cluster) {
        return known.contains(cluster);
    }

    private void changed(FleetDelta delta) {
        delta.clusters().forEach(this::doubt);
        doubted.addAll(delta.nodes());
        doubted.addAll(delta.jobs());
        for (Task task : delta.tasks()) {
            @Nullable Job job = task.getJob();
            if (job != null && jobs.containsKey(job)) {
                doubted.add(job); // its restarts are told
            }
        }
        changed |= delta.structure() || !delta.clusters().isEmpty();
    }

    /** One that was opened, and was not looked at whole yet: itself comes last, after all that it has. */
    private void doubt(Cluster cluster) {
        if (!looked.contains(cluster) && cluster.getFleet() != null) {
            doubted.addAll(cluster.getNodes());
            doubted.addAll(cluster.getJobs());
            doubted.remove(cluster);
            doubted.add(cluster);
        }
    }

    /** Goes on looking for a few milliseconds. To be called twice a second. */
    public void tick() {
        long end = System.nanoTime() + SLICE.toNanos();
        Iterator<EObject> next = doubted.iterator();
        for (boolean time = true; time && next.hasNext(); time = System.nanoTime() < end) {
            EObject thing = next.next();
            next.remove();
            look(thing);
        }
        measured.look(System.nanoTime() + SLICE.toNanos(), () -> changed = true);
        ticks++;
        if (ticks % AGAIN == 0) {
            doubted.addAll(jobs.keySet()); // what the events tell of them changes no job
        }
        if (ticks % (changed ? PUBLISH : AGAIN) == 0) {
            changed = false;
            publish(clock.instant());
        }
    }

    private void look(EObject thing) {
        if (thing instanceof Node node) {
            List<AttentionItem> found = FleetLabels.isThere(node) ? NodeFaults.of(node, telemetry) : List.of();
            @Nullable List<AttentionItem> before = found.isEmpty() ? nodes.remove(node) : nodes.put(node, found);
            changed |= !found.equals(before == null ? List.of() : before);
        } else if (thing instanceof Job job) {
            Optional<AttentionItem> found = FleetLabels.isThere(job) ? JobFaults.of(job) : Optional.empty();
            @Nullable AttentionItem before = jobs.remove(job);
            found.ifPresent(item -> jobs.put(job, item));
            changed |= !found.equals(Optional.ofNullable(before));
        } else if (thing instanceof Cluster cluster && !StateLabels.isListing(cluster)) {
            changed |= looked.add(cluster); // one that is still opening gets what it has later
        }
    }

    private void publish(Instant now) {
        nodes.keySet().removeIf(node -> !FleetLabels.isThere(node));
        jobs.keySet().removeIf(job -> !FleetLabels.isThere(job));
        looked.retainAll(fleet.fleet().getClusters());
        Map<Cluster, List<AttentionItem>> next = new HashMap<>();
        for (Cluster cluster : fleet.fleet().getClusters()) {
            List<AttentionItem> items = new ArrayList<>();
            connection(cluster).ifPresent(items::add);
            if (!Snapshots.is(cluster)) {
                measured.of(cluster).stream()
                        .filter(item -> item.kind() != AttentionKind.SOURCE_SILENT || isUp(item))
                        .forEach(items::add);
                operations(cluster, items);
            }
            next.put(cluster, items);
            if (!StateLabels.isListing(cluster) && !doubted.contains(cluster)) {
                doubt(cluster);
            }
        }
        nodes.forEach((node, items) ->
                next.getOrDefault(node.getCluster(), new ArrayList<>()).addAll(items));
        jobs.forEach((job, item) -> {
            Instant until = Snapshots.until(job, now);
            if (JobFaults.isDue(item, until)) {
                next.getOrDefault(job.getCluster(), new ArrayList<>()).add(item);
            }
        });
        next.replaceAll((cluster, items) ->
                explained(items.stream().sorted(AttentionItem.WORST_FIRST).toList()));
        Set<Cluster> whole = next.keySet().stream()
                .filter(cluster -> looked.contains(cluster)
                        && !StateLabels.isListing(cluster)
                        && (cluster.getConnection() != ConnectionState.LIVE || measured.knows(cluster)))
                .collect(Collectors.toSet());
        boolean other = !next.equals(all) || !whole.equals(known);
        all = next;
        known = whole;
        if (other) {
            listeners.tell(this);
        }
    }

    /** What a node that is down does not answer follows from that. */
    private static boolean isUp(AttentionItem item) {
        return item.node()
                .filter(node -> node.getReadiness() != Readiness.READY)
                .isEmpty();
    }

    /** Of the job that waits longest it is told why, in the words of the Jobs table. */
    private List<AttentionItem> explained(List<AttentionItem> items) {
        Optional<AttentionItem> longest = items.stream()
                .filter(item -> item.kind() == AttentionKind.JOB_WAITS)
                .findFirst();
        Optional<Job> waits = longest.flatMap(AttentionItem::thing).map(Job.class::cast);
        if (longest.isEmpty() || waits.isEmpty()) {
            return items;
        }
        Job job = waits.get();
        // the first of them; Waits has all
        String why = CleanText.middle(reasons.apply(job).split("; ")[0], JobFaults.LETTERS);
        return items.stream()
                .map(item -> item == longest.get()
                        ? AttentionItem.of(AttentionKind.JOB_WAITS, job, why, item.since())
                        : item)
                .toList();
    }

    private static Optional<AttentionItem> connection(Cluster cluster) {
        return switch (cluster.getConnection()) {
            case LIVE, CONNECTING, CLOSED -> Optional.empty();
            case STALE, WAITING_FOR_CONSENT, REFUSED, FAILED ->
                Snapshots.is(cluster)
                        ? Optional.empty()
                        : Optional.of(new AttentionItem(
                                AttentionKind.NOT_CONNECTED,
                                Texts.of(
                                        "AttentionModel.connection",
                                        FleetLabels.name(cluster),
                                        StateLabels.of(cluster).word()),
                                Optional.of(cluster),
                                SafeText.line(cluster.getConnectionMessage()),
                                Optional.ofNullable(cluster.getConnectionSince())));
        };
    }

    /** Those that came to a stop in the middle: someone has to decide. */
    private void operations(Cluster cluster, List<AttentionItem> items) {
        ClusterId id = ClusterId.of(cluster);
        operations.get().stream()
                .filter(operation -> operation.plan().cluster().equals(id)
                        && operation.past().isEmpty()
                        && (operation.state() == OperationState.INTERRUPTED
                                || operation.state() == OperationState.PAUSED
                                || operation.state() == OperationState.FAILED && operation.canRollBack()))
                .map(operation -> new AttentionItem(
                        AttentionKind.OPERATION_STOPPED,
                        Texts.of(
                                "AttentionModel.operation",
                                SafeText.line(operation.plan().title()),
                                StateLabels.of(operation).word()),
                        Optional.empty(),
                        SafeText.line(operation.outcome().orElse("")),
                        operation.ended().or(() -> Optional.of(operation.started())),
                        Optional.of(operation.id())))
                .forEach(items::add);
    }
}
