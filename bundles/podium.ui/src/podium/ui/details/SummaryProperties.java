// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.ClusterTarget;
import podium.core.file.Workspace;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.core.fleet.JobQueues;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.GangStart;
import podium.core.job.PastFailures;
import podium.core.job.PurposeRules;
import podium.core.text.Counted;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;
import podium.operation.Operation;
import podium.placement.PlacementService;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.MarkLabels;
import podium.ui.label.MovedJobs;
import podium.ui.label.PastFailureLabel;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.label.WaitWords;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** What the Details part says of a thing. The numbers are those of podium.core; here they get words. In the realm. */
public final class SummaryProperties {
    private final PlacementService placement;
    private final TelemetryStore telemetry;
    private final InstantSource clock;
    private final Supplier<List<Operation>> operations;
    private final Function<Cluster, Optional<ClusterTarget>> target;
    private final Function<Node, Optional<String>> cordonedBy;
    private final PurposeRules purposes = PurposeRules.found(Workspace.folder());

    /**
     * @param operations what was done, newest first
     * @param target what a cluster was opened from, and as whom
     * @param cordonedBy who cordoned a node that Podium did not
     */
    public SummaryProperties(
            PlacementService placement,
            TelemetryStore telemetry,
            InstantSource clock,
            Supplier<List<Operation>> operations,
            Function<Cluster, Optional<ClusterTarget>> target,
            Function<Node, Optional<String>> cordonedBy) {
        this.cordonedBy = cordonedBy;
        this.operations = operations;
        this.target = target;
        this.placement = placement;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** The facts of a thing by group. */
    public Map<String, List<PropertyEntry>> of(EObject thing) {
        PropertyGroups facts = new PropertyGroups().group(Texts.of("SummaryProperties.summary"));
        switch (thing) {
            case Cluster cluster -> cluster(cluster, facts);
            case Domain domain -> domain(domain, facts);
            case Node node -> NodeProperties.add(node, telemetry, until(node), operations.get(), cordonedBy, facts);
            case Accelerator device -> DeviceProperties.add(device, telemetry, until(device), facts);
            case Slice slice -> slice(slice, facts);
            case Job job -> job(job, facts);
            case Task task -> task(task, facts);
            default ->
                facts.add(Texts.of("SummaryProperties.kind"), thing.eClass().getName());
        }
        return facts.groups();
    }

    /** The kubeconfig that a cluster was opened from; empty: there is none, or it is another thing. */
    public Optional<String> kubeconfig(EObject thing) {
        return thing instanceof Cluster cluster
                ? target.apply(cluster).map(opened -> opened.kubeconfig().toString())
                : Optional.empty();
    }

    private void cluster(Cluster cluster, PropertyGroups facts) {
        Optional<ClusterTarget> opened = target.apply(cluster);
        ProtectionLabels.of(cluster).ifPresent(exposed -> facts.state(Texts.of("SummaryProperties.exposed"), exposed));
        MarkLabels.sentence(cluster)
                .ifPresent(production ->
                        facts.add(Texts.of("SummaryProperties.markedAs"), Texts.of("SummaryProperties.production")));
        facts.state(Texts.of("SummaryProperties.connection"), StateLabels.of(cluster))
                .add(Texts.of("SummaryProperties.since"), since(cluster, cluster.getConnectionSince()))
                .add(Texts.of("SummaryProperties.whatHappened"), happened(cluster))
                .add(Texts.of("SummaryProperties.whatToDo"), cluster.getConnectionAdvice())
                .add(Texts.of("SummaryProperties.lastHeard"), heard(cluster))
                .add(Texts.of("SummaryProperties.server"), cluster.getServer())
                .add(Texts.of("SummaryProperties.context"), cluster.getContext())
                .add(
                        Texts.of("SummaryProperties.kubeconfig"),
                        kubeconfig(cluster).orElse(""))
                .add(
                        Texts.of("SummaryProperties.actsAs"),
                        opened.flatMap(ClusterTarget::actAs)
                                .map(Object::toString)
                                .orElse(""))
                .add(Texts.of("SummaryProperties.version"), cluster.getVersion())
                .add(
                        Texts.of("SummaryProperties.protection"),
                        ProtectionLabels.sentence(cluster).orElse(""));
        holdings(cluster, Holdings.of(cluster), Counted.noun(2, AcceleratorLabels.word(cluster)), telemetry, facts);
        facts.add(
                Texts.of("SummaryProperties.nodes"),
                Formats.count(cluster.getNodes().size()));
        facts.group(Texts.of("SummaryProperties.jobs"));
        Map<JobState, Long> counts =
                cluster.getJobs().stream().collect(Collectors.groupingBy(Job::getState, Collectors.counting()));
        for (JobState state : JobState.values()) {
            if (counts.containsKey(state)) {
                facts.marked(
                        StateLabels.of(state).word(),
                        Formats.count(counts.get(state)),
                        StateLabels.of(state).mark());
            }
        }
        facts.group(Texts.of("SummaryProperties.queues"));
        JobQueues.of(cluster)
                .forEach(queue -> facts.add(
                        FleetLabels.name(queue),
                        Texts.of(
                                "SummaryProperties.admittedPending",
                                Formats.count(queue.getAdmitted()),
                                Formats.count(queue.getPending()))));
    }

    private void domain(Domain domain, PropertyGroups facts) {
        facts.add(Texts.of("SummaryProperties.level"), domain.getLevel())
                .add(Texts.of("SummaryProperties.label"), domain.getLabelKey() + "=" + domain.getName());
        holdings(domain, Holdings.of(domain), AcceleratorLabels.words(AcceleratorLabels.of(domain)), telemetry, facts);
        facts.add(Texts.of("SummaryProperties.devices"), AcceleratorLabels.models(AcceleratorLabels.of(domain)));
        facts.add(
                Texts.of("SummaryProperties.nodes"),
                Formats.count(DomainTree.nodes(domain).size()));
    }

    private static void slice(Slice slice, PropertyGroups facts) {
        facts.add(Texts.of("SummaryProperties.profile"), slice.getProfile())
                .add(Texts.of("SummaryProperties.uuid"), slice.getUuid())
                .add(
                        Texts.of("SummaryProperties.ofDevice"),
                        slice.getAccelerator() == null ? "" : FleetLabels.path(slice.getAccelerator()))
                .add(Texts.of("SummaryProperties.heldBy"), names(slice.getTasks()));
    }

    private void job(Job job, PropertyGroups facts) {
        facts.state(Texts.of("SummaryProperties.state"), StateLabels.dated(StateLabels.of(job), job));
        PastFailures.of(job)
                .ifPresent(failures -> facts.add(
                        Texts.of("SummaryProperties.failures"),
                        failures.last()
                                .map(last -> Texts.of(
                                        "SummaryProperties.failuresLast",
                                        PastFailureLabel.words(failures),
                                        since(job, last)))
                                .orElseGet(() -> PastFailureLabel.words(failures))));
        Optional<String> moved = MovedJobs.words(job, operations.get());
        boolean waits = job.getState() == JobState.WAITING
                || job.getState() == JobState.HELD
                || job.getState() == JobState.SUSPENDED;
        if (waits && moved.isEmpty()) {
            List<String> reasons = placement.obstacles(job).stream()
                    .map(obstacle -> WaitWords.aged(obstacle, clock.instant()))
                    .toList();
            for (int i = 0; i < reasons.size(); i++) {
                facts.add(i == 0 ? Texts.of("SummaryProperties.whyItWaits") : "", reasons.get(i));
            }
        } else {
            facts.add(Texts.of("SummaryProperties.why"), moved.isPresent() ? moved.get() : job.getReason());
        }
        @Nullable TaskGroups groups = job.getGroups();
        facts.add(
                        Texts.of("SummaryProperties.gpusHeld"),
                        Texts.of(
                                "SummaryProperties.heldOfAll",
                                Formats.count(Holdings.held(job)),
                                Formats.count(Holdings.wanted(job))))
                .add(Texts.of("SummaryProperties.wantedTasks"), Formats.count(job.getWantedTasks()))
                .add(Texts.of("SummaryProperties.gang"), gang(job))
                .add(
                        Texts.of("SummaryProperties.eachRequests"),
                        job.getSpec() == null || groups != null ? "" : asked(job.getSpec()));
        if (groups != null) {
            groups.all()
                    .forEach(group -> facts.add(
                            SafeText.line(group.name()),
                            Texts.of(
                                    "SummaryProperties.tasksEachRequest",
                                    Formats.counted(group.tasks(), "task"),
                                    asked(group.spec()))));
        }
        facts.add(Texts.of("SummaryProperties.kind"), job.getKind() + " (" + job.getApiVersion() + ")")
                .add(Texts.of("SummaryProperties.purpose"), purpose(job))
                .add(Texts.of("SummaryProperties.namespace"), job.getNamespace())
                .add(Texts.of("SummaryProperties.queue"), job.getQueueName())
                .add(
                        Texts.of("SummaryProperties.priority"),
                        Formats.count(job.getPriority()) + word(job.getPriorityClass()))
                .add(Texts.of("SummaryProperties.created"), since(job, job.getCreated()))
                .add(Texts.of("SummaryProperties.started"), since(job, started(job)))
                .add(Texts.of("SummaryProperties.finished"), since(job, job.getFinished()));
        Map<String, String> others = new TreeMap<>();
        if (job.getManagers() != null) {
            job.getManagers().forEach(others::put);
        }
        others.keySet().removeIf(key -> key.equals("podium") || key.startsWith("podium.")); // Podium's own
        if (!others.isEmpty()) {
            facts.group(Texts.of("SummaryProperties.alsoWrittenBy"));
            others.forEach(facts::add);
        }
    }

    /** How many tasks it needs, and whether anything makes them start together: {@link GangStart}, as for its places. */
    private static String gang(Job job) {
        @Nullable Integer minimum = job.getMinimum();
        return minimum == null
                ? ""
                : GangStart.inPart(job, SchedulingObjects.of(job.getCluster()))
                        ? Texts.of("SummaryProperties.atLeastButInPart", minimum)
                        : Texts.of("SummaryProperties.atLeastTogether", minimum);
    }

    /**
     * Since when it runs. A batch/v1 Job keeps its startTime while it is held at a gate and over each restart of its pods, so that of
     * the pods that run is what is meant.
     */
    private static @Nullable Instant started(Job job) {
        if (job.getFinished() != null || job.getTasks().isEmpty()) {
            return job.getFinished() != null || job.getState() == JobState.RUNNING ? job.getStarted() : null;
        }
        return job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.RUNNING && task.getStarted() != null)
                .map(Task::getStarted)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** With the rule that tells it, as long as that is still the one by which it was told. */
    private String purpose(Job job) {
        String why = purposes.of(job) == job.getPurpose() ? purposes.why(job) : "";
        return PurposeRules.word(job.getPurpose()) + word(why);
    }

    private static String asked(TaskSpec spec) {
        return AcceleratorLabels.request(spec.requests());
    }

    private void task(Task task, PropertyGroups facts) {
        facts.state(Texts.of("SummaryProperties.state"), StateLabels.dated(StateLabels.of(task), task))
                .add(Texts.of("SummaryProperties.why"), task.getReason())
                .add(Texts.of("SummaryProperties.message"), task.getMessage())
                .add(
                        Texts.of("SummaryProperties.node"),
                        task.getNode() == null
                                ? Texts.of("SummaryProperties.noneYet")
                                : task.getNode().getName())
                .add(Texts.of("SummaryProperties.holds"), names(AcceleratorLabels.of(task)))
                .add(Texts.of("SummaryProperties.requests"), task.getSpec() == null ? "" : asked(task.getSpec()))
                .add(Texts.of("SummaryProperties.rank"), task.getRank() == null ? "" : String.valueOf(task.getRank()))
                .add(Texts.of("SummaryProperties.job"), task.getJob() == null ? "" : FleetLabels.name(task.getJob()))
                .add(Texts.of("SummaryProperties.namespace"), task.getNamespace())
                .add(
                        Texts.of("SummaryProperties.ready"),
                        Holdings.hasEnded(task)
                                ? ""
                                : task.isReady() ? Texts.of("SummaryProperties.yes") : Texts.of("SummaryProperties.no"))
                .add(Texts.of("SummaryProperties.restarts"), Formats.count(task.getRestarts()))
                .add(Texts.of("SummaryProperties.lastFailure"), since(task, task.getFailed()))
                .add(Texts.of("SummaryProperties.created"), since(task, task.getCreated()))
                .add(Texts.of("SummaryProperties.started"), since(task, task.getStarted()))
                .add(Texts.of("SummaryProperties.beingDeleted"), since(task, task.getDeletion()));
    }

    /** Counted devices, each number once. */
    static void holdings(EObject of, Holdings holdings, String words, TelemetryStore telemetry, PropertyGroups facts) {
        if (holdings.total() > 0 && StateLabels.isListing(of)) {
            facts.add(words, Texts.of("SummaryProperties.notKnownYetWho", Formats.count(holdings.total())));
        } else if (holdings.total() > 0) {
            facts.add(
                            Texts.of("SummaryProperties.held", words),
                            Texts.of(
                                    "SummaryProperties.heldOfAll",
                                    Formats.count(holdings.held()),
                                    StateLabels.dated(Formats.count(holdings.total()), of)))
                    .add(
                            Texts.of("SummaryProperties.free", words),
                            StateLabels.dated(Formats.count(holdings.free()), of))
                    .add(
                            Texts.of("SummaryProperties.cordoned", words),
                            holdings.cordoned() == 0 ? "" : Formats.count(holdings.cordoned()))
                    .add(
                            Texts.of("SummaryProperties.tainted", words),
                            holdings.tainted() == 0 ? "" : Formats.count(holdings.tainted()))
                    .add(
                            Texts.of("SummaryProperties.failed", words),
                            holdings.failed() == 0 ? "" : Formats.count(holdings.failed()))
                    .add(Texts.of("SummaryProperties.notOffered", words), notOffered(of, holdings, telemetry))
                    .add(
                            Texts.of("SummaryProperties.unknown", words),
                            holdings.unknown() == 0 ? "" : Formats.count(holdings.unknown()));
        }
    }

    private static String notOffered(EObject of, Holdings holdings, TelemetryStore telemetry) {
        return of instanceof Node node
                ? AcceleratorLabels.notOffered(node, telemetry).orElse("")
                : holdings.withheld() == 0 ? "" : Formats.count(holdings.withheld());
    }

    private static String names(List<? extends EObject> things) {
        return things.stream().map(FleetLabels::path).collect(Collectors.joining(", "));
    }

    private static String word(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : " (" + text + ")";
    }

    private String happened(Cluster cluster) {
        String message = SafeText.line(cluster.getConnectionMessage());
        return message.isEmpty() || cluster.getConnectionSince() == null || Snapshots.is(cluster)
                ? message
                : Texts.of(
                        "SummaryProperties.messageForSomeTime",
                        message,
                        Formats.age(cluster.getConnectionSince(), clock.instant()));
    }

    private Instant until(EObject of) {
        return Snapshots.until(of, clock.instant());
    }

    /** Of one that is live the status line tells it. */
    private String heard(Cluster cluster) {
        @Nullable Instant time = cluster.getLastContact();
        if (cluster.getConnection() == ConnectionState.LIVE) {
            return "";
        }
        return time == null
                ? Texts.of("SummaryProperties.never")
                : Snapshots.is(cluster) ? Formats.time(time) : Formats.ago(time, clock.instant());
    }

    /** Of a snapshot without an age, which would go on. */
    private String since(EObject of, @Nullable Instant time) {
        return time != null && FleetLabels.cluster(of).filter(Snapshots::is).isPresent()
                ? Formats.time(time)
                : since(time);
    }

    private String since(@Nullable Instant time) {
        return time == null ? "" : Formats.timeAndAge(time, clock.instant());
    }
}
