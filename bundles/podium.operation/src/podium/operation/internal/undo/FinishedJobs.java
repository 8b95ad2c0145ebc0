// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.plan.FinishedJob;

/**
 * What an undo leaves as it is since the job that it would stop has finished meanwhile: the job, its Workload and what it owns, each by its
 * path with the job's name. Such a job is never suspended any more, which the undo would wait for.
 */
record FinishedJobs(Map<String, String> byPath) {
    /** @param back what takes the operation back */
    static FinishedJobs of(List<ApiWrite> back, Collection<WrittenObject> found) {
        Map<String, String> finished = new HashMap<>();
        Map<String, String> byPath = new HashMap<>();
        if (back.stream().noneMatch(FinishedJobs::stops)) {
            return new FinishedJobs(byPath);
        }
        found.stream()
                .filter(one -> !one.ref().isPod())
                .forEach(one -> one.now().filter(now -> FinishedJob.is(now)).ifPresent(now -> {
                    boolean workload = one.ref().kind().equals("Workload");
                    JsonNode owner = now.at("/metadata/ownerReferences/0");
                    finished.put(
                            workload ? Json.text(owner, "/uid") : Json.uid(now),
                            workload
                                    ? Json.text(owner, "/kind") + " "
                                            + one.ref().namespace() + "/" + Json.text(owner, "/name")
                                    : one.ref().displayName());
                }));
        found.forEach(one -> one.now().ifPresent(now -> {
            String own = finished.get(Json.uid(now));
            if (own != null) {
                byPath.put(one.ref().path(), own);
            }
            for (JsonNode owner : now.at("/metadata/ownerReferences")) {
                String its = finished.get(Json.text(owner, "/uid"));
                if (its != null) {
                    byPath.put(one.ref().path(), its);
                }
            }
        }));
        return new FinishedJobs(byPath);
    }

    /** Whether it suspends a job, or has Kueue evict it. */
    private static boolean stops(ApiWrite write) {
        if (!write.verb().isPatch()) {
            return false;
        }
        JsonNode body = Json.read(write.body());
        for (JsonNode operation : body.isArray() ? body : Json.object()) {
            String path = Json.text(operation, "/path");
            if (!Json.text(operation, "/op").equals("test")
                    && (path.endsWith("/suspend") && operation.path("value").asBoolean()
                            || path.equals("/spec/active")
                                    && !operation.path("value").asBoolean(true))) {
                return true;
            }
        }
        return body.findValues("suspend").stream().anyMatch(JsonNode::asBoolean);
    }
}
