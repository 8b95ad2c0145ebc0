// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Jobs, indexed or not: completions, parallelism, backoffLimit with its growing delay, activeDeadlineSeconds,
 * podReplacementPolicy, suspend and resume, ttlSecondsAfterFinished. Source: kubernetes, pkg/controller/job; KEP-2232
 * for suspend, KEP-3939 for the replacement policy.
 */
public final class JobController implements Reconciler {

    static final String COMPONENT = "job-controller";

    private static final Duration FIRST_DELAY = Duration.ofSeconds(10);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private final EngineContext cluster;
    private final JobPods jobPods;
    private final Map<String, JobTally> tallies = new HashMap<>();

    public JobController(EngineContext cluster) {
        this.cluster = cluster;
        this.jobPods = new JobPods(cluster);
    }

    public void start() {
        cluster.loop().on(ResourceTypes.JOB, this::job);
        cluster.loop().on(ResourceTypes.POD, this::pod);
    }

    private void job(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            tallies.remove(Json.uid(event.object()));
        } else if (!event.oldObject().map(event.object()::equals).orElse(false)) {
            cluster.loop().enqueue(this, ObjectKey.of(event.object()));
        }
    }

    private void pod(StoreEvent event) {
        OwnerReferences.controller(event.object(), "Job").ifPresent(key -> {
            if (event.type() == StoreEvent.Type.DELETED) {
                String owner = Json.controller(event.object())
                        .map(reference -> Json.text(reference, "uid"))
                        .orElse("");
                JobTally tally = tallies.get(owner);
                if (tally != null) {
                    tally.gone(event.object(), cluster.now());
                }
            }
            cluster.loop().enqueueSoon(this, key);
        });
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> found = cluster.get(ResourceTypes.JOB, key);
        if (found.isEmpty() || Json.terminating(found.get())) {
            return;
        }
        ObjectNode job = found.get();
        String manager = Json.text(job, "spec", "managedBy");
        if (!manager.isEmpty() && !manager.equals("kubernetes.io/job-controller")) {
            return;
        }
        if (JobStatus.finished(job)) {
            expire(job);
            return;
        }
        JobSpec spec = JobSpec.of(job);
        JobTally tally = tallies.computeIfAbsent(Json.uid(job), uid -> JobTally.of(job));
        List<ObjectNode> pods = new ArrayList<>(cluster.index().owned(ResourceTypes.POD, Json.uid(job)));
        pods.forEach(pod -> tally.count(pod, spec, cluster.now()));
        JobStatus status = new JobStatus(cluster, job, spec, tally, pods);
        if (ending(job, spec, tally, pods, status)) {
            return;
        }
        if (spec.suspended()) {
            pods.stream().filter(Pods::active).forEach(pod -> {
                tally.exclude(pod);
                jobPods.delete(job, pod);
            });
            status.suspended();
            return;
        }
        status.running();
        deadline(job, key);
        replace(job, spec, tally, pods);
    }

    /** Decides whether the Job has failed or succeeded; its last pods must have ended before it is called so. */
    private boolean ending(ObjectNode job, JobSpec spec, JobTally tally, List<ObjectNode> pods, JobStatus status) {
        Optional<JobStatus.Failure> failure = failure(job, spec, tally);
        boolean succeeded = failure.isEmpty() && tally.complete(spec, pods);
        if (failure.isEmpty() && !succeeded) {
            return false;
        }
        List<ObjectNode> unfinished =
                pods.stream().filter(pod -> !Pods.finished(pod)).toList();
        unfinished.stream().filter(Pods::active).forEach(pod -> {
            tally.exclude(pod);
            jobPods.delete(job, pod);
        });
        if (failure.isPresent()) {
            status.failed(failure.get(), unfinished.isEmpty());
        } else {
            status.succeeded(unfinished.isEmpty());
        }
        return true;
    }

    private Optional<JobStatus.Failure> failure(ObjectNode job, JobSpec spec, JobTally tally) {
        Optional<JsonNode> decided = Conditions.find(job, "FailureTarget");
        if (decided.isPresent()) {
            return decided.map(condition ->
                    new JobStatus.Failure(Json.text(condition, "reason"), Json.text(condition, "message")));
        }
        if (tally.failed() > spec.backoffLimit()) {
            return Optional.of(
                    new JobStatus.Failure("BackoffLimitExceeded", "Job has reached the specified backoff limit"));
        }
        Optional<Instant> end = end(job);
        return end.isPresent() && !cluster.now().isBefore(end.get())
                ? Optional.of(
                        new JobStatus.Failure("DeadlineExceeded", "Job was active longer than specified deadline"))
                : Optional.empty();
    }

    private static Optional<Instant> end(ObjectNode job) {
        JsonNode seconds = Json.at(job, "spec", "activeDeadlineSeconds");
        return seconds.isNumber() && !Json.flag(job, "spec", "suspend")
                ? Json.instant(job, "status", "startTime").map(start -> start.plusSeconds(seconds.asLong()))
                : Optional.empty();
    }

    private void deadline(ObjectNode job, ObjectKey key) {
        end(job).ifPresent(end -> cluster.loop().at(end, () -> cluster.loop().enqueue(this, key)));
    }

    private void replace(ObjectNode job, JobSpec spec, JobTally tally, List<ObjectNode> pods) {
        List<ObjectNode> active = pods.stream().filter(Pods::active).toList();
        int surplus = active.size() - spec.parallelism();
        if (surplus > 0) {
            active.reversed().stream().limit(surplus).forEach(pod -> {
                tally.exclude(pod);
                jobPods.delete(job, pod);
            });
            return;
        }
        int missing = tally.missing(spec, pods);
        if (missing <= 0) {
            return;
        }
        Duration delay = tally.delay(FIRST_DELAY, LONGEST_DELAY, cluster.now());
        if (!delay.isZero()) {
            cluster.loop().enqueueAfter(delay, this, ObjectKey.of(job));
            return;
        }
        jobPods.create(job, spec, tally, pods, missing);
    }

    private void expire(ObjectNode job) {
        JsonNode ttl = Json.at(job, "spec", "ttlSecondsAfterFinished");
        if (!ttl.isNumber()) {
            return;
        }
        JobStatus.finishedAt(job).ifPresent(finished -> {
            Instant end = finished.plusSeconds(ttl.asLong());
            if (cluster.now().isBefore(end)) {
                cluster.loop().at(end, () -> cluster.loop().enqueue(this, ObjectKey.of(job)));
            } else {
                cluster.delete(ResourceTypes.JOB, ObjectKey.of(job));
            }
        });
    }
}
