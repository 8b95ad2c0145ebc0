// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.ApiWrite;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.place.pin.FinishedCheck;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.ManagedByCheck;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

/** A batch/v1 Job (KEP-2232, KEP-2926). */
public final class JobKind extends NamedKind implements CycleKind, ScaledKind {
    /** Labels set on each Job and its template by the server (batch/v1 strategy, GenerateSelector). */
    private static final List<String> SERVERS =
            List.of("controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name");

    private static final Suspension SUSPENSION = new Suspension(
            Suspension.SPEC,
            List.of(
                    Suspension.suspended(new Expectation.ConditionTrue("Suspended")),
                    new Suspension.Sign(
                            new Expectation.FieldIs("/status/active", "0"),
                            name -> Texts.of("JobKind.waitUntilNoPodIsActive", name))));

    public JobKind() {
        super(new KindName("batch", "v1", "jobs", "Job"), Trait.ENDS, Trait.SUSPENDS, Trait.COUNTS_LOSSES, Trait.LOOSE);
    }

    /**
     * Indexes alone make no gang: an Indexed Job may well be so many pieces of work that know nothing of each other. One
     * that runs all its indexes at once and names a subdomain, by which its pods find each other, is one (Job with Pod-to-Pod
     * Communication, kubernetes.io/docs/tasks/job/job-with-pod-to-pod-communication); Kueue's annotation may lower its minimum.
     */
    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        int parallelism = spec.number("parallelism", 1);
        OptionalInt completions = spec.number("completions");
        boolean together = "Indexed".equals(spec.text("completionMode"))
                && parallelism > 1
                && completions.orElse(0) <= parallelism
                && WorkloadShape.speaks(spec.at("template"));
        OptionalInt least = object.at("metadata", "annotations").number(KueueNames.LEAST_PARALLELISM);
        OptionalInt minimum =
                together ? OptionalInt.of(Math.min(least.orElse(parallelism), parallelism)) : OptionalInt.empty();
        int wanted = Math.min(parallelism, completions.orElse(parallelism));
        return new WorkloadShape(spec.flag("suspend"), wanted, minimum, spec.at("template"), "");
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(JobLosses.rule(object.at("spec"), object.at("status")));
    }

    /**
     * A Job's parallelism. Completions are immutable, but for an Indexed Job where both are equal and change together
     * (elastic indexed Jobs, KEP-3715).
     */
    @Override
    public Replicas replicas(JsonNode job) throws Refusal {
        JsonNode spec = job.path("spec");
        if (job.path("metadata").path("labels").has(KueueNames.QUEUE)) {
            throw new Refusal(
                    Texts.of("JobKind.wasAdmittedByKueue", Trees.text(job, "/metadata/name")),
                    Texts.of("JobKind.submitItAgainWithAnotherNumber"));
        }
        Replicas plain = Replicas.at(job, List.of("spec", "parallelism"), Replicas.Unit.POD, "")
                .of(1);
        boolean elastic = Trees.text(job, "/spec/completionMode").equals("Indexed")
                && spec.path("completions").asInt(-1) == plain.now();
        if (elastic) {
            return new Replicas(
                            plain.now(), Replicas.Unit.POD, "", to -> new Replicas.Merge(both(to), both(plain.now())))
                    .of(1);
        }
        // no more run than are to be completed yet (pkg/controller/job/job_controller.go, manageJob)
        int succeeded = job.path("status").path("succeeded").asInt();
        return spec.has("completions") ? plain.upTo(spec.path("completions").asInt() - succeeded) : plain;
    }

    private static ObjectNode both(int number) {
        ObjectNode patch = Trees.object();
        patch.putObject("spec").put("parallelism", number).put("completions", number);
        return patch;
    }

    /**
     * kubernetes pkg/controller/job/job_controller.go, syncJob: one without completions is complete when a pod of it has succeeded and
     * none is active, suspended or not.
     */
    @Override
    public Optional<String> whyNotStopped(JsonNode job) {
        return !job.path("spec").has("completions")
                        && job.path("status").path("succeeded").asInt() > 0
                ? Optional.of(Texts.of("JobKind.itSaysNoNumber"))
                : Optional.empty();
    }

    /** What has succeeded, or has failed for good, is not run again. */
    @Override
    public List<Step> runs(ResolvedRequest asked, int pods, Pin pin) throws IOException {
        JsonNode job = asked.job();
        int left = job.path("spec").path("completions").asInt(Integer.MAX_VALUE)
                - job.path("status").path("succeeded").asInt()
                - JobLosses.indexes(Trees.text(job, "/status/failedIndexes"));
        List<Step> steps = CycleKind.super.runs(asked, Math.clamp(left, 1, pods), pin);
        return job.path("metadata").path("annotations").has(KueueNames.LEAST_PARALLELISM) && KueueGuard.isQueued(job)
                ? steps.stream().map(step -> admitted(step, asked, pin)).toList()
                : steps;
    }

    /** The same wait by words without a number: Kueue may admit more pods this time, or fewer. */
    private static Step admitted(Step step, ResolvedRequest asked, Pin pin) {
        return step instanceof Step.Await await
                ? new Step.Await(
                        await.target(),
                        await.expectation(),
                        await.atMost(),
                        Texts.of(
                                "JobKind.waitUntilAllAdmittedRunOn", asked.ref().name(), pin.words()))
                : step;
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    @Override
    public Templates templates(ResolvedRequest asked) {
        JsonNode spec = asked.job().path("spec");
        int parallelism = spec.path("parallelism").asInt(1);
        int completions = spec.path("completions").asInt(parallelism);
        return Templates.single(asked.ref(), asked.job(), Math.min(parallelism, completions));
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return WorkloadKind.matchLabels(owner);
    }

    @Override
    public void check(ResolvedRequest asked) throws Refusal {
        FinishedCheck.check(asked, "Complete", "Failed");
        ManagedByCheck.check(asked, "kubernetes.io/job-controller", Texts.of("JobKind.theJobController"));
    }

    /** Servers before 1.36 take a template for immutable as long as status.startTime is set; Kueue clears it as well. */
    @Override
    public List<Step> prepare(ResolvedRequest asked, boolean suspended) {
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
                Optional.of(ObjectReads.uid(asked.job())),
                Optional.empty(),
                Texts.of("JobKind.clearTheStartTime", asked.ref().name()));
        return List.of(new Step.Write(clear, Optional.of(clear)));
    }

    @Override
    public List<String> effects(ResolvedRequest asked, Pin pin) {
        return Gates.isHeld(asked.job().path("spec").path("template"))
                ? List.of(Texts.of("JobKind.itsPodsAreStillHeld", Gates.OURS))
                : List.of();
    }

    @Override
    public void forget(ObjectNode copy) {
        if (copy.path("spec").path("manualSelector").asBoolean()) {
            return;
        }
        ((ObjectNode) copy.path("spec")).remove("selector");
        for (var labels : List.of(
                copy.path("spec").path("template").path("metadata").path("labels"),
                copy.path("metadata").path("labels"))) {
            if (labels instanceof ObjectNode map) {
                map.remove(SERVERS);
            }
        }
    }
}
