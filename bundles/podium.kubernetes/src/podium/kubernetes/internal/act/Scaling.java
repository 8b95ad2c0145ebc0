// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.plan.Refusal;

/** Another number of replicas. */
final class Scaling {
    private static final Duration CONTROLLER = Duration.ofMinutes(5);

    private Scaling() {}

    static Plan plan(Target job, int to) throws IOException, Refusal {
        ReplicaField field = ReplicaField.of(job)
                .orElseThrow(() -> new Refusal(
                        "A " + job.ref().kind() + " cannot be scaled while it exists.",
                        "Submit it anew with another number."));
        if (field.now() == to) {
            throw new Refusal(job.name() + " has " + to + " " + field.unit() + " already.", "Nothing to do.");
        }
        JsonNode owner = job.controller();
        if (!owner.isMissingNode()) {
            throw new Refusal(
                    job.name() + " belongs to " + owner.path("kind").asText() + " "
                            + owner.path("name").asText() + ", which would put its number back.",
                    "Scale its owner instead.");
        }
        Step.Write write = field.write().to(to);
        List<Step> waits = field.observed().isEmpty()
                ? List.of()
                : List.of(new Step.Await(
                        job.ref(),
                        new Expectation.FieldIs(field.observed(), String.valueOf(to)),
                        CONTROLLER,
                        "Wait until " + job.name() + " has " + to + " " + field.unit()));
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

    private static List<String> effects(Target job, ReplicaField field, int to) throws IOException {
        List<String> effects = new ArrayList<>();
        int more = to - field.now();
        if (more > 0) {
            effects.add(count(more, " more ", field.unit()) + " made"
                    + (Suspended.is(job)
                            ? " when it is resumed."
                            : more == 1 ? " and waits for a place." : " and wait for a place."));
        } else if (isIdle(job)) {
            effects.add("No pod of it runs; none is deleted.");
        } else if (job.is("apps", "StatefulSet")) {
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

    private static boolean isIdle(Target job) throws IOException {
        return OwnedPods.active(job.reader(), job.ref(), job.object()) == 0;
    }

    private static ObjectRef autoscalers(Target job) {
        return new ObjectRef(
                "autoscaling",
                "v2",
                "horizontalpodautoscalers",
                "HorizontalPodAutoscaler",
                job.ref().namespace(),
                "");
    }
}
