// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.kind.kubernetes.CronJobKind;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Runs a CronJob now: a Job of its template, as {@code kubectl create job --from} makes it (kubectl pkg/cmd/create/create_job.go). */
final class CronTrigger {
    private static final int LONGEST = 52;

    private CronTrigger() {}

    static Plan plan(ObjectTarget target, Instant now) throws Refusal {
        if (!target.ref().resource().equals("cronjobs")) {
            throw new Refusal("Only CronJobs are triggered.", "Submit a job instead.");
        }
        String name = target.ref().name();
        String made = (name.length() > LONGEST ? name.substring(0, LONGEST) : name) + "-"
                + Long.toString(now.getEpochSecond(), Character.MAX_RADIX);
        ObjectRef job = CronJobKind.job(target.ref().namespace(), made);
        ObjectNode body = CronJobKind.madeBy(target.ref(), target.uid(), made);
        JsonNode template = target.object().path("spec").path("jobTemplate");
        if (template.path("metadata").path("labels").isObject()) {
            body.withObject("/metadata")
                    .set("labels", template.path("metadata").path("labels").deepCopy());
        }
        body.set("spec", template.path("spec").deepCopy());
        String title = "Run " + target.name() + " now";
        ApiWrite delete = PlanSteps.deleteAll(job, "", "Delete Job " + made);
        return new Plan(
                target.cluster(),
                "trigger",
                title,
                List.of(new Step.Write(PlanSteps.create(job, body, "Create Job " + made), Optional.of(delete))),
                List.of("A Job " + made + " is made from its template; its schedule goes on as it is."),
                List.of(),
                List.of(),
                List.of(new Step.Write(delete, Optional.empty())));
    }
}
