// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;

/** The status of one Job, in the shapes and words of the real controller. */
final class JobStatus {

    /** Why a Job failed. */
    record Failure(String reason, String message) {}

    private final EngineContext cluster;
    private final ObjectNode job;
    private final JobSpec spec;
    private final JobTally tally;
    private final List<ObjectNode> pods;

    JobStatus(EngineContext cluster, ObjectNode job, JobSpec spec, JobTally tally, List<ObjectNode> pods) {
        this.cluster = cluster;
        this.job = job;
        this.spec = spec;
        this.tally = tally;
        this.pods = pods;
    }

    static boolean finished(JsonNode job) {
        return Conditions.isTrue(job, "Complete") || Conditions.isTrue(job, "Failed");
    }

    static Optional<Instant> finishedAt(JsonNode job) {
        String type = Conditions.isTrue(job, "Complete") ? "Complete" : "Failed";
        return Conditions.find(job, type).flatMap(condition -> Json.instant(condition, "lastTransitionTime"));
    }

    void running() {
        boolean resumed = Conditions.isTrue(job, "Suspended");
        write(object -> {
            if (resumed) {
                condition(object, "Suspended", "False", "JobResumed", "Job resumed");
            }
            ObjectNode status = Json.with(object, "status");
            if (resumed || !status.has("startTime")) {
                status.put("startTime", cluster.timestamp());
            }
            counts(object);
        });
        if (resumed) {
            cluster.events().normal(job, JobController.COMPONENT, "Resumed", "Job resumed");
        }
    }

    /** No pod may run: the start time is taken back, so that a deadline counts from the resumption. */
    void suspended() {
        boolean news = !Conditions.isTrue(job, "Suspended");
        write(object -> {
            condition(object, "Suspended", "True", "JobSuspended", "Job suspended");
            Json.with(object, "status").remove("startTime");
            counts(object);
            Json.with(object, "status").remove(List.of("active", "ready"));
        });
        if (news) {
            cluster.events().normal(job, JobController.COMPONENT, "Suspended", "Job suspended");
        }
    }

    void failed(Failure failure, boolean over) {
        write(object -> {
            condition(object, "FailureTarget", "True", failure.reason(), failure.message());
            counts(object);
            if (over) {
                condition(object, "Failed", "True", failure.reason(), failure.message());
            }
        });
        if (over) {
            cluster.events().warning(job, JobController.COMPONENT, failure.reason(), failure.message());
        }
    }

    void succeeded(boolean over) {
        String message = "Reached expected number of succeeded pods";
        write(object -> {
            condition(object, "SuccessCriteriaMet", "True", "CompletionsReached", message);
            counts(object);
            if (over) {
                condition(object, "Complete", "True", "CompletionsReached", message);
                Json.with(object, "status").put("completionTime", cluster.timestamp());
            }
        });
        if (over) {
            cluster.events().normal(job, JobController.COMPONENT, "Completed", "Job completed");
        }
    }

    private void condition(ObjectNode object, String type, String value, String reason, String message) {
        Conditions.set(object, type, value, reason, message, cluster.timestamp())
                .put("lastProbeTime", cluster.timestamp());
    }

    private void counts(ObjectNode object) {
        ObjectNode status = Json.with(object, "status");
        long active = pods.stream().filter(Pods::active).count();
        boolean ending = finishedOrEnding(object);
        count(status, "active", ending ? 0 : active);
        status.put(
                "ready",
                ending
                        ? 0
                        : pods.stream().filter(Pods::active).filter(Pods::ready).count());
        long leaving = pods.stream()
                .filter(pod -> !Pods.finished(pod) && (ending || Json.terminating(pod)))
                .count();
        status.put("terminating", leaving);
        count(status, "succeeded", tally.succeeded());
        count(status, "failed", tally.failed());
        if (spec.indexed()) {
            String indexes = tally.completedIndexes();
            if (!indexes.isEmpty()) {
                status.put("completedIndexes", indexes);
            }
        }
        Json.with(object, "status", "uncountedTerminatedPods");
    }

    private static boolean finishedOrEnding(ObjectNode object) {
        return Conditions.isTrue(object, "FailureTarget") || Conditions.isTrue(object, "SuccessCriteriaMet");
    }

    private static void count(ObjectNode status, String field, long value) {
        if (value == 0) {
            status.remove(field);
        } else {
            status.put(field, value);
        }
    }

    private void write(Consumer<ObjectNode> change) {
        cluster.modify(ResourceTypes.JOB, ObjectKey.of(job), change);
    }
}
