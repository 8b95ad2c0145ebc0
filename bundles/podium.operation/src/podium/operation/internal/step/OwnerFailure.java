// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.internal.run.StepFailed;
import podium.operation.plan.FinishedJob;
import podium.operation.texts.Texts;

/** Owners that have failed for good: nothing that is waited for of their pods comes any more. */
final class OwnerFailure {
    /** Of Jobs, JobSets, TrainJobs and the kinds of Kubeflow; a Job says FailureTarget first (batch/v1). */
    private static final Set<String> CONDITIONS = Set.of("Failed", "FailureTarget");

    private OwnerFailure() {}

    /**
     * @param written uid of the one that the operation wrote; empty: it wrote none
     * @throws StepFailed when it has failed, or is another one by now
     */
    static void check(ObjectRef ref, JsonNode owner, Optional<String> written) throws StepFailed {
        if (written.filter(uid -> !uid.equals(Json.uid(owner))).isPresent()) {
            throw new StepFailed(Texts.of("OwnerFailure.isAnother", ref.displayName()));
        }
        for (JsonNode condition : owner.path("status").path("conditions")) {
            if (CONDITIONS.contains(condition.path("type").asText())
                    && "True".equals(condition.path("status").asText())) {
                throw new StepFailed(Texts.of(
                        "OwnerFailure.hasFailed",
                        ref.displayName(),
                        condition.path("reason").asText(),
                        condition.path("message").asText()));
            }
        }
    }

    /**
     * The same of one that has ended well, where what is waited for of it is not there.
     *
     * @throws StepFailed when it has finished
     */
    static void checkFinished(ObjectRef ref, JsonNode owner) throws StepFailed {
        if (!ref.isPod() && FinishedJob.is(owner)) {
            throw new StepFailed(Texts.of("OwnerFailure.hasFinished", ref.displayName()));
        }
    }
}
