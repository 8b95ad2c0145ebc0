// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** The plan of scaling a job: another number of replicas. */
final class ReplicaChange {
    private static final Duration CONTROLLER = Duration.ofMinutes(5);

    private ReplicaChange() {}

    /** The number that it has with so many more, or fewer; of what cannot be scaled any. */
    static int by(JobTarget job, int more) throws Refusal {
        Optional<Replicas> field = replicas(job);
        int to = field.map(Replicas::now).orElse(0) + more;
        if (to < 0 && field.isPresent()) {
            throw new Refusal(
                    Texts.of(
                            "ReplicaChange.hasOnly",
                            job.name(),
                            field.get().unit().of(field.get().now())),
                    Texts.of("ReplicaChange.takeAwayFewer"));
        }
        return Math.max(0, to);
    }

    static Plan plan(JobTarget job, int to) throws IOException, Refusal {
        Replicas field = replicas(job)
                .orElseThrow(() -> new Refusal(
                        Texts.of("ReplicaChange.aCannotBeScaled", job.noun()),
                        Texts.of("ReplicaChange.submitItAgainWithAnotherNumber")));
        if (field.now() == to) {
            throw new Refusal(
                    Texts.of(
                            "ReplicaChange.hasAlready", job.name(), field.unit().of(to)),
                    Texts.of("ReplicaChange.nothingToDo"));
        }
        Optional<String> owner = job.owner();
        if (owner.isPresent()) {
            throw new Refusal(
                    Texts.of("ReplicaChange.belongsToWhichWouldSet", job.name(), owner.get()),
                    Texts.of("ReplicaChange.scaleItsOwnerInstead"));
        }
        Optional<ScaledKind> kind = job.as(ScaledKind.class);
        if (kind.isPresent()) {
            kind.get().check(job.object(), to);
        }
        Step.Write write = write(job, field, to);
        List<Step> waits = waits(job, field, to);
        return job.plan(
                "scale",
                Texts.of("ReplicaChange.scaleFromTo", job.name(), field.now(), to),
                write,
                waits,
                effects(job, field, to),
                to < field.now() && !isIdle(job) ? List.of(Texts.of("ReplicaChange.whatTheDeletedPods")) : List.of());
    }

    /** Fewer are there when the others are gone, more when they are made; of what is suspended none is made yet. */
    private static List<Step> waits(JobTarget job, Replicas field, int to) throws IOException {
        List<Step> waits = new ArrayList<>();
        if (!field.observed().isEmpty()) {
            waits.add(new Step.Await(
                    job.ref(),
                    new Expectation.FieldIs(field.observed(), String.valueOf(to)),
                    PlanSteps.START,
                    Texts.of(
                            "ReplicaChange.waitUntilHas",
                            job.name(),
                            field.unit().of(to))));
        }
        int more = field.pods(to) - field.pods(field.now());
        if (more < 0) {
            job.pods()
                    .left(
                            job.reader(),
                            job.ref(),
                            job.object(),
                            field.pods(to) + field.besides(),
                            CONTROLLER,
                            Texts.of("ReplicaChange.waitUntilTheOther", job.name()))
                    .ifPresent(waits::add);
        } else if (more > 0 && field.observed().isEmpty() && !SuspendField.is(job)) {
            waits.addAll(job.pods().made(job.reader(), job.ref(), job.object(), more));
        }
        return waits;
    }

    /** Pods that come with that number; 0: none now, or no number of pods follows. */
    static int added(JobTarget job, int to) throws Refusal {
        return SuspendField.is(job)
                ? 0
                : replicas(job)
                        .map(field -> Math.max(0, field.pods(to) - field.pods(field.now())))
                        .orElse(0);
    }

    /** The number of the job's kind; empty: it cannot be scaled. */
    static Optional<Replicas> replicas(JobTarget job) throws Refusal {
        Optional<ScaledKind> kind = job.as(ScaledKind.class);
        return kind.isEmpty() ? Optional.empty() : Optional.of(kind.get().replicas(job.object()));
    }

    private static Step.Write write(JobTarget job, Replicas field, int to) {
        String there = Texts.of("ReplicaChange.scaleFromTo", job.name(), field.now(), to);
        String back = Texts.of("ReplicaChange.scaleFromTo", job.name(), to, field.now());
        return switch (field.change().apply(to)) {
            case Replicas.Merge merge ->
                new Step.Write(job.merge(merge.there(), there), Optional.of(job.merge(merge.back(), back)));
            case Replicas.Tested tested ->
                new Step.Write(
                        job.operations(tested.patch().there(), there),
                        Optional.of(job.operations(tested.patch().back(), back)));
        };
    }

    private static List<String> effects(JobTarget job, Replicas field, int to) throws IOException {
        List<String> effects = new ArrayList<>();
        int more = to - field.now();
        if (more > 0) {
            effects.add(created(field.unit().more(more), more == 1, SuspendField.is(job)));
        } else if (isIdle(job)) {
            effects.add(Texts.of("ReplicaChange.noPodOfItRuns"));
        } else if (job.as(ScaledKind.class).filter(ScaledKind::isOrdered).isPresent()) {
            String fewer = field.unit().of(-more);
            effects.add(
                    more == -1
                            ? Texts.of("ReplicaChange.isDeletedTheHighestOrdinal", fewer)
                            : Texts.of("ReplicaChange.areDeletedTheHighestOrdinals", fewer));
        } else {
            String fewer = field.unit().of(-more);
            effects.add(
                    more == -1
                            ? Texts.of("ReplicaChange.isDeletedTheControllerChooses", fewer)
                            : Texts.of("ReplicaChange.areDeletedTheControllerChooses", fewer));
        }
        if (job.object().path("spec").path("enableInTreeAutoscaling").asBoolean()) {
            effects.add(Texts.of("ReplicaChange.raysAutoscalerIsOnAndMayChange"));
        }
        for (JsonNode one : job.list(autoscalers(job), "")) {
            JsonNode target = one.path("spec").path("scaleTargetRef");
            if (target.path("kind").asText().equals(job.ref().kind())
                    && target.path("name").asText().equals(job.name())) {
                effects.add(Texts.of(
                        "ReplicaChange.horizontalpodautoscalerScalesItAndWillChange",
                        Trees.text(one, "/metadata/name"),
                        one.path("spec").path("minReplicas").asInt(1),
                        one.path("spec").path("maxReplicas").asInt()));
            }
        }
        return effects;
    }

    private static String created(String more, boolean one, boolean suspended) {
        if (suspended) {
            return one
                    ? Texts.of("ReplicaChange.isCreatedWhenResumed", more)
                    : Texts.of("ReplicaChange.areCreatedWhenResumed", more);
        }
        return one
                ? Texts.of("ReplicaChange.isCreatedAndWaits", more)
                : Texts.of("ReplicaChange.areCreatedAndWait", more);
    }

    private static boolean isIdle(JobTarget job) throws IOException {
        return job.pods().active(job.reader(), job.ref(), job.object()).equals(OwnedPods.NONE);
    }

    private static ObjectRef autoscalers(JobTarget job) {
        return new ObjectRef(
                "autoscaling",
                "v2",
                "horizontalpodautoscalers",
                "HorizontalPodAutoscaler",
                job.ref().namespace(),
                "");
    }
}
