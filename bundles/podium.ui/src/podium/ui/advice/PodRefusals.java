// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ApiEvent;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.change.SchedulingObject.PodRefusal;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.job.MissingPods;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.ui.details.EventQuery;
import podium.ui.toolkit.UiServices;

/**
 * Asks what the controllers of jobs tell of pods that they cannot create: a policy, a webhook or a quota refuses them. Of a Job that
 * stands nowhere but in the events of the cluster. The answer goes to the facts of the cluster, so that Waits, the row of the job and
 * the canvas say the same. UI thread.
 */
@Creatable
@Singleton
public final class PodRefusals {
    /** After this long it is asked about a job again: all events of its namespace are looked through for it. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** The same of one that is as young as {@link #YOUNG}, of which the first refusal may be still to come. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration YOUNG = Duration.ofMinutes(2);

    /** Jobs that are asked about together: which events are whose takes a look at all jobs for each. */
    private static final int MOST = 50;

    /** FailedCreate of the kinds of Kubernetes; FailedCreatePod, JobCreationFailed and others of operators. */
    private static final Pattern REFUSED = Pattern.compile("Failed(To)?Create.*|.*CreationFailed");

    private final FleetService fleet;
    private final Connections connections;
    private final UiServices services;
    private final Map<Job, Instant> asked = new WeakHashMap<>();

    /** A job that lacks pods, for another thread. */
    private record Lacking(
            String uid, Predicate<ApiEvent> about, @Nullable Instant created) {}

    @Inject
    public PodRefusals(FleetService fleet, Connections connections, UiServices services) {
        this.fleet = fleet;
        this.connections = connections;
        this.services = services;
    }

    /** Asks about a job that lacks pods, and all like it in its namespace, unless they were asked about a moment ago. */
    public void read(Job job) {
        @Nullable Cluster cluster = job.getCluster();
        String namespace = job.getNamespace() == null ? "" : job.getNamespace();
        Optional<EventQuery> query = EventQuery.of(job);
        if (cluster == null || query.isEmpty() || !MissingPods.of(job)) {
            return;
        }
        ClusterId id = ClusterId.of(cluster);
        Instant now = services.clock().instant();
        Optional<ObjectReader> reader = connections.capability(id, ObjectReader.class);
        if (reader.isEmpty() || isFresh(job, now)) {
            return;
        }
        Stream<Job> like = cluster.getJobs().stream()
                .filter(one -> one != job && Objects.equals(one.getNamespace(), job.getNamespace()))
                .filter(one -> MissingPods.of(one) && !isFresh(one, now));
        List<Lacking> lacking = Stream.concat(Stream.of(job), like)
                .limit(MOST)
                .peek(one -> asked.put(one, now))
                .flatMap(one -> EventQuery.of(one).stream()
                        .map(of -> new Lacking(String.valueOf(one.getUid()), of.about(), one.getCreated())))
                .toList();
        ObjectRef events = query.get().collection();
        services.background()
                .run(
                        () -> {
                            fleet.sink(id).accept(id, answers(reader.get(), events, namespace, lacking));
                            return true;
                        },
                        _ -> {},
                        problem -> {});
    }

    private boolean isFresh(Job job, Instant now) {
        @Nullable Instant created = job.getCreated();
        boolean young = created == null || created.isAfter(now.minus(YOUNG));
        return asked.getOrDefault(job, Instant.MIN).isAfter(now.minus(young ? SOON : FRESH));
    }

    private static List<Change> answers(ObjectReader reader, ObjectRef events, String namespace, List<Lacking> lacking)
            throws IOException {
        List<Change> answers = new ArrayList<>();
        try {
            List<ApiEvent> all = ApiEvent.of(reader.list(events, "", "involvedObject.kind!=Pod"));
            for (Lacking one : lacking) {
                Optional<ApiEvent> told = last(all.stream().filter(one.about()).toList(), one.created());
                answers.add(new Change.FactSeen(new PodRefusal(
                        namespace,
                        one.uid(),
                        told.map(ApiEvent::message).orElse(""),
                        true,
                        told.map(ApiEvent::last).orElse(null))));
            }
        } catch (ReadRefused e) {
            if (!e.forbidden()) {
                throw e;
            }
            lacking.forEach(
                    one -> answers.add(new Change.FactSeen(new PodRefusal(namespace, one.uid(), "", false, null))));
        }
        return answers;
    }

    /** The newest refusal after which the same controller has created none; not that of a namesake before. Newest first. */
    static Optional<ApiEvent> last(List<ApiEvent> events, @Nullable Instant created) {
        return events.stream()
                .filter(one -> REFUSED.matcher(one.reason()).matches())
                .filter(one -> !isBefore(one.last(), created))
                .filter(one -> events.subList(0, events.indexOf(one)).stream()
                        .noneMatch(newer -> newer.reason().equals("SuccessfulCreate")
                                && Objects.equals(newer.about(), one.about())))
                .findFirst();
    }

    private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isBefore(other);
    }
}
