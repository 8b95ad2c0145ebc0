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
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** The plan of scaling a job: another number of replicas. */
final class ReplicaChange {
    private static final Duration CONTROLLER = Duration.ofMinutes(5);

    private ReplicaChange() {}

    static Plan plan(JobTarget job, int to) throws IOException, Refusal {
        Replicas field = replicas(job)
                .orElseThrow(() -> new Refusal(
                        "A " + job.noun() + " cannot be scaled while it exists.",
                        "Submit it again with another number."));
        if (field.now() == to) {
            throw new Refusal(job.name() + " has " + to + " " + field.unit() + " already.", "Nothing to do.");
        }
        Optional<String> owner = job.owner();
        if (owner.isPresent()) {
            throw new Refusal(
                    job.name() + " belongs to " + owner.get() + ", which would set the replicas back.",
                    "Scale its owner instead.");
        }
        Optional<ScaledKind> kind = job.as(ScaledKind.class);
        if (kind.isPresent()) {
            kind.get().check(job.object(), to);
        }
        Step.Write write = write(job, field, to);
        List<Step> waits = waits(job, field, to);
        return job.plan(
                "scale",
                "Scale " + job.name() + " from " + field.now() + " to " + to,
                write,
                waits,
                effects(job, field, to),
                to < field.now() && !isIdle(job)
                        ? List.of("What the deleted pods did since their last checkpoint is lost.")
                        : List.of());
    }

    /** Fewer are there when the others are gone, more when they are made; of what is suspended none is made yet. */
    private static List<Step> waits(JobTarget job, Replicas field, int to) throws IOException {
        List<Step> waits = new ArrayList<>();
        if (!field.observed().isEmpty()) {
            waits.add(new Step.Await(
                    job.ref(),
                    new Expectation.FieldIs(field.observed(), String.valueOf(to)),
                    PlanSteps.START,
                    "Wait until " + job.name() + " has " + to + " " + field.unit()));
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
                            "Wait until the other pods of " + job.name() + " are gone and their GPUs free")
                    .ifPresent(waits::add);
        } else if (more > 0 && field.observed().isEmpty() && !SuspendField.is(job)) {
            waits.addAll(job.pods().made(job.reader(), job.ref(), job.object(), more));
        }
        return waits;
    }

    /** The number of the job's kind; empty: it cannot be scaled. */
    static Optional<Replicas> replicas(JobTarget job) throws Refusal {
        Optional<ScaledKind> kind = job.as(ScaledKind.class);
        return kind.isEmpty() ? Optional.empty() : Optional.of(kind.get().replicas(job.object()));
    }

    private static Step.Write write(JobTarget job, Replicas field, int to) {
        String there = "Scale " + job.name() + " from " + field.now() + " to " + to;
        String back = "Scale " + job.name() + " from " + to + " to " + field.now();
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
            effects.add(count(more, " more ", field.unit()) + " created"
                    + (SuspendField.is(job)
                            ? " when it is resumed."
                            : more == 1 ? " and waits for a place." : " and wait for a place."));
        } else if (isIdle(job)) {
            effects.add("No pod of it runs; none is deleted.");
        } else if (job.as(ScaledKind.class).filter(ScaledKind::isOrdered).isPresent()) {
            effects.add(count(-more, " ", field.unit()) + " deleted, the highest ordinals first.");
        } else {
            effects.add(count(-more, " ", field.unit()) + " deleted; the controller chooses which.");
        }
        if (job.object().path("spec").path("enableInTreeAutoscaling").asBoolean()) {
            effects.add("Ray's autoscaler is on and may change the number again.");
        }
        for (JsonNode one : job.list(autoscalers(job), "")) {
            JsonNode target = one.path("spec").path("scaleTargetRef");
            if (target.path("kind").asText().equals(job.ref().kind())
                    && target.path("name").asText().equals(job.name())) {
                effects.add("HorizontalPodAutoscaler " + Trees.text(one, "/metadata/name")
                        + " scales it and will change the number again, within "
                        + one.path("spec").path("minReplicas").asInt(1) + " to "
                        + one.path("spec").path("maxReplicas").asInt() + ".");
            }
        }
        return effects;
    }

    /** "1 pod is", "2 more pods are". */
    private static String count(int number, String between, String unit) {
        String one = unit.startsWith("replicas")
                ? unit.replace("replicas", "replica")
                : unit.substring(0, unit.length() - 1);
        return number + between + (number == 1 ? one + " is" : unit + " are");
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
