// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import podium.operation.plan.Plan;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Finished;
import podium.kubernetes.internal.place.pin.Notes;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Pins;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.TemplatesPatch;
import podium.kubernetes.internal.plan.Refusal;

/**
 * An Argo Workflow, also a run of a Kubeflow pipeline: its pods are made step by step from the spec as it is then, so a pin takes all
 * steps to come. A template's own nodeSelector goes before the workflow's (argo-workflows workflow/controller/workflowpod.go), so
 * those get the pin too. A workflow of a workflowTemplateRef is run from a copy that is taken when it starts
 * (workflow/controller/operator.go, setStoredWfSpec).
 */
public final class WorkflowAdapter implements Adapter {
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed", "Error");

    @Override
    public boolean accepts(Asked asked) {
        return asked.ref().group().equals("argoproj.io") && asked.ref().kind().equals("Workflow");
    }

    @Override
    public Plan plan(Asked asked) throws IOException, Refusal {
        JsonNode workflow = asked.job();
        String name = asked.ref().name();
        check(asked);
        List<Template> templates = templates(workflow);
        List<JsonNode> specs =
                templates.stream().map(template -> template.spec(workflow)).toList();
        Pin pin = Pins.templates(asked.asTemplate(), specs, asked.objects());
        TemplatesPatch change = new TemplatesPatch(asked.ref(), workflow, templates, pin);
        if (change.isThere()) {
            throw new Refusal(name + " is pinned to " + pin.words() + " already.", "Nothing to do.");
        }
        boolean running = !Trees.text(workflow, "/status/phase").isEmpty();
        List<String> effects = new ArrayList<>();
        effects.add(
                "All steps of " + name + (running ? " that have yet to start" : "") + " run on " + pin.words() + ".");
        if (running) {
            effects.add("Steps that run stay where they are until they end; none is stopped.");
        }
        effects.addAll(Notes.of(workflow, List.of(workflow.path("spec"))));
        return asked.plan(
                "Pin the steps of " + name + " to " + pin.words(),
                List.of(change.write()),
                effects,
                List.of(),
                List.of(change.undo()));
    }

    private static void check(Asked asked) throws Refusal {
        JsonNode workflow = asked.job();
        if (ENDED.contains(Trees.text(workflow, "/status/phase"))) {
            throw Finished.refusal(asked);
        }
        boolean stored =
                workflow.path("status").path("storedWorkflowTemplateSpec").isObject();
        if (stored && workflow.path("spec").path("workflowTemplateRef").isObject()) {
            throw new Refusal(
                    asked.ref().name() + " runs from the copy of its WorkflowTemplate that was taken when it started; a"
                            + " change of it now has no effect.",
                    "Submit it again with spec.nodeSelector set.");
        }
    }

    public static List<Template> templates(JsonNode workflow) {
        List<Template> templates = new ArrayList<>();
        templates.add(Template.at("workflow", "/spec", 0));
        JsonNode list = workflow.path("spec").path("templates");
        for (int i = 0; i < list.size(); i++) {
            if (!list.path(i).path("nodeSelector").isEmpty()) {
                String at = "/spec/templates/" + i;
                templates.add(new Template(list.path(i).path("name").asText(), at, 0, at + "/name"));
            }
        }
        return templates;
    }
}
