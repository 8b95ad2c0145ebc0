// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import podium.core.change.Change.WorkloadSeen;
import podium.core.change.OwnState;
import podium.core.job.DefaultReason;
import podium.core.job.FailingReason;
import podium.core.text.Counted;
import podium.core.texts.Texts;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Condition;
import podium.model.value.Conditions;
import podium.model.value.WorkKind;

/** State of a job and why, from its workload object and its tasks. Pure functions. */
final class JobStates {
    /** A state with the reason in words; empty: nothing to say. */
    record Derived(JobState state, String reason) {}

    private JobStates() {}

    /**
     * @param workload the workload object; empty: a bare pod, or an owner that is not mirrored (yet)
     * @param gang what is told of all of it: why it waits, in the words of who decides, and where else it runs
     * @param podsListed false while the absence of pods means nothing
     */
    static Derived derive(Job job, Optional<WorkloadSeen> workload, GangSummary gang, boolean podsListed) {
        Derived derived = derive(job, workload, podsListed);
        return switch (derived.state()) {
            case SUSPENDED, WAITING ->
                gang.cluster().isEmpty()
                        ? new Derived(derived.state(), with(gang.reason(), derived.reason()))
                        : new Derived(JobState.RUNNING, elsewhere(gang.cluster()));
            case HELD -> new Derived(derived.state(), with(gang.reason(), derived.reason()));
            case STARTING, FAILING, FAILED ->
                workload.isEmpty() ? new Derived(derived.state(), with(gang.reason(), derived.reason())) : derived;
            default -> derived;
        };
    }

    /** Its pods are there, and of a plain Job this cluster hears nothing before its end (kueue KEP-693). */
    private static String elsewhere(String cluster) {
        return Texts.of("JobStates.multikueueInClusterIts", cluster);
    }

    /**
     * Of a workload that tells its state itself.
     *
     * @param endedLast of the jobs that it made and that are still there, the one that ended last; empty: none has
     */
    static Derived own(WorkloadSeen workload, Optional<WorkloadSeen> endedLast) {
        OwnState own = workload.own().orElseThrow();
        String words = endedLast
                .filter(made -> made.conditions().holds("Failed"))
                .map(made -> made.reason().isEmpty()
                        ? Texts.of("JobStates.oneFailedBefore", made.name(), own.words())
                        : Texts.of("JobStates.oneFailedBeforeBecause", made.name(), made.reason(), own.words()))
                .orElse(own.words());
        return new Derived(workload.suspended() ? JobState.SUSPENDED : own.state(), words);
    }

    /** What decides over the whole gang comes first; a reason that only says that it waits is left out beside it. */
    private static String with(String gang, String reason) {
        return gang.isEmpty()
                ? reason
                : DefaultReason.waits(reason) || gang.contains(reason) ? gang : gang + "; " + reason;
    }

    private static Derived derive(Job job, Optional<WorkloadSeen> workload, boolean podsListed) {
        Map<TaskPhase, Integer> count = count(job);
        int living = job.getTasks().size() - at(count, TaskPhase.SUCCEEDED) - at(count, TaskPhase.FAILED);
        if (workload.isPresent()) {
            Optional<Derived> ended = ended(workload.get(), living);
            if (ended.isPresent()) {
                return ended.get();
            }
            if (workload.get().suspended()) {
                return living > 0
                        ? new Derived(JobState.STOPPING, Texts.of("JobStates.suspendedStillStopping", tasks(living)))
                        : new Derived(JobState.SUSPENDED, reasonOr(workload.get(), DefaultReason.SUSPENDED));
            }
        }
        if (living == 0) {
            return withoutTasks(job, workload, count, podsListed);
        }
        return living(job, workload, count, living);
    }

    private static Optional<Derived> ended(WorkloadSeen workload, int living) {
        Conditions conditions = workload.conditions();
        for (String type : new String[] {"Complete", "Completed", "Succeeded", "SuccessCriteriaMet"}) {
            if (conditions.holds(type)) {
                return Optional.of(
                        living == 0
                                ? new Derived(JobState.SUCCEEDED, "")
                                : stopping(Texts.of("JobStates.done"), living));
            }
        }
        for (String type : new String[] {"Failed", "FailureTarget"}) {
            if (conditions.holds(type)) {
                String why = conditions.get(type).map(JobStates::words).orElse(Texts.of("JobStates.failed"));
                return Optional.of(living == 0 ? new Derived(JobState.FAILED, why) : stopping(why, living));
            }
        }
        return Optional.empty();
    }

    private static Derived stopping(String why, int living) {
        return new Derived(JobState.STOPPING, Texts.of("JobStates.stillStopping", why, tasks(living)));
    }

    private static Derived withoutTasks(
            Job job, Optional<WorkloadSeen> workload, Map<TaskPhase, Integer> count, boolean podsListed) {
        if (workload.isEmpty()) {
            int failed = at(count, TaskPhase.FAILED);
            if (job.getTasks().isEmpty()) {
                return new Derived(JobState.UNKNOWN, "");
            }
            return failed > 0
                    ? new Derived(JobState.FAILED, worst(job, TaskPhase.FAILED))
                    : new Derived(JobState.SUCCEEDED, "");
        }
        if (!podsListed) {
            return new Derived(JobState.UNKNOWN, Texts.of("JobStates.podsAreNotListed"));
        }
        WorkloadSeen seen = workload.get();
        boolean counts = seen.template().isPresent() || seen.work().is(WorkKind.Trait.KEEPS_RUNNING);
        if (seen.wanted() == 0 && counts) {
            return new Derived(JobState.SUSPENDED, reasonOr(seen, Texts.of("JobStates.wantsNoPods")));
        }
        int succeeded = at(count, TaskPhase.SUCCEEDED);
        if (seen.work().is(WorkKind.Trait.ENDS) && succeeded > 0 && succeeded >= seen.wanted()) {
            // in a moment its controller says that it is complete, or makes the next pods: until then it does not wait
            return new Derived(JobState.RUNNING, Texts.of("JobStates.itsPodsHaveEnded"));
        }
        String failures = worst(job, TaskPhase.FAILED);
        String waits = seen.conditions()
                .get("ReplicaFailure")
                .filter(one -> one.status().equals("True"))
                .map(one -> Texts.of("JobStates.refused", DefaultReason.REFUSED, words(one)))
                .orElse(reasonOr(seen, DefaultReason.NO_PODS));
        return new Derived(JobState.WAITING, failures.isEmpty() ? waits : failures + "; " + waits);
    }

    private static Derived living(Job job, Optional<WorkloadSeen> workload, Map<TaskPhase, Integer> count, int living) {
        int running = at(count, TaskPhase.RUNNING);
        int pending = at(count, TaskPhase.PENDING);
        int gated = at(count, TaskPhase.GATED);
        int starting = at(count, TaskPhase.STARTING);
        int terminating = at(count, TaskPhase.TERMINATING);
        if (terminating == living) {
            return new Derived(JobState.STOPPING, Texts.of("JobStates.stopping", tasks(terminating)));
        }
        Integer minimum = job.getMinimum();
        int needed = minimum == null ? 1 : Math.max(1, Math.min(minimum, Math.max(1, job.getWantedTasks())));
        int unready = serves(workload) ? unready(job) : 0;
        if (unready > 0 && unready == running) {
            return new Derived(
                    starting(job),
                    Texts.of(
                            "JobStates.noneIsReady",
                            orElse(worst(job, TaskPhase.RUNNING), Texts.of("JobStates.starting"))));
        }
        if (running + at(count, TaskPhase.SUCCEEDED) >= needed && running > 0) {
            int missing = pending + gated + starting;
            if (unready > 0) {
                return new Derived(JobState.RUNNING, notReady(job, running - unready, running + missing));
            }
            String why = missing == 0
                    ? worst(job, TaskPhase.RUNNING)
                    : Texts.of(
                            "JobStates.ofTasksNotRunning",
                            missing,
                            Math.max(job.getWantedTasks(), running + missing),
                            why(job, pending, gated));
            return new Derived(JobState.RUNNING, why);
        }
        if (pending > 0) {
            return new Derived(JobState.WAITING, waiting(job, workload));
        }
        if (gated > 0) {
            return new Derived(JobState.HELD, held(job));
        }
        int lost = nodeless(job);
        String said = worst(job, TaskPhase.STARTING);
        return new Derived(
                starting(job), lost == 0 || !said.isEmpty() ? said : Texts.of("JobStates.boundToANode", tasks(lost)));
    }

    private static JobState starting(Job job) {
        return job.getTasks().stream().anyMatch(FailingReason::of) ? JobState.FAILING : JobState.STARTING;
    }

    /** A pod of a service counts when it is ready, as kubectl counts those of a Deployment; one of a job when it runs. */
    private static boolean serves(Optional<WorkloadSeen> workload) {
        return workload.filter(seen -> seen.work().is(WorkKind.Trait.KEEPS_RUNNING)
                        || seen.work().is(WorkKind.Trait.REPLACES_PODS))
                .isPresent();
    }

    private static int unready(Job job) {
        return (int) job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.RUNNING && !task.isReady())
                .count();
    }

    private static String notReady(Job job, int ready, int there) {
        int all = Math.max(job.getWantedTasks(), there);
        return Texts.of(
                "JobStates.ofTasksNotReady",
                all - ready,
                all,
                orElse(worst(job, TaskPhase.RUNNING), Texts.of("JobStates.starting")));
    }

    private static String orElse(String words, String other) {
        return words.isEmpty() ? other : words;
    }

    /** Tasks that were bound to a node which is not there: nothing will ever start them. */
    private static int nodeless(Job job) {
        return (int) job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.STARTING && task.getNode() == null)
                .count();
    }

    private static String why(Job job, int pending, int gated) {
        return pending > 0
                ? worst(job, TaskPhase.PENDING)
                : gated > 0
                        ? held(job)
                        : worst(job, TaskPhase.STARTING).isEmpty()
                                ? Texts.of("JobStates.starting")
                                : worst(job, TaskPhase.STARTING);
    }

    private static String waiting(Job job, Optional<WorkloadSeen> workload) {
        String said = worst(job, TaskPhase.PENDING);
        return said.isEmpty()
                ? workload.map(WorkloadSeen::reason).filter(r -> !r.isEmpty()).orElse(DefaultReason.NOT_SCHEDULED)
                : said;
    }

    private static String held(Job job) {
        return DefaultReason.heldBy(DefaultReason.gates(job));
    }

    /** What most tasks in this phase say. */
    private static String worst(Job job, TaskPhase phase) {
        Map<String, Integer> said = new HashMap<>();
        for (Task task : job.getTasks()) {
            if (task.getPhase() == phase) {
                said.merge(words(task), 1, Integer::sum);
            }
        }
        said.remove("");
        return said.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String words(Task task) {
        String reason = task.getReason() == null ? "" : task.getReason();
        String message = task.getMessage() == null ? "" : task.getMessage();
        return message.isEmpty()
                ? reason
                : reason.isEmpty() || "Unschedulable".equals(reason) ? message : reason + ": " + message;
    }

    private static String words(Condition condition) {
        return condition.message().isEmpty() ? condition.reason() : condition.message();
    }

    private static String reasonOr(WorkloadSeen workload, String other) {
        return workload.reason().isEmpty() ? other : workload.reason();
    }

    private static String tasks(int count) {
        return Counted.of(count, "task");
    }

    private static Map<TaskPhase, Integer> count(Job job) {
        Map<TaskPhase, Integer> count = new EnumMap<>(TaskPhase.class);
        for (Task task : job.getTasks()) {
            count.merge(task.getPhase(), 1, Integer::sum);
        }
        return count;
    }

    private static int at(Map<TaskPhase, Integer> count, TaskPhase phase) {
        return count.getOrDefault(phase, 0);
    }
}
