// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ApiEvent;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.job.DefaultReason;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.Obstacle.Quote;
import podium.ui.details.EventQuery;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/**
 * What the controller of a job tells of pods that it cannot create: a policy, a webhook or a quota refuses them. Of a Job that stands
 * nowhere but in the events of the cluster, which are asked for it. UI thread.
 */
final class RefusedPods {
    private final Connections connections;
    private final BackgroundWork background;
    private final Runnable changed;
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");
    private Optional<Job> of = Optional.empty();
    private Optional<ApiEvent> told = Optional.empty();

    /** @param changed called when there is an answer */
    RefusedPods(Connections connections, BackgroundWork background, Runnable changed) {
        this.connections = connections;
        this.background = background;
        this.changed = changed;
    }

    /** Asks the cluster about a job that has fewer pods than it wants, unless it is being asked already. */
    void read(Job job) {
        if (!of.equals(Optional.of(job))) {
            stop();
            of = Optional.of(job);
            told = Optional.empty();
        }
        Optional<ObjectReader> reader = FleetLabels.cluster(job)
                .flatMap(cluster -> connections.capability(ClusterId.of(cluster), ObjectReader.class));
        Optional<EventQuery> query = EventQuery.of(job);
        if (!lacksPods(job) || !running.isDone() || reader.isEmpty() || query.isEmpty()) {
            return;
        }
        @Nullable Instant created = job.getCreated();
        running = background.run(
                () -> last(
                        ApiEvent.of(reader.get().list(query.get().collection(), "", "involvedObject.kind!=Pod"))
                                .stream()
                                .filter(query.get().about())
                                .toList(),
                        created),
                found -> {
                    told = found;
                    changed.run();
                },
                problem -> {});
    }

    /** The newest refusal after which the same controller has created none; not that of a namesake before. Newest first. */
    static Optional<ApiEvent> last(List<ApiEvent> events, @Nullable Instant created) {
        return events.stream()
                .filter(one -> one.reason().equals("FailedCreate"))
                .filter(one -> !isBefore(one.last(), created))
                .filter(one -> events.subList(0, events.indexOf(one)).stream()
                        .noneMatch(newer -> newer.reason().equals("SuccessfulCreate")
                                && Objects.equals(newer.about(), one.about())))
                .findFirst();
    }

    private static boolean isBefore(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isBefore(other);
    }

    void stop() {
        running.cancel(true);
    }

    private static boolean lacksPods(Job job) {
        return !job.isSuspended() && job.getTasks().size() < Math.max(1, job.getWantedTasks());
    }

    /** With what was told, first; then no node could take it, and to place it would do nothing. */
    List<Obstacle> with(Job job, List<Obstacle> obstacles) {
        Optional<Obstacle> refused = told.filter(it -> of.equals(Optional.of(job)) && lacksPods(job))
                .filter(it -> obstacles.stream().noneMatch(one -> one.by() == By.CREATION))
                .map(RefusedPods::obstacle);
        return refused.isEmpty()
                ? obstacles
                : Stream.concat(refused.stream(), obstacles.stream().filter(one -> one.cure()
                                .filter(Cure.Place.class::isInstance)
                                .isEmpty()))
                        .toList();
    }

    private static Obstacle obstacle(ApiEvent event) {
        @Nullable Instant at = event.last();
        String words = Texts.of(
                "RefusedPods.cannotBeCreated",
                DefaultReason.REFUSED,
                CleanText.clean(event.message().replaceFirst("^Error creating: ", "")));
        return new Obstacle(
                By.CREATION,
                words,
                Optional.of(new Cure.Elsewhere(Texts.of("RefusedPods.changeWhatIsRefused"))),
                at == null ? Optional.empty() : Optional.of(new Quote(words, at)));
    }
}
