// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Finished;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.plan.Refusal;

/**
 * A Volcano Job: "job updates may not change fields other than minAvailable, tasks[*].replicas under spec and PriorityClassName"
 * (volcano pkg/webhooks/admission/jobs/validate).
 */
public final class VolcanoJobKind implements RecreateKind {
    /** pkg batch/v1alpha1 JobPhase: it does not come back from these. */
    private static final Set<String> ENDED = Set.of("Completed", "Failed", "Terminated", "Aborted");

    @Override
    public boolean is(Asked asked) {
        return asked.ref().group().equals("batch.volcano.sh")
                && asked.ref().kind().equals("Job");
    }

    @Override
    public List<Template> templates(JsonNode owner) {
        JsonNode tasks = owner.path("spec").path("tasks");
        List<Template> templates = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            String at = "/spec/tasks/" + i;
            templates.add(new Template(
                    tasks.path(i).path("name").asText("task " + i),
                    at + "/template/spec",
                    tasks.path(i).path("replicas").asInt(1),
                    ""));
        }
        return templates;
    }

    /** staging/src/volcano.sh/apis/pkg/apis/batch/v1alpha1/labels.go, JobNameKey. */
    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "volcano.sh/job-name=" + ref.name();
    }

    @Override
    public void check(Asked asked) throws Refusal {
        if (ENDED.contains(Trees.text(asked.job(), "/status/state/phase"))) {
            throw Finished.refusal(asked);
        }
        if (asked.job().path("spec").path("tasks").isEmpty()) {
            throw new Refusal(asked.ref().name() + " has no tasks.", "Look at its YAML: it cannot run as it is.");
        }
    }

    @Override
    public String why() {
        return "Volcano forbids changes of its templates";
    }
}
