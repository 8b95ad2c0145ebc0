// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ApiWrite;
import podium.core.api.KueueNames;
import podium.core.change.SchedulingObject.LocalQueue;
import podium.core.change.SchedulingObject.Workload;
import podium.core.fleet.SchedulingObjects;
import podium.core.json.Json;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.operation.internal.plan.KueueTurns;
import podium.operation.job.JobAction;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;
import podium.placement.PlacementService;
import podium.placement.Readmission;

/**
 * Jobs that are stopped and have to be admitted anew by a queue of Kueue, each with its queue then: one that is never admitted there would
 * stand still. In the realm.
 *
 * @param waiting those that run nowhere and are only moved to another queue
 */
record Readmissions(PlacementService placement, Map<Job, String> queues, Map<Job, String> waiting)
        implements PlacementOutlook {
    /** Those that an act stops and queues again. */
    static Readmissions of(PlacementService placement, List<Job> jobs, JobAction act) {
        Map<Job, String> queues = new LinkedHashMap<>();
        Map<Job, String> waiting = new LinkedHashMap<>();
        for (Job job : jobs.stream().filter(job -> job.getFinished() == null).toList()) {
            Optional<String> queue = act instanceof JobAction.Queue(String name)
                    ? Optional.of(name)
                    : Optional.ofNullable(job.getQueueName()).filter(_ -> act instanceof JobAction.Requeue);
            boolean runs = !job.isSuspended()
                    && (job.getWantedTasks() > 0 || !job.getTasks().isEmpty());
            queue.ifPresent(name -> (runs ? queues : waiting).put(job, name));
        }
        return new Readmissions(placement, queues, waiting);
    }

    /** Those whose Workload a plan deactivates and activates again, where it holds a quota or goes to another queue. */
    static Readmissions of(PlacementService placement, Cluster cluster, Plan plan) {
        SchedulingObjects facts = SchedulingObjects.of(cluster);
        List<ApiWrite> writes = Step.writes(plan.steps()).toList();
        Map<String, String> labels = new LinkedHashMap<>();
        writes.forEach(write -> label(write)
                .ifPresent(queue -> labels.put(
                        write.target().namespace() + "/" + write.target().name(), queue)));
        Set<String> activated = writes.stream()
                .filter(write -> sets(write, true))
                .map(write -> write.target().path())
                .collect(Collectors.toSet());
        Map<Job, String> queues = new LinkedHashMap<>();
        Map<Job, String> waiting = new LinkedHashMap<>();
        for (ApiWrite write : writes) {
            if (sets(write, false) && activated.contains(write.target().path())) {
                facts.get(
                                Workload.class,
                                write.target().namespace(),
                                write.target().name())
                        .ifPresent(workload -> cluster.getJobs().stream()
                                .filter(job -> workload.owner().equals(job.getUid()))
                                .forEach(job -> goes(workload, job, labels).ifPresent(queue -> {
                                    boolean waits = workload.clusterQueue().isEmpty()
                                            && facts.get(LocalQueue.class, workload.namespace(), queue)
                                                    .isPresent();
                                    (waits ? waiting : queues).put(job, queue);
                                })));
            }
        }
        return new Readmissions(placement, queues, waiting);
    }

    /** The queue of a job whose Workload is deactivated and activated again; empty: it stays where it waits. */
    private static Optional<String> goes(Workload workload, Job job, Map<String, String> labels) {
        return Optional.ofNullable(labels.get(job.getNamespace() + "/" + job.getName()))
                .or(() -> Optional.ofNullable(job.getQueueName())
                        .filter(_ -> !workload.clusterQueue().isEmpty()));
    }

    private static boolean sets(ApiWrite write, boolean active) {
        if (!write.target().kind().equals("Workload") || write.verb() != ApiWrite.Verb.JSON_PATCH) {
            return false;
        }
        for (JsonNode operation : Json.read(write.body())) {
            if (Json.text(operation, "/op").equals("replace")
                    && Json.text(operation, "/path").equals("/spec/active")
                    && operation.path("value").asBoolean() == active) {
                return true;
            }
        }
        return false;
    }

    /** The queue that it gives to what it writes. */
    private static Optional<String> label(ApiWrite write) {
        return write.verb() == ApiWrite.Verb.MERGE_PATCH
                ? Optional.of(Json.read(write.body())
                                .path("metadata")
                                .path("labels")
                                .path(KueueNames.QUEUE)
                                .asText(""))
                        .filter(queue -> !queue.isEmpty())
                : Optional.empty();
    }

    /** Why one of them would not start again, and what is to be done first; empty: each would. */
    Optional<Result> refusal() {
        return queues.entrySet().stream()
                .flatMap(entry -> of(entry).barred().stream()
                        .limit(1)
                        .<Result>map(one -> new Result.Refused(
                                words(entry.getKey(), one.words()),
                                one.cure()
                                        .map(cure -> Texts.of("Readmissions.toDoFirst", cure.words()))
                                        .orElse(""))))
                .findFirst();
    }

    /** What they would wait for before they start again, a sentence each. */
    List<String> waits() {
        List<String> waits = new ArrayList<>();
        queues.entrySet().forEach(entry -> of(entry).waits().stream()
                .limit(1)
                .forEach(why -> waits.add(Texts.of(
                        "Readmissions.waitsFirst",
                        CleanText.clean(entry.getKey().getName()),
                        why))));
        waiting.entrySet().forEach(entry -> of(entry).barred().stream()
                .limit(1)
                .forEach(one -> waits.add(Texts.of(
                        "Readmissions.doesNotStartThere",
                        CleanText.clean(entry.getKey().getName()),
                        one.words()))));
        all().forEach(entry -> waits.addAll(
                KueueTurns.checks(of(entry), CleanText.clean(entry.getKey().getName()))));
        return waits;
    }

    /** Whom their queues may stop at once to admit them, one each, with what is lost. */
    List<String> evicted() {
        return all().flatMap(entry -> of(entry).evicts().stream()).distinct().toList();
    }

    private Stream<Map.Entry<Job, String>> all() {
        return Stream.concat(queues.entrySet().stream(), waiting.entrySet().stream());
    }

    @Override
    public Optional<String> lost() {
        return refusal().map(refused -> ((Result.Refused) refused).reason());
    }

    private Readmission of(Map.Entry<Job, String> entry) {
        return placement.readmission(entry.getKey(), entry.getValue());
    }

    private static String words(Job job, String why) {
        return Texts.of("Readmissions.wouldNotStartAgain", CleanText.clean(job.getName()), why);
    }
}
