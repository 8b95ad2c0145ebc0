// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.ObjectRef;
import podium.core.change.OwnState;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.kubernetes.RunTimes;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.JobState;

/**
 * A ScheduledSparkApplication: its operator creates a SparkApplication of its template when one is due, and looks at those that bear
 * its name in a label (kubeflow spark-operator internal/controller/scheduledsparkapplication/controller.go, createSparkApplication and
 * listSparkApplications). Suspended it creates none; what it created runs on.
 */
public final class ScheduledSparkApplicationKind extends CronKind {
    public ScheduledSparkApplicationKind() {
        super(
                new KindName(
                        "sparkoperator.k8s.io", "v1beta2", "scheduledsparkapplications", "ScheduledSparkApplication"),
                "SparkApplication");
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree template = object.at("spec", "template");
        return new WorkloadShape(
                object.at("spec").flag("suspend"),
                0,
                OptionalInt.empty(),
                SparkPods.template(template, template.at("executor")),
                "");
    }

    /** The operator writes when it runs next, in its own time zone. */
    @Override
    public Optional<OwnState> ownState(JsonTree object) {
        JsonTree spec = object.at("spec");
        JsonTree status = object.at("status");
        List<String> words = new ArrayList<>();
        String schedule = spec.text("schedule");
        String zone = spec.text("timeZone");
        words.add(
                zone.isEmpty()
                        ? Texts.of("ScheduledSparkApplicationKind.scheduleByClockOfOperator", schedule)
                        : Texts.of("ScheduledSparkApplicationKind.schedule", schedule, zone));
        if ("FailedValidation".equals(status.text("scheduleState"))) {
            words.add(Texts.of("ScheduledSparkApplicationKind.itsOperatorDoesNotUnderstand", status.text("reason")));
        } else if (!spec.flag("suspend")) {
            words.add(RunTimes.next(status.time("nextRun")));
        }
        words.add(RunTimes.last(status.time("lastRun"), status.text("lastRunName")));
        return Optional.of(new OwnState(JobState.SCHEDULED, String.join("; ", words)));
    }

    /** Next to what is due it looks at no deadline: one run that was missed starts at once. */
    @Override
    public String suspends(JsonNode owner, boolean suspend) {
        return suspend
                ? Texts.of("ScheduledSparkApplicationKind.itStartsNoMoreSparkapplications")
                : Texts.of("ScheduledSparkApplicationKind.itStartsSparkapplicationsAgain");
    }

    /** One of its template. It bears no label of the schedule: with it, its operator would count and one day delete it. */
    @Override
    public Run run(ObjectRef ref, JsonNode owner, String name) {
        ObjectNode made = Trees.object();
        made.put("apiVersion", ref.apiVersion()).put("kind", "SparkApplication");
        ObjectNode metadata = made.putObject("metadata");
        metadata.put("name", name).put("namespace", ref.namespace());
        if (owner.path("metadata").path("labels") instanceof ObjectNode labels) {
            metadata.set("labels", labels.deepCopy());
        }
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", ref.apiVersion())
                .put("kind", ref.kind())
                .put("name", ref.name())
                .put("uid", ObjectReads.uid(owner));
        made.set("spec", owner.path("spec").path("template").deepCopy());
        String policy = owner.path("spec").path("concurrencyPolicy").asText("Allow");
        List<String> effects = policy.equals("Allow")
                ? List.of(Texts.of("ScheduledSparkApplicationKind.itRunsBesideThoseOfItsSchedule"))
                : List.of(Texts.of("ScheduledSparkApplicationKind.doesNotCountARun", policy));
        ObjectRef app = new SparkApplicationKind().ref(ref.namespace(), name);
        boolean waits = made.path("spec").path("suspend").asBoolean();
        return new Run(app, made, "sparkoperator.k8s.io/app-name=" + name, waits ? 0 : 1, effects);
    }
}
