// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Starting a job now that something would start by itself later. It is created as long as what it is made of is as it was shown, and
 * taken back by deleting it: by the uid that it got.
 */
public final class TriggerPlan {
    /** As long as a name may be of which the server makes names of pods (batch/v1 ValidateJob, DNS-1123 label). */
    private static final int LONGEST = 63;

    private static final String MANUAL = "-manual-";
    private static final int RANDOM = 5;
    /** It is so at once or never. */
    private static final Duration READ = Duration.ofSeconds(1);

    private TriggerPlan() {}

    /**
     * The plan for an object as it was read.
     *
     * @throws Refusal when its kind starts no jobs, or it is being deleted
     */
    public static Plan plan(ClusterId cluster, ObjectRef ref, JsonNode object, WorkloadKinds kinds) throws Refusal {
        TriggeredKind kind = kinds.of(ref, TriggeredKind.class)
                .orElseThrow(() -> new Refusal(
                        Texts.of("TriggerPlan.aStartsNoJobs", ref.kind()), Texts.of("TriggerPlan.requeueItOrSubmit")));
        if (!Trees.text(object, "/metadata/deletionTimestamp").isEmpty()) {
            throw new Refusal(
                    Texts.of("TriggerPlan.isBeingDeleted", ref.name()), Texts.of("TriggerPlan.submitItAgain"));
        }
        TriggeredKind.Run run = kind.run(ref, object, name(ref.name()));
        ObjectRef made = run.ref();
        ApiWrite create =
                PlanSteps.create(made, run.body(), Texts.of("TriggerPlan.createAsWould", made.name(), ref.name()));
        ApiWrite delete = PlanSteps.deleteAll(made, "", Texts.of("TriggerPlan.deleteWithItsPods", made.name()));
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Await(
                ref,
                new Expectation.FieldIs("/metadata/generation", Trees.text(object, "/metadata/generation")),
                READ,
                Texts.of("TriggerPlan.checkThatIsUnchanged", ref.name())));
        steps.add(new Step.Await(
                ref,
                new Expectation.FieldIs("/metadata/uid", Trees.text(object, "/metadata/uid")),
                READ,
                Texts.of("TriggerPlan.checkThatIsTheSame", ref.name())));
        steps.add(new Step.Write(create, Optional.of(delete)));
        steps.addAll(PlanSteps.anew(made, run.selector(), run.pods(), List.of()));
        return new Plan(
                cluster,
                "trigger",
                Texts.of("TriggerPlan.runNow", ref.name()),
                steps,
                run.effects(),
                List.of(),
                List.of(),
                List.of(new Step.Write(delete, Optional.empty()), PlanSteps.gone(made, "", PlanSteps.CONTROLLER)));
    }

    /** As k9s names a job that is started by hand (internal/dao/cronjob.go, Run). */
    private static String name(String of) {
        String random = UUID.randomUUID().toString().substring(0, RANDOM);
        return of.substring(0, Math.min(of.length(), LONGEST - MANUAL.length() - RANDOM)) + MANUAL + random;
    }
}
