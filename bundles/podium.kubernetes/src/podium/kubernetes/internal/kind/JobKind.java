// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;
import podium.operation.suspend.SuspendKind;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Finished;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.Managed;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.Refusal;

/** A batch/v1 Job (KEP-2232, KEP-2926). */
public final class JobKind implements CycleKind {
    private static final Suspension SUSPENSION = new Suspension(
            SuspendKind.SPEC,
            List.of(
                    Suspension.suspended(new Expectation.ConditionTrue("Suspended")),
                    new Suspension.Sign(new Expectation.FieldIs("/status/active", "0"), "no pod of %s is active")));

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("batch") && ref.kind().equals("Job");
    }

    @Override
    public Suspension suspension(Asked asked) {
        return SUSPENSION;
    }

    @Override
    public Templates templates(Asked asked) {
        JsonNode spec = asked.job().path("spec");
        int parallelism = spec.path("parallelism").asInt(1);
        int completions = spec.path("completions").asInt(parallelism);
        return Templates.single(asked.ref(), asked.job(), Math.min(parallelism, completions));
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return matchLabels(owner);
    }

    /** The owner's own selector, which the server or its author sets; empty when it has none yet. */
    public static String matchLabels(JsonNode owner) {
        return owner.path("spec").path("selector").path("matchLabels").properties().stream()
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.joining(","));
    }

    @Override
    public void check(Asked asked) throws Refusal {
        Finished.check(asked, "Complete", "Failed");
        Managed.check(asked, "kubernetes.io/job-controller", "the Job controller");
    }

    /** Servers before 1.36 take a template for immutable as long as status.startTime is set; Kueue clears it as well. */
    @Override
    public List<Step> prepare(Asked asked, boolean suspended) {
        boolean started =
                !suspended || !Trees.text(asked.job(), "/status/startTime").isEmpty();
        if (asked.version().startedTemplatesMutable() || !started) {
            return List.of();
        }
        // Whatever it is: only its controller sets it, and only while the Job is not suspended.
        ArrayNode patch = Trees.array();
        patch.addObject().put("op", "test").put("path", "/spec/suspend").put("value", true);
        patch.addObject().put("op", "add").put("path", "/status/startTime").putNull("value");
        ApiWrite clear = new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                asked.ref(),
                "status",
                Trees.write(patch),
                Optional.of(Objects.uid(asked.job())),
                Optional.empty(),
                "Clear the start time of " + asked.ref().name() + " so that its template may change");
        return List.of(new Step.Write(clear, Optional.of(clear)));
    }

    @Override
    public List<String> effects(Asked asked, Pin pin) {
        return Gates.index(asked.job().path("spec").path("template")) >= 0
                ? List.of("Its pods are still held by the gate " + Gates.OURS + " until each is placed.")
                : List.of();
    }
}
