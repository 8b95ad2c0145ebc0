// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.change.OwnState;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.TriggeredKind;
import podium.kubernetes.internal.kind.kubernetes.RunTimes;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.JobState;
import podium.model.value.WorkKind.Trait;

/**
 * A recurring run of Kubeflow Pipelines: its controller creates a Workflow when one is due, as long as it is enabled and fewer run than
 * it may have (kubeflow pipelines backend/src/crd/controller/scheduledworkflow/util/scheduled_workflow.go, GetNextScheduledEpoch). The
 * pipelines keep a record of their own beside it, from which their API server writes it anew when that starts (resource_manager.go,
 * ReconcileSwfCrs).
 */
public final class ScheduledWorkflowKind extends NamedKind implements FixedKind, TriggeredKind {
    private static final Suspension SUSPENSION = Suspension.enabling(List.of("spec", "enabled"));
    private static final int NAMED = 3;

    public ScheduledWorkflowKind() {
        super(
                new KindName("kubeflow.org", "v1beta1", "scheduledworkflows", "ScheduledWorkflow"),
                Texts.of("ScheduledWorkflowKind.aRecurringRunHasNoPods"),
                Trait.SUSPENDS,
                Trait.MAKES_JOBS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        boolean recurs = isRecurring(object);
        return WorkloadShape.plain(recurs && !object.at("spec").flag("enabled"), 0, JsonTree.none());
    }

    private static boolean isRecurring(JsonTree object) {
        JsonTree trigger = object.at("spec", "trigger");
        return trigger.at("cronSchedule").exists()
                || trigger.at("periodicSchedule").exists();
    }

    @Override
    public Optional<OwnState> ownState(JsonTree object) {
        JsonTree status = object.at("status");
        List<String> active = status.at("workflowHistory", "active").texts("name");
        List<String> words = new ArrayList<>();
        if (!active.isEmpty()) {
            words.add(Texts.of("ScheduledWorkflowKind.running", Counted.named(active, NAMED)));
        }
        words.add(schedule(object.at("spec", "trigger")));
        JsonTree trigger = status.at("trigger");
        if (object.at("spec").flag("enabled") && isRecurring(object)) {
            words.add(RunTimes.next(trigger.time("nextTriggeredTime")));
        }
        words.add(RunTimes.last(trigger.time("lastTriggeredTime"), ""));
        boolean over = !isRecurring(object) && trigger.time("lastTriggeredTime") != null && active.isEmpty();
        JobState state = active.isEmpty() ? over ? JobState.SUCCEEDED : JobState.SCHEDULED : JobState.RUNNING;
        return Optional.of(new OwnState(state, String.join("; ", words)));
    }

    /** Cron of six fields, of which the first is of seconds, or an interval. */
    private static String schedule(JsonTree trigger) {
        if (trigger.at("cronSchedule").exists()) {
            return Texts.of(
                    "ScheduledWorkflowKind.schedule", trigger.at("cronSchedule").text("cron"));
        }
        int seconds = trigger.at("periodicSchedule").number("intervalSecond", 0);
        Duration every = Duration.ofSeconds(seconds);
        return seconds <= 0
                ? Texts.of("ScheduledWorkflowKind.runsOnce")
                : seconds % 3600 == 0
                        ? Texts.of("ScheduledWorkflowKind.everyHours", every.toHours())
                        : seconds % 60 == 0
                                ? Texts.of("ScheduledWorkflowKind.everyMinutes", every.toMinutes())
                                : Texts.of("ScheduledWorkflowKind.everySeconds", seconds);
    }

    @Override
    public Why why() {
        return new Why(
                Texts.of("ScheduledWorkflowKind.hasNoPodsOfItsOwn"),
                Texts.of("ScheduledWorkflowKind.placeTheWorkflowThatItCreated"));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    @Override
    public String suspends(JsonNode owner, boolean suspend) {
        boolean leavesOut = owner.path("spec").path("noCatchup").asBoolean();
        String now = suspend
                ? Texts.of("ScheduledWorkflowKind.itStartsNoMoreWorkflows")
                : leavesOut
                        ? Texts.of("ScheduledWorkflowKind.itStartsWorkflowsAgain")
                        : Texts.of("ScheduledWorkflowKind.itStartsWorkflowsAgainThoseThatWereDue");
        return Texts.of("ScheduledWorkflowKind.kubeflowPipelinesKeepsARecord", now);
    }

    @Override
    public Run run(ObjectRef ref, JsonNode owner, String name) throws Refusal {
        throw new Refusal(
                Texts.of("ScheduledWorkflowKind.kubeflowPipelinesCreatesTheRuns", ref.name()),
                Texts.of("ScheduledWorkflowKind.startARunOfThePipeline"));
    }
}
