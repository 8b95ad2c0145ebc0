// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.texts.Texts;

/** The pods of the steps of an Argo Workflow. */
public final class WorkflowSteps {
    /** Begins the role of a part. */
    public static final String STEP = "step ";

    /** What the pods of all steps share unless a step has its own. */
    private static final List<String> SHARED = List.of(
            "nodeSelector",
            "affinity",
            "tolerations",
            "schedulerName",
            "volumes",
            "priorityClassName",
            "resourceClaims");

    /** What of the defaults of all templates decides where pods run. */
    private static final List<String> PLACING =
            List.of("nodeSelector", "affinity", "tolerations", "schedulerName", "container", "script", "podSpecPatch");

    private WorkflowSteps() {}

    static List<PodPart> of(JsonNode workflow) {
        List<PodPart> parts = new ArrayList<>();
        JsonNode spec = workflow.path("spec");
        for (WorkflowTemplates.Named named : WorkflowTemplates.of(workflow)) {
            JsonNode step = named.template();
            List<JsonNode> containers = containers(step);
            if (!containers.isEmpty()) {
                ObjectNode pod = Trees.object();
                ArrayNode all = pod.putArray("containers");
                containers.forEach(container -> all.add(container.deepCopy()));
                if (step.path("initContainers").isArray()) {
                    pod.set("initContainers", step.path("initContainers").deepCopy());
                }
                for (String field : SHARED) {
                    JsonNode own = step.path(field).isMissingNode() ? spec.path(field) : step.path(field);
                    if (!own.isMissingNode()) {
                        pod.set(field, own.deepCopy());
                    }
                }
                ObjectNode template = Trees.object();
                template.set("metadata", step.path("metadata").deepCopy());
                template.set("spec", pod);
                parts.add(new PodPart(STEP + named.name(), 1, template));
            }
        }
        return parts;
    }

    /** Of one pod: its main container, a script, or a set of them, with the sidecars (workflow_types.go, Template). */
    private static List<JsonNode> containers(JsonNode step) {
        List<JsonNode> containers = new ArrayList<>();
        for (String main : List.of("container", "script")) {
            if (step.path(main).isObject()) {
                containers.add(step.path(main));
            }
        }
        step.path("containerSet").path("containers").forEach(containers::add);
        if (!containers.isEmpty()) {
            step.path("sidecars").forEach(containers::add);
        }
        return containers;
    }

    /** What of a workflow decides where its pods run and lies elsewhere or in a text: in words as they stand after "depends on". */
    static List<String> unread(JsonNode workflow) {
        Set<String> unread = new LinkedHashSet<>();
        JsonNode spec = workflow.path("spec");
        template(spec.path("workflowTemplateRef"), unread);
        patch(spec, Texts.of("WorkflowSteps.itsSteps"), unread);
        if (PLACING.stream().anyMatch(spec.path("templateDefaults")::has)) {
            unread.add(Texts.of("WorkflowSteps.itsTemplatedefaults"));
        }
        for (WorkflowTemplates.Named named : WorkflowTemplates.of(workflow)) {
            JsonNode template = named.template();
            patch(template, STEP + named.name(), unread);
            for (JsonNode group : template.path("steps")) {
                group.forEach(step -> template(step.path("templateRef"), unread));
            }
            template.path("dag").path("tasks").forEach(task -> template(task.path("templateRef"), unread));
        }
        return List.copyOf(unread);
    }

    private static void patch(JsonNode of, String what, Set<String> unread) {
        if (!of.path("podSpecPatch").asText().isEmpty()) {
            unread.add(Texts.of("WorkflowSteps.thePodspecpatchOf", what));
        }
    }

    private static void template(JsonNode ref, Set<String> unread) {
        if (ref.isObject()) {
            boolean everywhere = ref.path("clusterScope").asBoolean();
            unread.add((everywhere ? "ClusterWorkflowTemplate " : "WorkflowTemplate ")
                    + ref.path("name").asText());
        }
    }
}
