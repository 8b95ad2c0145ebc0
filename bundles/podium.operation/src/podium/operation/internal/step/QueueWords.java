// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.job.DefaultReason;
import podium.core.json.Json;
import podium.core.text.GoText;
import podium.core.text.ReadableTime;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.texts.Texts;

/**
 * Why a job of which no pod is made waits in its queue, in the words of its Workload (kueue apis/kueue/v1beta1/workload_types.go). What
 * cannot be read at once is not told.
 */
record QueueWords(ClusterCalls calls) {
    /** Newest first. */
    private static final List<String> VERSIONS = List.of("v1beta2", "v1beta1");

    /** Empty: it is in no queue of Kueue, or is admitted. */
    String of(ObjectRef ref, JsonNode owner) {
        if (!owner.path("metadata").path("labels").has(KueueNames.QUEUE)) {
            return "";
        }
        for (String version : VERSIONS) {
            ObjectRef workloads =
                    new ObjectRef(KueueNames.GROUP, version, "workloads", "Workload", ref.namespace(), "");
            Optional<JsonNode> found = calls.glanced(workloads, KueueNames.JOB_UID + "=" + Json.uid(owner)).stream()
                    .filter(one ->
                            condition(one, "Finished").filter(QueueWords::holds).isEmpty())
                    .findFirst();
            if (found.isPresent()) {
                String why = of(found.get());
                return why.isEmpty() ? "" : "Kueue: " + GoText.plain(why);
            }
        }
        return "";
    }

    static String of(JsonNode workload) {
        if (!workload.path("spec").path("active").asBoolean(true)) {
            return Texts.of("QueueWords.itsWorkloadIsNot");
        }
        Optional<JsonNode> quota = condition(workload, "QuotaReserved");
        String held = condition(workload, "Requeued")
                .filter(it -> "False".equals(it.path("status").asText()))
                .map(it -> it.path("reason").asText())
                .orElse("");
        if (held.startsWith("DeactivatedDueTo")) {
            return DefaultReason.GIVEN_UP;
        }
        String again = Json.text(workload, "/status/requeueState/requeueAt");
        if (!held.isEmpty() && !again.isEmpty()) {
            return Texts.of(
                    "QueueWords.consideredAgainAt",
                    held.equals("PodsReadyTimeout")
                            ? DefaultReason.UNREADY
                            : quota.map(its -> its.path("message").asText()).orElse(held),
                    DefaultReason.AGAIN,
                    ReadableTime.of(Instant.parse(again)));
        }
        if (quota.filter(QueueWords::holds).isEmpty()) {
            return quota.map(its -> its.path("message").asText())
                    .filter(words -> !words.isEmpty())
                    .orElse(Texts.of("QueueWords.itWaitsToBe"));
        }
        if (condition(workload, "Admitted").filter(QueueWords::holds).isPresent()) {
            return "";
        }
        for (JsonNode check : workload.path("status").path("admissionChecks")) {
            if (!"Ready".equals(check.path("state").asText())) {
                String message = check.path("message").asText();
                return Texts.of(
                        "QueueWords.admissionCheckIs",
                        check.path("name").asText(),
                        check.path("state").asText(),
                        message.isEmpty() ? "" : ": " + message);
            }
        }
        return Texts.of("QueueWords.quotaIsReservedFor");
    }

    private static Optional<JsonNode> condition(JsonNode workload, String type) {
        for (JsonNode condition : workload.path("status").path("conditions")) {
            if (type.equals(condition.path("type").asText())) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    private static boolean holds(JsonNode condition) {
        return "True".equals(condition.path("status").asText());
    }
}
