// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossOutcome;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Job;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;

/**
 * The jobs that lose work. A gang that loses so many tasks that the rest makes no sense ends or starts again as a whole, and so does a
 * job all of whose pods go, be it one pod with one GPU; of other jobs the pods that go lose what they did. In the realm.
 */
public final class GangLosses {
    private final Set<Job> dying = new LinkedHashSet<>();
    private final Map<Job, List<Task>> partly = new LinkedHashMap<>();
    private final Instant now;

    /** Judges the jobs of pods that are evicted by themselves, as kube-scheduler does to preempt them. */
    public GangLosses(List<Task> victims, Instant now) {
        this(victims, Set.of(), job -> mayEnd(job, victims), now);
    }

    /**
     * Judges the jobs of the victims.
     *
     * @param whole jobs that are stopped as a whole, gang or not
     * @param ending whether a job ends for good by what it loses, or may
     */
    public GangLosses(List<Task> victims, Set<Job> whole, Predicate<Job> ending, Instant now) {
        this.now = now;
        dying.addAll(whole);
        Set<Task> going = new HashSet<>(victims);
        for (Task victim : victims) {
            @Nullable Job job = victim.getJob();
            if (job == null || !isRunning(victim)) {
                continue;
            }
            boolean own = Holdings.held(victim) > 0 && losesItsOwn(job, going);
            if (isTooFew(job, going) || own && ending.test(job)) {
                dying.add(job);
            } else if (own) {
                partly.computeIfAbsent(job, _ -> new ArrayList<>()).add(victim);
            }
        }
        partly.forEach((job, lost) -> {
            if (lost.size()
                    == job.getTasks().stream().filter(GangLosses::isRunning).count()) {
                dying.add(job);
            }
        });
        partly.keySet().removeAll(dying);
    }

    private static boolean mayEnd(Job job, List<Task> victims) {
        Map<String, List<Task>> byController = victims.stream()
                .filter(task -> task.getJob() == job)
                .collect(Collectors.groupingBy(task -> Optional.ofNullable(task.getController())
                        .map(ControllerRef::uid)
                        .orElse("pod/" + task.getUid())));
        return byController.values().stream()
                .map(lost -> LostPods.of(lost.getFirst(), PodLoss.EVICTED, lost.size()))
                .anyMatch(after -> after.outcome().compareTo(PodLossOutcome.MAY_END) >= 0);
    }

    /** Whether what is left of a gang when these go is too little to go on with. */
    public static boolean isTooFew(Job job, Collection<Task> going) {
        return isGang(job) && rest(job, going).size() < job.getMinimum();
    }

    /** Tasks of a job that keep what they have when these go, those that are about to start too. */
    public static List<Task> rest(Job job, Collection<Task> going) {
        return job.getTasks().stream()
                .filter(task -> Holdings.holds(task) && !going.contains(task))
                .toList();
    }

    /**
     * Whether the pods of a job that go have a state to lose: a notebook's is lost without a checkpoint to ask for, and of an elastic
     * gang the rest goes on with their work.
     */
    public static boolean losesItsOwn(Job job, Collection<Task> going) {
        return PurposeRules.hasStateToLose(job)
                && job.getPurpose() != Purpose.NOTEBOOK
                && (job.getMinimum() == null || rest(job, going).isEmpty());
    }

    /** True for a job of which several pods have to run. */
    public static boolean isGang(Job job) {
        @Nullable Integer minimum = job.getMinimum();
        return minimum != null && minimum > 1;
    }

    public boolean dies(Task task) {
        @Nullable Job job = task.getJob();
        return job != null && dying.contains(job);
    }

    /** Whether a job ends or restarts as a whole. */
    public boolean dies(Job job) {
        return dying.contains(job);
    }

    /** Tasks of a job that stop with those of it that go: all that run where it dies. */
    public List<Task> stopped(Job job, List<Task> going) {
        return dying.contains(job)
                ? job.getTasks().stream().filter(GangLosses::isRunning).toList()
                : going;
    }

    /** What a job loses; empty: it has nothing to lose. */
    public Optional<GangLoss> of(Job job) {
        return losses().stream().filter(loss -> loss.job() == job).findFirst();
    }

    /** What each job loses, the dearest first; unknown may be any amount. */
    public List<GangLoss> losses() {
        return Stream.concat(
                        dying.stream().map(job -> loss(job, job.getTasks())),
                        partly.entrySet().stream().map(lost -> loss(lost.getKey(), lost.getValue())))
                .sorted(Comparator.comparingDouble((GangLoss loss) -> LostGpuHours.order(loss.gpuHours()))
                        .reversed()
                        .thenComparing(loss -> loss.job().getName(), new NaturalOrder()))
                .toList();
    }

    private GangLoss loss(Job job, List<Task> lost) {
        Optional<Instant> checkpoint = GangLoss.checkpoint(job, now);
        OptionalDouble hours = LostGpuHours.sum(
                lost.stream().filter(GangLosses::isRunning).map(task -> LostGpuHours.of(task, checkpoint, now)));
        return new GangLoss(job, hours, checkpoint);
    }

    private static boolean isRunning(Task task) {
        return task.getPhase() == TaskPhase.RUNNING;
    }
}
