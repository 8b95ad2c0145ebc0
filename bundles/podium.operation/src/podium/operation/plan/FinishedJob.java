// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import podium.core.json.Json;

/** Tells of an object whether it is a job that has completed or failed for good: nothing of it runs, and it starts nothing any more. */
public final class FinishedJob {
    /** Of Jobs, JobSets, TrainJobs, the kinds of Kubeflow and the Workloads of Kueue. */
    private static final Set<String> CONDITIONS = Set.of("Complete", "Completed", "Succeeded", "Finished", "Failed");

    /** Of the jobs of Ray and Volcano, and of AppWrappers. */
    private static final Set<String> PHASES =
            Set.of("Complete", "Completed", "Succeeded", "Failed", "ValidationFailed", "Terminated", "Aborted");

    private static final List<String> PHASES_AT = List.of("/jobDeploymentStatus", "/state/phase", "/phase");

    private FinishedJob() {}

    /** Whether it is one. */
    public static boolean is(JsonNode object) {
        JsonNode status = object.path("status");
        for (JsonNode condition : status.path("conditions")) {
            if (CONDITIONS.contains(condition.path("type").asText())
                    && "True".equals(condition.path("status").asText())) {
                return true;
            }
        }
        return PHASES_AT.stream().anyMatch(at -> PHASES.contains(Json.text(status, at)));
    }
}
