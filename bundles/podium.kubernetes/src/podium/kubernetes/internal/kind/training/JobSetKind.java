// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.CycleKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.UnknownText;
import podium.kubernetes.internal.kind.kubernetes.JobKind;
import podium.kubernetes.internal.place.pin.FinishedCheck;
import podium.kubernetes.internal.place.pin.ManagedByCheck;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Step;

/**
 * A JobSet: nodeSelector of every replicated job's template while suspended. Its affinity is not mutable, so none is set
 * (jobset pkg/webhooks/jobset_webhook.go, ValidateUpdate).
 */
public final class JobSetKind extends NamedKind implements CycleKind {
    private static final String EXCLUSIVE = "alpha.jobset.sigs.k8s.io/exclusive-topology";
    /** The same by node selectors, for which somebody labelled the nodes. */
    private static final String BY_SELECTOR = "alpha.jobset.sigs.k8s.io/node-selector";

    private static final String LABEL = "jobset.sigs.k8s.io/jobset-name";

    /** jobset api/jobset/v1alpha2/jobset_types.go, ReplicatedJobNameKey. */
    private static final String REPLICATED_JOB = "jobset.sigs.k8s.io/replicatedjob-name";

    public JobSetKind() {
        super(
                new KindName("jobset.x-k8s.io", List.of("v1", "v1alpha2"), "jobsets", "JobSet"),
                Trait.ENDS,
                Trait.SUSPENDS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        List<Group> groups = new ArrayList<>();
        for (JsonTree job : object.at("spec", "replicatedJobs").elements()) {
            JsonTree spec = job.at("template", "spec");
            int pods = WorkloadShape.times(job.number("replicas", 1), spec.number("parallelism", 1));
            groups.add(Group.marked(job.text("name"), pods, spec.at("template"), REPLICATED_JOB));
        }
        return WorkloadShape.of(object.at("spec").flag("suspend"), groups, OptionalInt.empty(), "")
                .together();
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(lost(object.at("spec"), object.at("status")));
    }

    /** jobset api/jobset/v1alpha2/jobset_types.go, FailurePolicyAction; RestartJob (KEP-262) makes one Job anew. */
    private static final Set<String> ACTIONS = Set.of(
            "FailJobSet",
            "RestartJobSet",
            "RestartJobSetAndIgnoreMaxRestarts",
            "RestartJob",
            "RestartJobAndIgnoreMaxRestarts");

    /** jobset pkg/controllers/failure_policy.go: without a policy a failed Job fails the set; else maxRestarts counts. */
    private static PodLossRule lost(JsonTree spec, JsonTree status) {
        JsonTree policy = spec.at("failurePolicy");
        if (!policy.exists()) {
            return new UncountedLossRule(PodLossOutcome.ENDS, Texts.of("JobSetKind.aJobsetWithoutFailurepolicy"));
        }
        int most = policy.number("maxRestarts", 0);
        int done = status.number("restartsCountTowardsMax", status.number("restarts", 0));
        boolean left = done < most;
        UncountedLossRule counted = left
                ? new UncountedLossRule(
                        PodLossOutcome.RESTARTS, Texts.of("JobSetKind.restartOfMaxrestarts", done + 1, most))
                : new UncountedLossRule(
                        PodLossOutcome.ENDS,
                        done == 0
                                ? Texts.of("JobSetKind.maxRestartsIs", most)
                                : Texts.of("JobSetKind.maxRestartsIsWithDone", most, done));
        List<JsonTree> rules = policy.at("rules").elements();
        if (rules.isEmpty()) {
            return counted;
        }
        Optional<String> unknown = rules.stream()
                .map(rule -> rule.text("action"))
                .filter(action -> !ACTIONS.contains(action))
                .findFirst();
        if (unknown.isPresent()) {
            return new UncountedLossRule(
                    PodLossOutcome.MAY_END,
                    UnknownText.of(Texts.of("JobSetKind.itsFailurepolicy"), "action", unknown.get()));
        }
        boolean harmless = left && rules.stream().noneMatch(rule -> "FailJobSet".equals(rule.text("action")));
        boolean fatal = !left && rules.stream().allMatch(rule -> "FailJobSet".equals(rule.text("action")));
        return harmless || fatal
                ? counted
                : new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("JobSetKind.whichRuleOfItsFailurepolicy"));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return Suspension.condition("Suspended");
    }

    @Override
    public Templates templates(ResolvedRequest asked) throws Refusal {
        List<Template> templates = templates(asked.job());
        if (templates.isEmpty()) {
            throw new Refusal(
                    Texts.of("JobSetKind.hasNoPodTemplate", asked.ref().name()),
                    Texts.of("JobSetKind.writeOneItCannot"));
        }
        return Templates.in(asked.ref(), asked.job(), templates);
    }

    private static List<Template> templates(JsonNode set) {
        JsonNode jobs = set.path("spec").path("replicatedJobs");
        List<Template> templates = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            JsonNode job = jobs.path(i);
            String at = "/spec/replicatedJobs/" + i;
            int parallelism =
                    job.path("template").path("spec").path("parallelism").asInt(1);
            templates.add(new Template(
                    job.path("name").asText(),
                    at + "/template/spec/template/spec",
                    job.path("replicas").asInt(1) * parallelism,
                    at + "/name"));
        }
        return templates;
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return LABEL + "=" + ref.name();
    }

    @Override
    public void check(ResolvedRequest asked) throws Refusal {
        FinishedCheck.check(asked, "Completed", "Failed");
        ManagedByCheck.check(asked, "jobset.sigs.k8s.io/jobset-controller", Texts.of("JobSetKind.theJobsetController"));
    }

    /**
     * Its Jobs, whether they are there yet or not: their node selectors and gates are merged with those of the template (jobset
     * pkg/controllers/jobset_controller.go, resumeJob); named as pkg/util/placement/placement.go names them.
     */
    @Override
    public List<ObjectRef> remnants(ResolvedRequest asked) {
        List<ObjectRef> jobs = new ArrayList<>();
        for (JsonNode job : asked.job().path("spec").path("replicatedJobs")) {
            for (int i = 0; i < job.path("replicas").asInt(1); i++) {
                jobs.add(new JobKind()
                        .ref(
                                asked.ref().namespace(),
                                asked.ref().name() + "-" + job.path("name").asText() + "-" + i));
            }
        }
        return jobs;
    }

    /** Of its Jobs those that have not succeeded run again, and none that waits for the end of another (DependsOn, Complete). */
    @Override
    public List<Step> runs(ResolvedRequest asked, int pods, Pin pin) throws IOException {
        JsonNode jobs = asked.job().path("spec").path("replicatedJobs");
        int left = 0;
        for (JsonNode job : jobs) {
            boolean waits = false;
            for (JsonNode other : job.path("dependsOn")) {
                waits |= "Complete".equals(other.path("status").asText())
                        && left(asked.job(), other.path("name").asText()) > 0;
            }
            int each = job.path("template").path("spec").path("parallelism").asInt(1);
            left += waits ? 0 : left(asked.job(), job.path("name").asText()) * each;
        }
        return CycleKind.super.runs(asked, Math.clamp(left, 1, pods), pin);
    }

    /** Jobs of a replicated job that have not succeeded. */
    private static int left(JsonNode set, String name) {
        int left = 0;
        for (JsonNode job : set.path("spec").path("replicatedJobs")) {
            left += job.path("name").asText().equals(name)
                    ? job.path("replicas").asInt(1)
                    : 0;
        }
        for (JsonNode status : set.path("status").path("replicatedJobsStatus")) {
            left -= status.path("name").asText().equals(name)
                    ? status.path("succeeded").asInt()
                    : 0;
        }
        return left;
    }

    /**
     * With exclusive placement the pods of each job go into one domain by affinity, so that a node without its label takes none
     * (pkg/webhooks/pod_mutating_webhook.go, setExclusiveAffinities). That no other such job is in the domain is not looked at.
     */
    @Override
    public PodPart made(JsonNode owner, PodPart part) {
        JsonNode marks = annotations(owner);
        for (JsonNode job : owner.path("spec").path("replicatedJobs")) {
            boolean its = job.path("name").asText().equals(part.role());
            marks = its && annotations(job.path("template")).has(EXCLUSIVE) ? annotations(job.path("template")) : marks;
        }
        String key = marks.path(EXCLUSIVE).asText();
        if (key.isEmpty() || !(part.template().deepCopy() instanceof ObjectNode template)) {
            return part;
        }
        template.withArray("/spec/unread").add("annotation " + EXCLUSIVE + "=" + key);
        if (!marks.has(BY_SELECTOR)) {
            String required = "/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution";
            ArrayNode terms = template.withArray(required + "/nodeSelectorTerms");
            if (terms.isEmpty()) {
                terms.addObject();
            }
            terms.forEach(term -> ((ObjectNode) term)
                    .withArray("matchExpressions")
                    .addObject()
                    .put("key", key)
                    .put("operator", "Exists"));
        }
        return new PodPart(part.role(), part.pods(), template);
    }

    private static JsonNode annotations(JsonNode object) {
        return object.path("metadata").path("annotations");
    }

    /** With exclusive placement each of its jobs has a domain for itself, so all of them in one would wait for ever. */
    @Override
    public List<String> effects(ResolvedRequest asked, Pin pin) throws Refusal {
        String key =
                asked.job().path("metadata").path("annotations").path(EXCLUSIVE).asText();
        int jobs = 0;
        for (JsonNode job : asked.job().path("spec").path("replicatedJobs")) {
            jobs += job.path("replicas").asInt(1);
        }
        if (!key.isEmpty() && jobs > 1 && (!pin.node().isEmpty() || pin.key().equals(key))) {
            throw new Refusal(
                    Texts.of(
                            "JobSetKind.eachOfTheJobs",
                            Counted.of(jobs, "job"),
                            asked.ref().name(),
                            key,
                            EXCLUSIVE,
                            pin.words()),
                    Texts.of("JobSetKind.chooseADomainThatHolds", jobs));
        }
        return List.of();
    }
}
