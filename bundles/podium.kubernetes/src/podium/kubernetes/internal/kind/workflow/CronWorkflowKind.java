// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.change.OwnState;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.kubernetes.CronWords;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.JobState;

/**
 * A CronWorkflow of Argo: its controller creates a Workflow when one is due, and takes every Workflow that bears its name in a label for
 * one of its own (argo-workflows workflow/cron/operator.go, reconcileActiveWfs; workflow/common/convert.go).
 */
public final class CronWorkflowKind extends CronKind {
    private static final String PREFIX = "workflows.argoproj.io/";
    private static final String INSTANCE = PREFIX + "controller-instanceid";

    public CronWorkflowKind() {
        super(new KindName("argoproj.io", "v1alpha1", "cronworkflows", "CronWorkflow"), "Workflow");
    }

    /** Several schedules since 3.6, one before. */
    @Override
    public Optional<OwnState> ownState(JsonTree object) {
        JsonTree spec = object.at("spec");
        JsonTree status = object.at("status");
        List<String> active = status.at("active").texts("name");
        List<String> schedules = spec.at("schedules").exists()
                ? spec.at("schedules").elements().stream().map(JsonTree::text).toList()
                : List.of(spec.text("schedule"));
        boolean over = "Stopped".equals(status.text("phase"));
        String words = CronWords.of(
                active,
                schedules,
                spec.text("timezone"),
                over || spec.flag("suspend"),
                object,
                status.time("lastScheduledTime"));
        for (JsonTree condition : status.at("conditions").elements()) {
            if ("True".equals(condition.text("status"))
                    && condition.text("type").endsWith("Error")) {
                words = condition.text("message") + "; " + words;
            }
        }
        JobState idle = over ? JobState.SUCCEEDED : JobState.SCHEDULED;
        return Optional.of(new OwnState(
                active.isEmpty() ? idle : JobState.RUNNING,
                over ? Texts.of("CronWorkflowKind.itsStopStrategyEnded", words) : words));
    }

    @Override
    public String suspends(JsonNode owner, boolean suspend) {
        if (suspend) {
            return Texts.of("CronWorkflowKind.itStartsNoMoreWorkflows");
        }
        long deadline = owner.path("spec").path("startingDeadlineSeconds").asLong();
        return Texts.of(
                "CronWorkflowKind.itStartsWorkflowsAgain",
                deadline > 0
                        ? Texts.of("CronWorkflowKind.oneThatWasDue", deadline)
                        : Texts.of("CronWorkflowKind.whatWasDueMeanwhile"));
    }

    /** As {@code argo submit --from cronwf/NAME} makes it: labels, annotations and spec of its template, and its controller. */
    @Override
    public Run run(ObjectRef ref, JsonNode owner, String name) {
        ObjectNode made = Trees.object();
        made.put("apiVersion", ref.apiVersion()).put("kind", "Workflow");
        ObjectNode metadata = made.putObject("metadata");
        metadata.put("name", name).put("namespace", ref.namespace());
        ObjectNode labels = metadata.putObject("labels");
        String instance = owner.path("metadata").path("labels").path(INSTANCE).asText();
        if (!instance.isEmpty()) {
            labels.put(INSTANCE, instance);
        }
        JsonNode template = owner.path("spec").path("workflowMetadata");
        if (template.path("labels") instanceof ObjectNode own) {
            labels.setAll(own.deepCopy());
        }
        labels.put(PREFIX + "cron-workflow", ref.name());
        if (template.path("annotations") instanceof ObjectNode own) {
            metadata.set("annotations", own.deepCopy());
        }
        ScheduledRun.controlled(metadata, ref, owner);
        made.set("spec", owner.path("spec").path("workflowSpec").deepCopy());
        String policy = owner.path("spec").path("concurrencyPolicy").asText("Allow");
        String next =
                switch (policy) {
                    case "Forbid" -> Texts.of("CronWorkflowKind.forbidAsLongAsItRuns");
                    case "Replace" -> Texts.of("CronWorkflowKind.replaceTheNextThatIsStarted");
                    default -> Texts.of("CronWorkflowKind.itRunsBesideThoseOfItsSchedule");
                };
        return new Run(
                new WorkflowKind().ref(ref.namespace(), name),
                made,
                PREFIX + "workflow=" + name,
                made.path("spec").path("suspend").asBoolean() ? 0 : 1,
                List.of(next, Texts.of("CronWorkflowKind.itCountsAsOneOfItsRuns")));
    }
}
