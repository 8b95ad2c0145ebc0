// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.HyperNodes;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.RecreateKind;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kind.UnknownText;
import podium.kubernetes.internal.place.pin.FinishedCheck;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/**
 * A Volcano Job: "job updates may not change fields other than minAvailable, tasks[*].replicas under spec and"
 * + " PriorityClassName"
 * (volcano pkg/webhooks/admission/jobs/validate).
 */
public final class VolcanoJobKind extends NamedKind implements RecreateKind, ScaledKind {
    /** Volcano's event of any kind (volcano pkg/apis/bus/v1alpha1/events.go). */
    private static final Set<String> VOLCANO_LOSS = Set.of("*", "PodEvicted", "PodFailed");
    /** pkg batch/v1alpha1 JobPhase: it does not come back from these. */
    private static final Set<String> ENDED = Set.of("Completed", "Failed", "Terminated", "Aborted");

    /** staging/src/volcano.sh/apis/pkg/apis/batch/v1alpha1/labels.go, TaskSpecKey: on each pod the task it is of. */
    private static final String TASK = "volcano.sh/task-spec";

    public VolcanoJobKind() {
        super(new KindName("batch.volcano.sh", "v1alpha1", "jobs", "Job"), Trait.ENDS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        List<Group> groups = new ArrayList<>();
        for (JsonTree task : object.at("spec", "tasks").elements()) {
            groups.add(Group.marked(task.text("name"), task.number("replicas", 1), task.at("template"), TASK));
        }
        JsonTree spec = object.at("spec");
        WorkloadShape shape = WorkloadShape.of(false, groups, spec.number("minAvailable"), spec.text("queue"))
                .dependingOn(unread(spec));
        return shape.minimum().isPresent() ? shape : shape.together();
    }

    /** volcano.sh/apis batch/v1alpha1 JobSpec and TaskSpec: what its PodGroup will ask for of HyperNodes and of reserved nodes. */
    private static List<String> unread(JsonTree spec) {
        List<String> terms = new ArrayList<>();
        HyperNodes.named(spec.at("networkTopology"), terms);
        for (JsonTree task : spec.at("tasks").elements()) {
            String name = task.text("name");
            HyperNodes.named(
                    task.at("partitionPolicy", "networkTopology"),
                    tier -> Texts.of("VolcanoJobKind.hyperNodesOfTask", tier, name),
                    terms);
            if (!task.at("reservationNodeNames").elements().isEmpty()) {
                terms.add(Texts.of("VolcanoJobKind.reservedNodesOfTask", name));
            }
        }
        return terms;
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(lost(object.at("spec"), object.at("status")));
    }

    /**
     * volcano pkg/controllers/job/job_controller_util.go, applyPolicies: without a policy for it a lost pod is made anew (SyncJob);
     * restarting the job is tried maxRetry times (state/restarting.go).
     */
    private static PodLossRule lost(JsonTree spec, JsonTree status) {
        List<JsonTree> policies = new ArrayList<>(spec.at("policies").elements());
        spec.at("tasks")
                .elements()
                .forEach(task -> policies.addAll(task.at("policies").elements()));
        boolean restarts = false;
        Optional<String> unknown = Optional.empty();
        for (JsonTree policy : policies) {
            List<String> events = new ArrayList<>(policy.at("events").texts());
            events.add(policy.text("event"));
            if (events.stream().anyMatch(VOLCANO_LOSS::contains)) {
                switch (policy.text("action")) {
                    case "AbortJob", "TerminateJob", "CompleteJob" -> {
                        return new UncountedLossRule(
                                PodLossOutcome.ENDS, Texts.of("VolcanoJobKind.itsPolicySays", policy.text("action")));
                    }
                    case "RestartJob" -> restarts = true;
                    case "SyncJob", "ResumeJob", "EnqueueJob", "BackoffJob", "" -> {}
                    case "RestartTask", "RestartPod", "RestartPartition" -> {}
                    default -> unknown = Optional.of(policy.text("action"));
                }
            }
        }
        if (unknown.isPresent()) {
            return new UncountedLossRule(
                    PodLossOutcome.MAY_END,
                    UnknownText.of(Texts.of("VolcanoJobKind.itsPolicy"), "action", unknown.get()));
        }
        int most = spec.number("maxRetry", 3);
        int done = status.number("retryCount", 0);
        if (!restarts) {
            return UncountedLossRule.REPLACES;
        }
        return done < most
                ? new UncountedLossRule(
                        PodLossOutcome.RESTARTS, Texts.of("VolcanoJobKind.tryOfMaxretry", done + 1, most))
                : new UncountedLossRule(PodLossOutcome.ENDS, Texts.of("VolcanoJobKind.maxretryIsWithDone", most, done));
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        return Templates.in(asked.ref(), asked.job(), list(asked.job()));
    }

    @Override
    public Replicas replicas(JsonNode owner) throws Refusal {
        return Replicas.element(owner, "tasks", "name", Replicas.Unit.POD).of(1);
    }

    @Override
    public List<Template> list(JsonNode owner) {
        JsonNode tasks = owner.path("spec").path("tasks");
        List<Template> templates = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            String at = "/spec/tasks/" + i;
            templates.add(new Template(
                    tasks.path(i).path("name").asText("task " + i),
                    at + "/template/spec",
                    tasks.path(i).path("replicas").asInt(1),
                    ""));
        }
        return templates;
    }

    /** staging/src/volcano.sh/apis/pkg/apis/batch/v1alpha1/labels.go, JobNameKey. */
    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "volcano.sh/job-name=" + ref.name();
    }

    @Override
    public void checkRecreated(ResolvedRequest asked) throws Refusal {
        if (ENDED.contains(Trees.text(asked.job(), "/status/state/phase"))) {
            throw FinishedCheck.refusal(asked);
        }
        if (asked.job().path("spec").path("tasks").isEmpty()) {
            throw new Refusal(
                    Texts.of("VolcanoJobKind.hasNoTasks", asked.ref().name()),
                    Texts.of("VolcanoJobKind.checkItsYamlItCannot"));
        }
    }

    @Override
    public Optional<String> whyRecreated(JsonNode owner) {
        return Optional.of(Texts.of("VolcanoJobKind.volcanoForbidsChangesOfItsTemplates"));
    }
}
