// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import podium.core.change.SchedulingObject.PriorityClass;
import podium.core.fleet.InputKind;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.DefaultReason;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.value.WorkKind.Trait;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.texts.Texts;

/** Why no pods are made of a job, whatever room there is. In the realm. */
public final class PodCreation {
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
        String reason = job.getReason() == null ? "" : job.getReason();
        if (reason.contains(DefaultReason.REFUSED)) {
            return Optional.of(
                    Obstacle.of(By.CREATION, reason, new Cure.Elsewhere(Texts.of("PodCreation.changeWhatIsRefused"))));
        }
        return missingClass(job)
                .map(name -> Obstacle.of(
                        By.CREATION,
                        Texts.of("PodCreation.priorityClassDoesNotExist", CleanText.clean(name)),
                        new Cure.Elsewhere(Texts.of("PodCreation.createTheClass"))));
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
