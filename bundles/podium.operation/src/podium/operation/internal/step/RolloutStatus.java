// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import podium.core.json.Json;
import podium.operation.internal.run.StepFailed;
import podium.operation.texts.Texts;

/**
 * How far the controller of a Deployment, StatefulSet or DaemonSet is with replacing its pods, by the rules of
 * {@code kubectl rollout status} (pkg/polymorphichelpers/rollout_status.go).
 *
 * @param wanted pods that are to be of the new template: a StatefulSet keeps those below its partition as they are
 * @param updated pods that are
 * @param old pods that are not, and are to go
 * @param available pods of those that are wanted that serve
 */
record RolloutStatus(int wanted, int updated, int old, int available) {
    static AwaitProgress of(JsonNode owner, boolean serving) throws StepFailed {
        if (owner.at("/status/observedGeneration").asLong()
                < owner.at("/metadata/generation").asLong()) {
            return AwaitProgress.notYet(Texts.of("RolloutStatus.itsControllerHasNot"));
        }
        for (JsonNode condition : owner.at("/status/conditions")) {
            if (condition.path("reason").asText().equals("ProgressDeadlineExceeded")) {
                throw new StepFailed(Texts.of("RolloutStatus.itsControllerHasGiven", Json.text(condition, "/message")));
            }
        }
        return read(owner).progress(serving);
    }

    private static RolloutStatus read(JsonNode owner) {
        JsonNode status = owner.path("status");
        if (status.has("desiredNumberScheduled")) {
            int wanted = status.path("desiredNumberScheduled").asInt();
            int updated = status.path("updatedNumberScheduled").asInt();
            return new RolloutStatus(
                    wanted,
                    updated,
                    wanted - updated,
                    status.path("numberAvailable").asInt());
        }
        int replicas = owner.at("/spec/replicas").asInt(1);
        int kept = Math.min(
                replicas,
                owner.at("/spec/updateStrategy/rollingUpdate/partition").asInt());
        int updated = status.path("updatedReplicas").asInt();
        int old = status.path("replicas").asInt() - updated - kept;
        return new RolloutStatus(
                replicas - kept, updated, old, status.path("availableReplicas").asInt() - kept);
    }

    private AwaitProgress progress(boolean serving) {
        if (updated >= wanted && old <= 0 && (!serving || available >= wanted)) {
            return AwaitProgress.HOLDS;
        }
        String words = Texts.of("RolloutStatus.ofReplacedOld", updated, wanted, Math.max(0, old));
        return AwaitProgress.notYet(
                serving ? Texts.of("RolloutStatus.available", words, Math.max(0, available)) : words,
                1 + updated + (serving ? Math.max(0, available) : 0));
    }
}
