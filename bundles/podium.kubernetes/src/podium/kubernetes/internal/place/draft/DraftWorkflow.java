// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.adapter.WorkflowAdapter;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Notes;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.Pins;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.TemplatesPatch;
import podium.kubernetes.internal.plan.Patched;
import podium.kubernetes.internal.plan.Refusal;

/**
 * An Argo Workflow: pods come step by step, so it fits where its largest step does; how many can run at once is said. Held, it starts none (argo-workflows
 * pkg/apis/workflow/v1alpha1/workflow_types.go, spec.suspend); its steps take no gate.
 */
public final class DraftWorkflow implements Draft.Kind {
    /** Begins the role of a part. */
    public static final String STEP = "step ";

    /** What the pods of all steps share unless a step has its own. */
    private static final List<String> SHARED =
            List.of("nodeSelector", "affinity", "tolerations", "schedulerName", "volumes", "priorityClassName");

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("argoproj.io") && ref.kind().equals("Workflow");
    }

    @Override
    public List<PodPart> parts(Asked asked) {
        List<PodPart> parts = new ArrayList<>();
        JsonNode spec = asked.job().path("spec");
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

    @Override
    public boolean together() {
        return false;
    }

    @Override
    public List<String> notes(Asked asked) throws IOException {
        return new WorkflowWidth(asked.job(), parts(asked)).words().stream().toList();
    }

    @Override
    public Draft.Made held(Asked asked) throws IOException {
        return DraftTemplates.suspended(asked, "/spec/suspend");
    }

    @Override
    public Draft.Made pinned(Asked asked) throws IOException, Refusal {
        List<Template> templates = WorkflowAdapter.templates(asked.job());
        List<JsonNode> specs =
                templates.stream().map(template -> template.spec(asked.job())).toList();
        Pin pin = Pins.templates(asked.request(), specs, asked.objects());
        TemplatesPatch change = new TemplatesPatch(asked.ref(), asked.job(), templates, pin);
        return new Draft.Made(
                Patched.of(asked.job(), change.write().write()),
                "its steps pinned to " + pin.words(),
                Notes.of(asked.job(), specs.subList(0, 1)));
    }
}
