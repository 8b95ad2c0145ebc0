// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.MakingKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.OwnWayKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.place.pin.FinishedCheck;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PinChange;
import podium.kubernetes.internal.place.pin.PinNotes;
import podium.kubernetes.internal.place.pin.PinResolver;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.place.pin.TemplatesPatch;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.model.value.Condition;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Plan;

/**
 * An Argo Workflow, also a run of a Kubeflow pipeline: its pods are made step by step from the spec as it is then, so a pin takes all
 * steps to come. A template's own nodeSelector goes before the workflow's (argo-workflows workflow/controller/workflowpod.go), so
 * those get the pin too. A workflow of a workflowTemplateRef is run from a copy that is taken when it starts
 * (workflow/controller/operator.go, setStoredWfSpec).
 */
public final class WorkflowKind extends NamedKind implements OwnWayKind, TemplatedKind, MakingKind {
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed", "Error");

    public WorkflowKind() {
        super(new KindName("argoproj.io", "v1alpha1", "workflows", "Workflow"), Trait.ENDS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        return WorkflowShapes.of(object);
    }

    /** Its phase is told beside a condition that says of any end that it is complete. */
    @Override
    public List<Condition> ended(JsonTree object) {
        JsonTree status = object.at("status");
        String phase = status.text("phase");
        if (!ENDED.contains(phase)) {
            return List.of();
        }
        String type = "Succeeded".equals(phase) ? "Complete" : "Failed";
        return List.of(new Condition(type, "True", phase, status.text("message"), status.text("finishedAt")));
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        return Optional.of(lost(object.at("spec")));
    }

    /**
     * argo-workflows workflow/controller/operator.go: a deleted pod is an Error of its step, which only retryPolicy OnError or
     * Always tries again (the default is OnFailure).
     */
    private static PodLossRule lost(JsonTree spec) {
        List<JsonTree> strategies =
                new ArrayList<>(List.of(spec.at("retryStrategy"), spec.at("templateDefaults", "retryStrategy")));
        spec.at("templates").elements().forEach(template -> strategies.add(template.at("retryStrategy")));
        boolean some = strategies.stream()
                .map(strategy -> strategy.text("retryPolicy"))
                .anyMatch(policy -> policy.equals("Always") || policy.equals("OnError"));
        return some
                ? new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("WorkflowKind.itsRetrystrategyRetriesALost"))
                : new UncountedLossRule(PodLossOutcome.MAY_END, Texts.of("WorkflowKind.noRetrystrategyRetriesALost"));
    }

    /**
     * Its pods come step by step, so it fits where its largest step does; how many can run at once is said.
     */
    @Override
    public Templates templates(ResolvedRequest asked) {
        return new Steps(Templates.in(asked.ref(), asked.job(), list(asked.job())), asked.job());
    }

    /** What is pinned lies in the workflow and in steps; its pods are those of the steps. */
    private record Steps(Templates in, JsonNode workflow) implements Templates {
        @Override
        public List<JsonNode> podSpecs() {
            return in.podSpecs();
        }

        @Override
        public int pods() {
            return in.pods();
        }

        @Override
        public List<PodPart> parts() {
            return WorkflowSteps.of(workflow);
        }

        @Override
        public PinChange pin(Pin pin) {
            return in.pin(pin);
        }
    }

    @Override
    public boolean together() {
        return false;
    }

    /** Held, it starts no step (argo-workflows pkg/apis/workflow/v1alpha1/workflow_types.go, spec.suspend); its steps take no gate. */
    @Override
    public List<String> holdField() {
        return Suspension.SPEC;
    }

    @Override
    public String pinnedTo(String place) {
        return Texts.of("WorkflowKind.itsStepsPinnedTo", place);
    }

    @Override
    public List<String> notes(ResolvedRequest asked) throws IOException {
        return new WorkflowWidth(asked.job(), WorkflowSteps.of(asked.job()))
                .words().stream().toList();
    }

    @Override
    public Plan plan(ResolvedRequest asked, Cycling cycling) throws IOException, Refusal {
        JsonNode workflow = asked.job();
        String name = asked.ref().name();
        check(asked);
        List<Template> templates = list(workflow);
        List<JsonNode> specs =
                templates.stream().map(template -> template.spec(workflow)).toList();
        Pin pin = PinResolver.templates(asked.asTemplate(), specs, asked.objects());
        TemplatesPatch change = new TemplatesPatch(asked.ref(), workflow, templates, pin);
        if (change.isThere()) {
            throw new Refusal(
                    Texts.of("WorkflowKind.isPinnedToAlready", name, pin.words()),
                    Texts.of("WorkflowKind.nothingToDo"));
        }
        boolean running = !Trees.text(workflow, "/status/phase").isEmpty();
        List<String> effects = new ArrayList<>();
        effects.add(
                running
                        ? Texts.of("WorkflowKind.stepsYetToStartRunOn", name, pin.words())
                        : Texts.of("WorkflowKind.allStepsRunOn", name, pin.words()));
        if (running) {
            effects.add(Texts.of("WorkflowKind.stepsThatRunStay"));
        }
        effects.addAll(PinNotes.of(workflow, List.of(workflow.path("spec"))));
        return asked.plan(
                Texts.of("WorkflowKind.pinTheStepsOfTo", name, pin.words()),
                List.of(change.write()),
                effects,
                List.of(),
                List.of(change.undo()));
    }

    private static void check(ResolvedRequest asked) throws Refusal {
        JsonNode workflow = asked.job();
        if (ENDED.contains(Trees.text(workflow, "/status/phase"))) {
            throw FinishedCheck.refusal(asked);
        }
        boolean stored =
                workflow.path("status").path("storedWorkflowTemplateSpec").isObject();
        if (stored && workflow.path("spec").path("workflowTemplateRef").isObject()) {
            throw new Refusal(
                    Texts.of("WorkflowKind.runsFromTheCopy", asked.ref().name()),
                    Texts.of("WorkflowKind.submitItAgainWithSpec"));
        }
    }

    private static List<Template> list(JsonNode workflow) {
        List<Template> templates = new ArrayList<>();
        templates.add(Template.at("workflow", "/spec", 0));
        for (WorkflowTemplates.Named named : WorkflowTemplates.of(workflow)) {
            if (!named.template().path("nodeSelector").isEmpty()) {
                templates.add(new Template(named.name(), named.pointer(), 0, named.guard()));
            }
        }
        return templates;
    }
}
