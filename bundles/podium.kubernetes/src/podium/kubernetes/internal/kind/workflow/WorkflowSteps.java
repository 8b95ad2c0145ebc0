// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.PodPart;

/** The pods of the steps of an Argo Workflow. */
public final class WorkflowSteps {
    /** Begins the role of a part. */
    public static final String STEP = "step ";

    /** What the pods of all steps share unless a step has its own. */
    private static final List<String> SHARED =
            List.of("nodeSelector", "affinity", "tolerations", "schedulerName", "volumes", "priorityClassName");

    private WorkflowSteps() {}

    static List<PodPart> of(JsonNode workflow) {
        List<PodPart> parts = new ArrayList<>();
        JsonNode spec = workflow.path("spec");
        for (JsonNode step : spec.path("templates")) {
            JsonNode container = step.path("container").isObject() ? step.path("container") : step.path("script");
            if (container.isObject()) {
                ObjectNode pod = Trees.object();
                pod.putArray("containers").add(container.deepCopy());
                for (String field : SHARED) {
                    JsonNode own = step.path(field).isMissingNode() ? spec.path(field) : step.path(field);
                    if (!own.isMissingNode()) {
                        pod.set(field, own.deepCopy());
                    }
                }
                ObjectNode template = Trees.object();
                template.set("metadata", step.path("metadata").deepCopy());
                template.set("spec", pod);
                parts.add(new PodPart(STEP + step.path("name").asText(), 1, template));
            }
        }
        return parts;
    }
}
