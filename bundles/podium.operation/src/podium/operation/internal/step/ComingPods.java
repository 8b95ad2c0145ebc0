// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.KueueNames;
import podium.core.json.Json;
import podium.operation.plan.Expectation;

/**
 * How many of the new pods that are waited for can come: what has succeeded meanwhile is not made anew, nor is an index that has failed
 * for good (kubernetes pkg/controller/job/job_controller.go, manageJob).
 */
final class ComingPods {
    private ComingPods() {}

    /** @param pods all that the owner has */
    static int of(JsonNode owner, List<JsonNode> pods, Expectation.PodsAnew anew) {
        JsonNode spec = owner.path("spec");
        JsonNode status = owner.path("status");
        int over = status.path("succeeded").asInt()
                + status.at("/uncountedTerminatedPods/succeeded").size();
        if (spec.path("completions").isInt()) {
            int failed = indexes(status.path("failedIndexes").asText());
            return Math.clamp(spec.path("completions").asInt() - over - failed, 0, anew.count());
        } else if (spec.has("parallelism")) {
            // of a work queue the first that succeeds is the last to be made
            return over > 0 ? 0 : anew.count();
        }
        long succeeded = pods.stream()
                .filter(pod -> anew.old().contains(Json.uid(pod)))
                .filter(pod -> Json.text(pod, "/status/phase").equals("Succeeded"))
                .count();
        return (int) Math.max(0, anew.count() - succeeded);
    }

    /**
     * How many have to run where they are placed. Of a Job that Kueue may admit in part these are all that it has admitted, which may be
     * more or fewer than before: it writes that into the Job (kueue pkg/controller/jobs/job/job_controller.go, RunWithPodSetsInfo).
     */
    static int of(JsonNode owner, Expectation.PodsPlaced placed) {
        JsonNode spec = owner.path("spec");
        if (!owner.path("metadata").path("annotations").has(KueueNames.LEAST_PARALLELISM)
                || !spec.path("parallelism").isInt()) {
            return placed.count();
        }
        int parallelism = spec.path("parallelism").asInt();
        int left = spec.path("completions").asInt(parallelism)
                - owner.path("status").path("succeeded").asInt()
                - indexes(owner.path("status").path("failedIndexes").asText());
        return Math.max(1, Math.min(parallelism, left));
    }

    /** Of a text such as "1,3-5". */
    private static int indexes(String text) {
        int count = 0;
        for (String range : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] ends = range.split("-");
            count += Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
        }
        return count;
    }
}
