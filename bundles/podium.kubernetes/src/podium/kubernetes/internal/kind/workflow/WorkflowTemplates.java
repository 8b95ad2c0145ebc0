// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The templates of an Argo Workflow: those that it lists, and those that are written into a step or a task (argo-workflows
 * pkg/apis/workflow/v1alpha1/workflow_types.go, WorkflowStep.Inline and DAGTask.Inline), which have no name of their own.
 */
final class WorkflowTemplates {
    /**
     * A template.
     *
     * @param name its own, or that of the template it lies in, a dot and its step
     * @param pointer JSON pointer to it
     * @param guard JSON pointer to the name by which it is known to be the same later
     */
    record Named(String name, JsonNode template, String pointer, String guard) {}

    private final List<Named> found = new ArrayList<>();

    private WorkflowTemplates() {}

    static List<Named> of(JsonNode workflow) {
        WorkflowTemplates templates = new WorkflowTemplates();
        JsonNode list = workflow.path("spec").path("templates");
        for (int i = 0; i < list.size(); i++) {
            String at = "/spec/templates/" + i;
            templates.add(new Named(list.path(i).path("name").asText(), list.path(i), at, at + "/name"));
        }
        return List.copyOf(templates.found);
    }

    private void add(Named named) {
        found.add(named);
        JsonNode groups = named.template().path("steps");
        for (int i = 0; i < groups.size(); i++) {
            inline(named.name(), groups.path(i), named.pointer() + "/steps/" + i);
        }
        inline(named.name(), named.template().path("dag").path("tasks"), named.pointer() + "/dag/tasks");
    }

    private void inline(String around, JsonNode steps, String at) {
        for (int i = 0; i < steps.size(); i++) {
            JsonNode inline = steps.path(i).path("inline");
            if (inline.isObject()) {
                String step = at + "/" + i;
                String name = around + "." + steps.path(i).path("name").asText();
                add(new Named(name, inline, step + "/inline", step + "/name"));
            }
        }
    }
}
