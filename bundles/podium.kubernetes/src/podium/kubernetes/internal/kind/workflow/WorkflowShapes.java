// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.place.pin.PodPart;

/**
 * What an Argo Workflow asks for now: before it starts the steps that run beside each other at its widest, then those that its status
 * calls pending or running (argo-workflows pkg/apis/workflow/v1alpha1/workflow_types.go, NodeStatus), at its end none.
 */
final class WorkflowShapes {
    private static final Set<String> NOW = Set.of("Pending", "Running");

    private WorkflowShapes() {}

    static WorkloadShape of(JsonTree object) {
        boolean suspended = object.at("spec").flag("suspend");
        JsonNode workflow = JsonTree.of(Map.of("spec", object.at("spec"))).node();
        List<PodPart> parts = WorkflowSteps.of(workflow);
        Map<String, Long> counts = counts(object, workflow, parts);
        List<Group> groups = new ArrayList<>();
        for (PodPart part : parts) {
            String step = part.role().substring(WorkflowSteps.STEP.length());
            int pods = (int) Math.min(Integer.MAX_VALUE, counts.getOrDefault(step, 0L));
            if (pods > 0) {
                groups.add(new Group(step, pods, JsonTree.of(part.template()), Map.of()));
            }
        }
        return WorkloadShape.of(suspended, groups, OptionalInt.empty(), "").dependingOn(WorkflowSteps.unread(workflow));
    }

    private static Map<String, Long> counts(JsonTree object, JsonNode workflow, List<PodPart> parts) {
        String phase = object.at("status").text("phase");
        Map<String, Long> counts = new HashMap<>();
        if (!phase.isEmpty() && !"Pending".equals(phase)) {
            object.at("status", "nodes").fields((_, node) -> {
                if ("Pod".equals(node.text("type")) && NOW.contains(node.text("phase"))) {
                    counts.merge(node.text("templateName"), 1L, Long::sum);
                }
            });
            return counts;
        }
        try {
            return new WorkflowWidth(workflow, parts).widest().steps();
        } catch (IOException e) {
            return counts; // a template that is no pod asks for nothing that is known
        }
    }
}
