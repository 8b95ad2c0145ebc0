// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.PodRefusal;
import podium.core.change.SchedulingObject.PriorityClass;
import podium.core.fleet.ClusterMoment;
import podium.core.fleet.InputKind;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.DefaultReason;
import podium.core.job.JobTraits;
import podium.core.job.MissingPods;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.value.WorkKind.Trait;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.Obstacle.Quote;
import podium.placement.Reason;
import podium.placement.Verdict;
import podium.placement.texts.Texts;

/** Why no pods are made of a job, whatever room there is. In the realm. */
public final class PodCreation {
    /** Controllers create pods within seconds of what they are made of. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private PodCreation() {}

    /** True for one that is not suspended and is to have no pods. */
    public static boolean wantsNone(Job job) {
        return job.getState() == JobState.SUSPENDED
                && !job.isSuspended()
                && job.getWantedTasks() == 0
                && job.getTasks().isEmpty();
    }

    /** Whether one made anew would have it too. */
    public static boolean isKept(Obstacle one) {
        return one.by() == By.CREATION
                || one.by() == By.GATE
                        && one.cure().filter(Cure.Place.class::isInstance).isEmpty();
    }

    public static Optional<Obstacle> obstacle(Job job) {
        if (wantsNone(job)) {
            return Optional.of(
                    JobTraits.has(job, Trait.EVERY_NODE)
                            ? Obstacle.of(By.CREATION, Texts.of("PodCreation.noNodeIsToHaveOne"))
                            : Obstacle.of(
                                    By.CREATION,
                                    Texts.of("PodCreation.scaledToNone"),
                                    new Cure.Elsewhere(Texts.of("PodCreation.scaleItUp"))));
        }
        return refusal(job).or(() -> unread(job));
    }

    /** What the server refuses them for; empty: nothing is known. */
    static Optional<Obstacle> refusal(Job job) {
        String reason = job.getReason() == null ? "" : job.getReason();
        Cure cure = new Cure.Elsewhere(Texts.of("PodCreation.changeWhatIsRefused"));
        if (reason.contains(DefaultReason.REFUSED)) {
            return Optional.of(Obstacle.of(By.CREATION, reason, cure));
        }
        return missingClass(job)
                .map(name -> Obstacle.of(
                        By.CREATION,
                        Texts.of("PodCreation.priorityClassDoesNotExist", CleanText.clean(name)),
                        new Cure.Elsewhere(Texts.of("PodCreation.createTheClass"))))
                .or(() -> MissingPods.refusal(job)
                        .filter(told -> !told.message().isEmpty())
                        .map(told -> told(told, cure)));
    }

    /** What a node answers when they can be created. */
    public static Verdict once(Verdict verdict) {
        List<Reason> rest = verdict.why().stream()
                .filter(reason -> reason.kind() != Reason.Kind.CREATION)
                .toList();
        return rest.size() == verdict.why().size()
                ? verdict
                : verdict.saying(
                        verdict.fit() == Fit.FITS_IF && rest.isEmpty() ? Fit.FITS : verdict.fit(),
                        rest,
                        verdict.evicts());
    }

    private static Obstacle told(PodRefusal told, Cure cure) {
        @Nullable Instant at = told.at();
        String words = Texts.of(
                "PodCreation.cannotBeCreated",
                DefaultReason.REFUSED,
                CleanText.clean(told.message().replaceFirst("^Error creating: ", "")));
        return new Obstacle(
                By.CREATION,
                words,
                Optional.of(cure),
                at == null ? Optional.empty() : Optional.of(new Quote(words, at)));
    }

    /** That nobody may say why, once a controller had time enough to create them. */
    private static Optional<Obstacle> unread(Job job) {
        @Nullable Instant created = job.getCreated();
        return MissingPods.refusal(job)
                .filter(told ->
                        !told.readable() && created != null && job.getTasks().isEmpty())
                .filter(_ -> created.plus(SOON).isBefore(ClusterMoment.of(job, Instant.now())))
                .map(_ -> Obstacle.of(
                        By.CREATION,
                        Texts.of("PodCreation.eventsMayNotBeRead"),
                        new Cure.Elsewhere(Texts.of("PodCreation.askForARole"))));
    }

    /** kubernetes plugin/pkg/admission/priority/admission.go: a pod that names a class which does not exist is refused. */
    private static Optional<String> missingClass(Job job) {
        if (job.getCluster() == null
                || job.getSpec() == null
                || job.getTasks().size() >= Math.max(1, job.getWantedTasks())) {
            return Optional.empty();
        }
        SchedulingObjects facts = SchedulingObjects.of(job.getCluster());
        List<PriorityClass> classes = facts.all(PriorityClass.class).stream().toList();
        String name = job.getSpec().quota().priorityClass();
        return name.isEmpty()
                        || classes.isEmpty() // every server has two of its own
                        || !InputKind.unknown(facts, "", EnumSet.of(InputKind.PRIORITIES))
                                .isEmpty()
                        || classes.stream().anyMatch(one -> one.name().equals(name))
                ? Optional.empty()
                : Optional.of(name);
    }
}
