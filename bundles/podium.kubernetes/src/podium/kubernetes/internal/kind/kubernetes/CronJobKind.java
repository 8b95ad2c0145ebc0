// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.change.OwnState;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.kind.TriggeredKind;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;

/**
 * A CronJob: its Jobs are made of its template, one a time, and are jobs of their own; held, it makes none (batch/v1, spec.suspend).
 * What stands in status.active is all that its concurrencyPolicy looks at, and a Job that somebody else made of it never stands there
 * (kubernetes pkg/controller/cronjob/cronjob_controllerv2.go, syncCronJob).
 */
public final class CronJobKind extends NamedKind implements FixedKind, TemplatedKind, TriggeredKind {
    private static final KindName NAME = new KindName("batch", "v1", "cronjobs", "CronJob");
    private static final Suspension SUSPENSION = new Suspension(Suspension.SPEC, List.of());
    /** How many of its Jobs are named. */
    private static final int NAMED = 3;

    /** A Job as a CronJob makes it (kubectl pkg/cmd/create/create_job.go), without its spec. */
    private static ObjectNode madeBy(ObjectRef cron, String uid, String name) {
        ObjectNode job = Trees.object().put("apiVersion", "batch/v1").put("kind", "Job");
        ObjectNode metadata = job.putObject("metadata").put("name", name).put("namespace", cron.namespace());
        metadata.putObject("annotations").put("cronjob.kubernetes.io/instantiate", "manual");
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", NAME.apiVersion())
                .put("kind", NAME.kind())
                .put("name", cron.name())
                .put("uid", uid)
                .put("controller", true);
        return job;
    }

    private static ObjectRef job(String namespace, String name) {
        return new ObjectRef("batch", "v1", "jobs", "Job", namespace, name);
    }

    public CronJobKind() {
        super(NAME, Texts.of("CronJobKind.placeTheJobOfACronJob"), Trait.SUSPENDS, Trait.MAKES_JOBS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        return new WorkloadShape(
                spec.flag("suspend"), 0, OptionalInt.empty(), spec.at("jobTemplate", "spec", "template"), "");
    }

    @Override
    public Optional<OwnState> ownState(JsonTree object) {
        return Optional.of(CronWords.state(object));
    }

    @Override
    public Why why() {
        return new Why(Texts.of("CronJobKind.aCronjobHasNoPods"), Texts.of("CronJobKind.placeTheJobThatItCreated"));
    }

    @Override
    public List<String> holdField() {
        return Suspension.SPEC;
    }

    @Override
    public String pinnedTo(String place) {
        return Texts.of("CronJobKind.itsJobsPinnedTo", place);
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        JsonNode job = asked.job().path("spec").path("jobTemplate").path("spec");
        int pods = job.path("parallelism").asInt(1);
        return Templates.in(
                asked.ref(), asked.job(), List.of(Template.at("job", "/spec/jobTemplate/spec/template/spec", pods)));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    /**
     * What was due while it was suspended counts as missed and starts when it is resumed, if it has no deadline that has passed
     * (kubernetes.io/docs/concepts/workloads/controllers/cron-jobs, Schedule suspension).
     */
    @Override
    public String suspends(JsonNode owner, boolean suspend) {
        if (suspend) {
            List<String> active = active(owner);
            String names = Counted.named(active, NAMED);
            return switch (active.size()) {
                case 0 -> Texts.of("CronJobKind.startsNoMoreAndNoneRuns");
                case 1 -> Texts.of("CronJobKind.startsNoMoreAndOneRuns", names);
                default -> Texts.of("CronJobKind.startsNoMoreAndSomeRun", names);
            };
        }
        JsonNode deadline = owner.path("spec").path("startingDeadlineSeconds");
        return deadline.isNumber()
                ? Texts.of("CronJobKind.startsAgainOneDueInTheLast", deadline.asLong())
                : Texts.of("CronJobKind.startsAgain");
    }

    /**
     * As {@code kubectl create job --from=cronjob/NAME} makes it: metadata and spec of the Job template, the annotation below what the
     * template has, and a controller that blocks no deletion (kubectl pkg/cmd/create/create_job.go, createJobFromCronJob).
     */
    @Override
    public Run run(ObjectRef ref, JsonNode owner, String name) {
        JsonNode template = owner.path("spec").path("jobTemplate");
        ObjectNode job = madeBy(ref, ObjectReads.uid(owner), name);
        ObjectNode metadata = job.withObject("/metadata");
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            metadata.set("labels", labels.deepCopy());
        }
        if (template.path("metadata").path("annotations") instanceof ObjectNode own) {
            metadata.withObject("/annotations").setAll(own.deepCopy());
        }
        JsonNode spec = template.path("spec");
        job.set("spec", spec.deepCopy());
        boolean waits =
                spec.path("suspend").asBoolean() || metadata.path("labels").has(KueueNames.QUEUE);
        int pods = spec.path("parallelism").asInt(1);
        return new Run(
                job(ref.namespace(), name),
                job,
                "job-name=" + name,
                waits ? 0 : Math.min(pods, spec.path("completions").asInt(pods)),
                effects(owner));
    }

    private static List<String> effects(JsonNode owner) {
        List<String> active = active(owner);
        String policy = owner.path("spec").path("concurrencyPolicy").asText("Allow");
        String beside = active.isEmpty() ? "" : Counted.named(active, NAMED);
        String now =
                switch (active.isEmpty() ? "" : policy) {
                    case "" -> Texts.of("CronJobKind.noOtherRunOfItIsActive");
                    case "Forbid" -> Texts.of("CronJobKind.forbidByItsSchedule", beside);
                    case "Replace" -> Texts.of("CronJobKind.replaceByItsSchedule", beside);
                    default -> Texts.of("CronJobKind.allowItRunsBeside", beside);
                };
        Stream<String> later =
                policy.equals("Allow") ? Stream.of() : Stream.of(Texts.of("CronJobKind.doesNotCountARun", policy));
        Stream<String> suspended =
                SUSPENSION.isSet(owner) ? Stream.of(Texts.of("CronJobKind.itIsSuspendedThisRun")) : Stream.of();
        return Stream.of(Stream.of(now), later, suspended).flatMap(one -> one).toList();
    }

    private static List<String> active(JsonNode owner) {
        List<String> names = new ArrayList<>();
        owner.path("status")
                .path("active")
                .forEach(job -> names.add(job.path("name").asText()));
        return names;
    }
}
