// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.NestingKind;
import podium.kubernetes.internal.kind.OwnWayKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.pin.FinishedCheck;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * A Katib Experiment: its own template is fixed ("only spec.parallelTrialCount, spec.maxTrialCount and spec.maxFailedTrialCount are
 * editable", katib pkg/webhook/v1beta1/experiment/validator/validator.go), but the jobs of its running trials are placed like any
 * other of their kind: Katib makes them once and does not put them back (pkg/controller.v1beta1/trial/trial_controller.go,
 * reconcileJob).
 */
public final class ExperimentKind extends NamedKind implements OwnWayKind, NestingKind {
    /** katib pkg/controller.v1beta1/consts/const.go, LabelExperimentName. */
    private static final String LABEL = "katib.kubeflow.org/experiment=";

    private static final List<String> ENDS = List.of("Complete", "Completed", "Succeeded", "Failed");

    private final Supplier<WorkloadKinds> kinds;

    /** @param kinds what its trials may be; asked when one is looked at */
    public ExperimentKind(Supplier<WorkloadKinds> kinds) {
        super(new KindName("kubeflow.org", "v1beta1", "experiments", "Experiment"), Trait.ENDS);
        this.kinds = kinds;
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        JsonTree trial = spec.at("trialTemplate", "trialSpec");
        int trials = trials(spec, object.at("status"));
        Optional<WorkloadShape> one = kinds.get()
                .of(ObjectRef.groupOf(trial.text("apiVersion")), trial.text("kind"))
                .filter(kind -> !(kind instanceof ExperimentKind))
                .map(kind -> kind.shape(trial));
        if (one.isEmpty()) {
            return WorkloadShape.plain(spec.flag("suspend"), trials, JsonTree.none());
        }
        WorkloadShape each = one.get();
        List<Group> groups = new ArrayList<>();
        for (Group group : each.groups()) {
            groups.add(new Group(
                    group.name(), WorkloadShape.times(group.pods(), trials), group.template(), group.marks()));
        }
        return new WorkloadShape(
                spec.flag("suspend"),
                WorkloadShape.times(each.wanted(), trials),
                OptionalInt.empty(),
                each.template(),
                each.queue(),
                groups,
                each.unread());
    }

    /** Those that run at once, of as many as are still to come (katib pkg/apis/controller/experiments/v1beta1/experiment_types.go). */
    private static int trials(JsonTree spec, JsonTree status) {
        int atOnce = spec.number("parallelTrialCount", 0);
        OptionalInt most = spec.number("maxTrialCount");
        if (most.isEmpty()) {
            return atOnce;
        }
        int done = 0;
        for (String state : List.of("trialsSucceeded", "trialsFailed", "trialsKilled", "trialsEarlyStopped")) {
            done += status.number(state, 0);
        }
        return Math.max(0, Math.min(atOnce, most.getAsInt() - done));
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(lost(object.at("spec"), object.at("status")));
    }

    /** katib pkg/controller.v1beta1/experiment/util/status_util.go: failed when more trials failed than it allows. */
    private static PodLossRule lost(JsonTree spec, JsonTree status) {
        int failed = status.number("trialsFailed", 0);
        int most = spec.number("maxFailedTrialCount", Integer.MAX_VALUE);
        return failed + 1L > most
                ? new UncountedLossRule(
                        PodLossOutcome.ENDS, Texts.of("ExperimentKind.maxfailedtrialcountIsWithFailed", most, failed))
                : new UncountedLossRule(PodLossOutcome.REPLACED, Texts.of("ExperimentKind.oneTrialOfTheExperiment"));
    }

    /** Its trials' jobs (katib pkg/apis/controller/experiments/v1beta1/experiment_types.go, trialSpec). */
    @Override
    public List<Inner> inside(JsonNode owner) {
        JsonNode spec = owner.path("spec");
        return spec.path("trialTemplate").path("trialSpec").isObject()
                ? List.of(new Inner(
                        "/spec/trialTemplate/trialSpec",
                        spec.path("parallelTrialCount").asInt(3)))
                : List.of();
    }

    @Override
    public Plan plan(ResolvedRequest asked, Cycling cycling) throws IOException, Refusal {
        FinishedCheck.check(asked, "Succeeded", "Failed");
        List<ResolvedRequest> trials = trials(asked);
        if (trials.isEmpty()) {
            throw new Refusal(
                    Texts.of("ExperimentKind.noTrialOfRuns", asked.ref().name()),
                    Texts.of("ExperimentKind.waitForItsNext"));
        }
        List<Step> steps = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        List<String> effects = new ArrayList<>();
        Set<String> lost = new HashSet<>();
        String title = "";
        for (ResolvedRequest trial : trials) {
            Plan plan = plan(trial, asked, cycling);
            title = plan.title();
            steps.addAll(plan.steps());
            undo.addAll(0, plan.undo());
            effects.addAll(plan.effects());
            lost.addAll(plan.irreversible());
        }
        effects.add(Texts.of("ExperimentKind.trialsThatStartLater"));
        String whole = Texts.of(
                "ExperimentKind.placeTrialsOf",
                Counted.of(trials.size(), "trial"),
                asked.ref().name());
        return asked.plan(
                trials.size() == 1 ? title : whole,
                steps,
                effects,
                lost.stream().sorted().toList(),
                undo);
    }

    private static Plan plan(ResolvedRequest trial, ResolvedRequest asked, Cycling cycling)
            throws IOException, Refusal {
        Optional<Plan> plan = cycling.plan(trial);
        if (plan.isEmpty()) {
            throw refusal(asked, trial.ref().kind());
        }
        return plan.get();
    }

    private static Refusal refusal(ResolvedRequest asked, String kind) {
        return new Refusal(
                Texts.of("ExperimentKind.theTrialsOfAreOfKind", asked.ref().name(), kind),
                Texts.of("ExperimentKind.createItAgainWithTheNodeselector"));
    }

    /** The unfinished jobs of its trials; where pods are named, those they belong to. */
    private List<ResolvedRequest> trials(ResolvedRequest asked) throws IOException, Refusal {
        JsonNode spec = asked.job().path("spec").path("trialTemplate").path("trialSpec");
        Optional<ObjectRef> kind = kinds.get().collection(spec, asked.ref().namespace());
        if (kind.isEmpty()) {
            throw refusal(asked, Trees.text(spec, "/kind"));
        }
        Set<String> wanted = new HashSet<>();
        for (JsonNode pod : asked.pods().values()) {
            wanted.addAll(kinds.get().ancestors(pod, asked.ref().namespace(), asked.objects()));
        }
        List<ResolvedRequest> trials = new ArrayList<>();
        for (JsonNode job : asked.objects().list(kind.get(), LABEL + asked.ref().name())) {
            boolean chosen = wanted.isEmpty() || wanted.contains(ObjectReads.uid(job));
            if (chosen && ENDS.stream().noneMatch(end -> ObjectReads.holds(job, end))) {
                trials.add(asked.about(kind.get().named(Trees.text(job, "/metadata/name")), job));
            }
        }
        return trials;
    }
}
