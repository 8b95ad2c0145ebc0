// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.file.Workspace;
import podium.core.fleet.Holdings;
import podium.core.job.PurposeRules;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;
import podium.placement.PlacementService;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.MarkLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** What the Details part says of a thing. The numbers are those of podium.core; here they get words. In the realm. */
public final class SummaryProperties {
    private final PlacementService placement;
    private final TelemetryStore telemetry;
    private final InstantSource clock;
    private final Function<Cluster, Optional<Path>> kubeconfig;
    private final PurposeRules purposes = PurposeRules.found(Workspace.folder());

    /** @param kubeconfig the file that a cluster was opened from */
    public SummaryProperties(
            PlacementService placement,
            TelemetryStore telemetry,
            InstantSource clock,
            Function<Cluster, Optional<Path>> kubeconfig) {
        this.kubeconfig = kubeconfig;
        this.placement = placement;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** The facts of a thing by group. */
    public Map<String, List<PropertyEntry>> of(EObject thing) {
        PropertyGroups facts = new PropertyGroups().group("Summary");
        switch (thing) {
            case Cluster cluster -> cluster(cluster, facts);
            case Domain domain -> domain(domain, facts);
            case podium.model.fleet.Node node -> NodeProperties.add(node, telemetry, clock.instant(), facts);
            case Accelerator device -> DeviceProperties.add(device, telemetry, clock.instant(), facts);
            case Slice slice -> slice(slice, facts);
            case Job job -> job(job, facts);
            case Task task -> task(task, facts);
            default -> facts.add("kind", thing.eClass().getName());
        }
        return facts.groups();
    }

    private void cluster(Cluster cluster, PropertyGroups facts) {
        ProtectionLabels.of(cluster).ifPresent(exposed -> facts.state("exposed", exposed));
        MarkLabels.sentence(cluster).ifPresent(production -> facts.add("marked as", "production"));
        facts.state("connection", StateLabels.of(cluster))
                .add("since", since(cluster.getConnectionSince()))
                .add("what happened", happened(cluster))
                .add("what to do", cluster.getConnectionAdvice())
                .add("last heard", ago(cluster.getLastContact()))
                .add("server", cluster.getServer())
                .add("context", cluster.getContext())
                .add("kubeconfig", kubeconfig.apply(cluster).map(Path::toString).orElse(""))
                .add("version", cluster.getVersion())
                .add("protection", ProtectionLabels.sentence(cluster).orElse(""));
        holdings(cluster, Holdings.of(cluster), AcceleratorLabels.word(cluster) + "s", facts);
        facts.add("nodes", Formats.count(cluster.getNodes().size()));
        facts.group("Jobs");
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
        facts.group("Queues");
        cluster.getQueues()
                .forEach(queue -> facts.add(
                        FleetLabels.name(queue),
                        Formats.count(queue.getAdmitted()) + " admitted, " + Formats.count(queue.getPending())
                                + " pending"));
    }

    private static void domain(Domain domain, PropertyGroups facts) {
        facts.add("level", domain.getLevel()).add("label", domain.getLabelKey() + "=" + domain.getName());
        holdings(domain, Holdings.of(domain), AcceleratorLabels.words(AcceleratorLabels.of(domain)), facts);
        facts.add("devices", AcceleratorLabels.models(AcceleratorLabels.of(domain)));
        facts.add("nodes", Formats.count(nodes(domain)));
    }

    private static int nodes(Domain domain) {
        return domain.getNodes().size()
                + domain.getDomains().stream()
                        .mapToInt(SummaryProperties::nodes)
                        .sum();
    }

    private static void slice(Slice slice, PropertyGroups facts) {
        facts.add("profile", slice.getProfile())
                .add("uuid", slice.getUuid())
                .add("of", slice.getAccelerator() == null ? "" : FleetLabels.path(slice.getAccelerator()))
                .add("held by", names(slice.getTasks()));
    }

    private void job(Job job, PropertyGroups facts) {
        facts.state("state", StateLabels.of(job.getState()));
        if (job.getState() == JobState.WAITING || job.getState() == JobState.HELD) {
            List<String> reasons = placement.whyWaiting(job);
            for (int i = 0; i < reasons.size(); i++) {
                facts.add(i == 0 ? "why it waits" : "", reasons.get(i));
            }
        } else {
            facts.add("why", job.getReason());
        }
        @Nullable TaskGroups groups = job.getGroups();
        facts.add("GPUs held", Formats.count(Holdings.held(job)) + " of " + Formats.count(Holdings.wanted(job)))
                .add("wanted tasks", Formats.count(job.getWantedTasks()))
                .add("gang", job.getMinimum() == null ? "" : "at least " + job.getMinimum() + " together")
                .add("each requests", job.getSpec() == null || groups != null ? "" : asked(job.getSpec()));
        if (groups != null) {
            groups.all()
                    .forEach(group -> facts.add(
                            SafeText.line(group.name()),
                            Formats.counted(group.tasks(), "task") + ", each requests " + asked(group.spec())));
        }
        facts.add("kind", job.getKind() + " (" + job.getApiVersion() + ")")
                .add("for", purpose(job))
                .add("namespace", job.getNamespace())
                .add("queue", job.getQueueName())
                .add("priority", Formats.count(job.getPriority()) + word(job.getPriorityClass()))
                .add("created", since(job.getCreated()))
                .add("started", since(started(job)))
                .add("finished", since(job.getFinished()));
        if (job.getManagers() != null) {
            facts.group("Also written by");
            job.getManagers().forEach(facts::add);
        }
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
        facts.state("state", StateLabels.of(task))
                .add("why", task.getReason())
                .add("message", task.getMessage())
                .add(
                        "node",
                        task.getNode() == null ? "none yet" : task.getNode().getName())
                .add("holds", names(AcceleratorLabels.of(task)))
                .add("requests", task.getSpec() == null ? "" : asked(task.getSpec()))
                .add("rank", task.getRank() == null ? "" : String.valueOf(task.getRank()))
                .add("job", task.getJob() == null ? "" : FleetLabels.name(task.getJob()))
                .add("namespace", task.getNamespace())
                .add("ready", task.isReady() ? "yes" : "no")
                .add("restarts", Formats.count(task.getRestarts()))
                .add("created", since(task.getCreated()))
                .add("started", since(task.getStarted()))
                .add("being deleted", since(task.getDeletion()));
    }

    /** Counted devices, each number once. */
    static void holdings(EObject of, Holdings holdings, String words, PropertyGroups facts) {
        if (holdings.total() > 0 && StateLabels.isListing(of)) {
            facts.add(words, Formats.count(holdings.total()) + ", not known yet who holds them");
        } else if (holdings.total() > 0) {
            facts.add(words + " held", Formats.count(holdings.held()) + " of " + Formats.count(holdings.total()))
                    .add(words + " free", Formats.count(holdings.free()))
                    .add(words + " cordoned", holdings.cordoned() == 0 ? "" : Formats.count(holdings.cordoned()))
                    .add(words + " tainted", holdings.tainted() == 0 ? "" : Formats.count(holdings.tainted()))
                    .add(words + " failed", holdings.failed() == 0 ? "" : Formats.count(holdings.failed()))
                    .add(words + " unknown", holdings.unknown() == 0 ? "" : Formats.count(holdings.unknown()));
        }
    }

    private static String names(List<? extends EObject> things) {
        return things.stream().map(FleetLabels::path).collect(Collectors.joining(", "));
    }

    private static String word(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : " (" + text + ")";
    }

    private String happened(Cluster cluster) {
        String message = SafeText.line(cluster.getConnectionMessage());
        return message.isEmpty() || cluster.getConnectionSince() == null
                ? message
                : message + " (for " + Formats.age(cluster.getConnectionSince(), clock.instant()) + ")";
    }

    private String ago(@Nullable Instant time) {
        return time == null ? "never" : Formats.age(time, clock.instant()) + " ago";
    }

    private String since(@Nullable Instant time) {
        return time == null ? "" : Formats.time(time) + ", " + Formats.age(time, clock.instant()) + " ago";
    }
}
