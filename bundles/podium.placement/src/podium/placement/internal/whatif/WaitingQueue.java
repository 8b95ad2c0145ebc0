// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import podium.core.fleet.Holdings;
import podium.core.fleet.MissingTasks;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.GangStart;
import podium.core.job.ReplacementGates;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskGroup;
import podium.placement.Subject;
import podium.placement.internal.quota.QuotaLedger;

/**
 * The jobs that wait, in the order in which they would be served: by priority, then by age. A job that starts takes room
 * and quota from those behind it, as it would. Jobs that a person holds back do not stand in it.
 */
final class WaitingQueue {
    /** Beyond, the answer for the last in line would hardly be looked at. */
    private static final int MOST = 500;

    private static final Comparator<Job> ORDER = Comparator.comparingInt((Job job) -> -job.getPriority())
            .thenComparing(Job::getCreated, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Job::getName);

    private final HypotheticalPlacer placer;
    private final List<Job> jobs;
    private final List<Task> bound = new ArrayList<>();
    private final List<Task> made = new ArrayList<>();
    private final Map<Job, String> words = new HashMap<>();
    private final SchedulingObjects facts;
    private final QuotaLedger ledger;

    WaitingQueue(FleetCopy copy, HypotheticalPlacer placer) {
        this.placer = placer;
        this.jobs = copy.cluster.getJobs().stream()
                .filter(WaitingQueue::stands)
                .sorted(ORDER)
                .limit(MOST)
                .toList();
        this.facts = copy.facts();
        this.ledger = new QuotaLedger(facts, copy.cluster);
    }

    private static boolean stands(Job job) {
        return job.getState() == JobState.WAITING
                || (job.getState() == JobState.SUSPENDED && job.getQueueName() != null);
    }

    /** Whether each starts, in order. */
    Map<Job, Boolean> serve() {
        Map<Job, Boolean> starts = new java.util.LinkedHashMap<>();
        jobs.forEach(job -> starts.put(job, serve(job)));
        return starts;
    }

    private boolean serve(Job job) {
        Subject subject = new Subject(job, List.of());
        if (!placer.placement().shortages(subject).isEmpty()) {
            return false;
        }
        Consumer<List<Node>> claim = ledger.claim(subject);
        if (!gates(job).isEmpty()) {
            claim.accept(List.of());
            return false;
        }
        List<Task> tasks = tasks(job);
        HypotheticalPlacer.Put put = placer.put(job, tasks, GangStart.least(job, tasks, facts));
        Set<Task> placed = put.places().keySet();
        bound.addAll(placed);
        boolean starts = placed.size() == tasks.size() && !tasks.isEmpty();
        if (!placed.isEmpty()) {
            words.put(job, put.words());
            claim.accept(placed.stream().map(Task::getNode).toList());
        }
        return starts;
    }

    /** Where tasks of one that was served are; empty: none is anywhere. */
    Optional<String> where(Job job) {
        return Optional.ofNullable(words.get(job));
    }

    /** Where its pods wait that are made once it is admitted; it has its quota meanwhile. */
    static Set<String> gates(Job job) {
        Set<String> gates = new TreeSet<>();
        if (job.getTasks().isEmpty()) {
            MissingTasks.beside(job, List.of()).forEach(missing -> gates.addAll(ReplacementGates.of(missing.spec())));
        }
        return gates;
    }

    /** The tasks that wait, those that do not exist yet made up. */
    private List<Task> tasks(Job job) {
        List<Task> tasks = new ArrayList<>(job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.PENDING && task.getNode() == null)
                .toList());
        if (tasks.isEmpty()) {
            // a supposed job has its places by now, and is not served twice
            List<Task> there = job.getTasks().stream()
                    .filter(task -> !Holdings.hasEnded(task))
                    .toList();
            for (MissingTasks missing : MissingTasks.beside(job, there)) {
                for (int i = 0; i < missing.tasks() && tasks.size() < 10_000; i++) {
                    tasks.add(made(job, tasks.size(), missing));
                }
            }
        }
        return tasks;
    }

    private Task made(Job job, int number, MissingTasks missing) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setName(job.getName() + "-" + number);
        task.setPhase(TaskPhase.PENDING);
        task.setSpec(missing.spec());
        missing.group().map(TaskGroup::marks).ifPresent(task::setLabels);
        task.setJob(job);
        made.add(task);
        return task;
    }

    /** Everything as it was before anyone was served. */
    void undo() {
        bound.forEach(placer::unbind);
        made.forEach(task -> task.setJob(null));
        ledger.undo();
        bound.clear();
        made.clear();
    }
}
