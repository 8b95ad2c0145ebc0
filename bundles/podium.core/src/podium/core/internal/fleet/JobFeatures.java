// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.core.change.Change.WorkloadSeen;
import podium.core.file.Workspace;
import podium.core.job.JobTraits;
import podium.core.job.PurposeRules;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.Labels;
import podium.model.value.TaskGroup;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;

/** Fills the features of a job from its workload object and its tasks. */
final class JobFeatures {
    /** Labels that name a queue on a pod or workload: Kueue, KAI, Run:ai, Volcano. */
    private static final List<String> QUEUE_LABELS =
            List.of(KueueNames.QUEUE, "kai.scheduler/queue", "runai/queue", "volcano.sh/queue-name");

    private final WorkloadIndex workloads;
    private final GangIndex gangs;
    private final Queues queues;
    private final CrashLoops loops = new CrashLoops();
    private final PurposeRules purposes = PurposeRules.found(Workspace.folder());

    JobFeatures(WorkloadIndex workloads, GangIndex gangs, Queues queues) {
        this.workloads = workloads;
        this.gangs = gangs;
        this.queues = queues;
    }

    /** True when a feature changed. */
    boolean derive(Job job, boolean podsListed) {
        Optional<WorkloadSeen> workload = workloads.get(job.getUid());
        boolean changed = FeatureSetter.set(job.getSpec(), spec(job), job::setSpec);
        changed |= FeatureSetter.set(job.getGroups(), groups(job), job::setGroups);
        GangSummary gang = gang(job);
        changed |= workload.isPresent() ? copy(workload.get(), gang, job) : fromTasks(job, gang);
        changed |= FeatureSetter.set(job.getPriority(), priority(job, gang), job::setPriority);
        changed |= FeatureSetter.set(job.getPurpose(), purposes.of(job), job::setPurpose);
        queues.link(job);
        JobStates.Derived derived = workload.filter(seen -> seen.own().isPresent())
                .map(seen -> JobStates.own(seen, workloads.endedLast(seen.uid())))
                .orElseGet(() -> loops.of(job, JobStates.derive(job, workload, gang, podsListed)));
        changed |= FeatureSetter.set(job.getState(), derived.state(), job::setState);
        return changed | FeatureSetter.setText(job.getReason(), derived.reason(), job::setReason);
    }

    void runsAgain(Task task, @Nullable Instant since) {
        loops.runsAgain(task, since);
    }

    void dropped(Job job) {
        queues.unlink(job);
        loops.dropped(job);
    }

    /** Jobs of which something is to be derived anew only because time has passed. */
    Set<Job> due(Instant now) {
        return loops.over(now);
    }

    private GangSummary gang(Job job) {
        return GangSummary.of(gangs.of(job, () -> {
            List<String> uids = new ArrayList<>(workloads.below(job.getUid()));
            uids.removeIf(uid -> !workloads.top(uid).equals(job.getUid()));
            uids.add(job.getUid());
            return uids;
        }));
    }

    private static boolean copy(WorkloadSeen seen, GangSummary gang, Job job) {
        Integer minimum =
                seen.minimum().isPresent() ? Integer.valueOf(seen.minimum().getAsInt()) : gang.minimum();
        boolean changed = FeatureSetter.set(job.getLabels(), seen.labels(), job::setLabels);
        changed |= FeatureSetter.set(job.getApiVersion(), seen.apiVersion(), job::setApiVersion);
        changed |= FeatureSetter.set(job.getWork(), seen.work(), job::setWork);
        changed |= FeatureSetter.set(job.isSuspended(), seen.suspended(), job::setSuspended);
        changed |= FeatureSetter.set(job.getWantedTasks(), seen.wanted(), job::setWantedTasks);
        changed |= FeatureSetter.set(job.getMinimum(), minimum, job::setMinimum);
        String priority = seen.priorityClass().isEmpty() ? gang.priorityClass() : seen.priorityClass();
        changed |= FeatureSetter.setText(job.getPriorityClass(), priority, job::setPriorityClass);
        String queue = seen.queueName().isEmpty() ? queueLabel(seen.labels()) : seen.queueName();
        changed |= FeatureSetter.setText(job.getQueueName(), queue.isEmpty() ? gang.queue() : queue, job::setQueueName);
        changed |= FeatureSetter.set(job.getManagers(), seen.managers(), job::setManagers);
        changed |= FeatureSetter.set(job.getCreated(), seen.created(), job::setCreated);
        changed |= FeatureSetter.set(job.getStarted(), seen.started(), job::setStarted);
        changed |= FeatureSetter.set(job.getRestarts(), seen.restarts(), job::setRestarts);
        return changed | FeatureSetter.set(job.getFinished(), seen.finished(), job::setFinished);
    }

    /** For a job whose workload object is not known: what its tasks tell, and nothing that only the object could. */
    private static boolean fromTasks(Job job, GangSummary gang) {
        Optional<Task> first = representative(job);
        if (first.isEmpty()) {
            return false;
        }
        Task task = first.get();
        Labels own = task.getLabels() == null ? Labels.none() : task.getLabels();
        boolean pod = JobTraits.isPod(job);
        Integer minimum = gang.minimum();
        int wanted = Math.max(job.getTasks().size(), pod || minimum == null ? 0 : minimum);
        boolean changed = FeatureSetter.set(job.getWantedTasks(), wanted, job::setWantedTasks);
        @Nullable ControllerRef controller = task.getController();
        if (controller != null && controller.uid().equals(job.getUid())) {
            changed |= FeatureSetter.set(job.getApiVersion(), controller.apiVersion(), job::setApiVersion);
            changed |= FeatureSetter.set(job.getWork(), controller.work(), job::setWork);
        }
        changed |= FeatureSetter.set(job.getLabels(), pod ? own : Labels.none(), job::setLabels);
        String queue = queueLabel(own).isEmpty() ? gang.queue() : queueLabel(own);
        changed |= FeatureSetter.setText(job.getQueueName(), queue, job::setQueueName);
        changed |= FeatureSetter.set(job.getCreated(), task.getCreated(), job::setCreated);
        changed |= FeatureSetter.set(job.getStarted(), task.getStarted(), job::setStarted);
        changed |= FeatureSetter.set(job.isSuspended(), false, job::setSuspended);
        changed |= FeatureSetter.set(job.getMinimum(), pod ? null : minimum, job::setMinimum);
        changed |= FeatureSetter.set(job.getFinished(), null, job::setFinished);
        changed |= FeatureSetter.set(job.getRestarts(), 0, job::setRestarts);
        changed |= FeatureSetter.setText(job.getPriorityClass(), gang.priorityClass(), job::setPriorityClass);
        return changed | FeatureSetter.set(job.getManagers(), Labels.none(), job::setManagers);
    }

    /** The task that speaks for the others: the first by name, so that the order of arrival does not matter. */
    private static Optional<Task> representative(Job job) {
        Task first = null;
        for (Task task : job.getTasks()) {
            if (first == null || task.getName().compareTo(first.getName()) < 0) {
                first = task;
            }
        }
        return first == null ? Optional.empty() : Optional.of(first);
    }

    private @Nullable TaskSpec spec(Job job) {
        Optional<TaskSpec> template = workloads.template(job.getUid());
        if (template.isPresent()) {
            return template.get();
        }
        Optional<Task> task = representative(job);
        return task.isPresent() ? task.get().getSpec() : null;
    }

    private @Nullable TaskGroups groups(Job job) {
        List<TaskGroup> groups = workloads.groups(job.getUid());
        return groups.size() < 2 ? null : new TaskGroups(groups);
    }

    /**
     * By which its queue orders it, which need not be that of its pods (Kueue's WorkloadPriorityClass); else what admission wrote into the
     * pods, else into the template, else what the named class is worth.
     */
    private int priority(Job job, GangSummary gang) {
        @Nullable Integer queued = gang.priority();
        if (queued != null) {
            return queued;
        }
        Optional<TaskSpec> pod = representative(job).flatMap(task -> Optional.ofNullable(task.getSpec()));
        if (pod.isPresent() && pod.get().priority().isPresent()) {
            return pod.get().priority().getAsInt();
        }
        TaskSpec spec = job.getSpec();
        if (spec != null && spec.priority().isPresent()) {
            return spec.priority().getAsInt();
        }
        return queues.priority(job.getPriorityClass() == null ? "" : job.getPriorityClass());
    }

    private static String queueLabel(Labels labels) {
        for (String key : QUEUE_LABELS) {
            String value = labels.get(key).orElse("");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
