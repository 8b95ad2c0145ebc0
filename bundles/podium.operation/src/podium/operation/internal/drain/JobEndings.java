// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.JobTraits;
import podium.core.job.LostPods;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;
import podium.operation.drain.DrainRequest;
import podium.operation.texts.Texts;

/** What becomes of the jobs whose pods a drain takes: those of one controller are lost together, whatever wave they go in. */
final class JobEndings {
    private final Requeues requeues;
    private final SchedulingObjects facts;
    private final Map<String, Integer> lost = new HashMap<>();
    private final Map<Job, PodLossEffect> ending = new LinkedHashMap<>();
    private final Set<Job> suspended = new LinkedHashSet<>();
    private final Map<Job, PodLossOutcome> outcomes = new HashMap<>();

    /** @param victims all pods that are to be evicted */
    JobEndings(DrainRequest request, Requeues requeues, Cluster cluster, List<Task> victims) {
        this.requeues = requeues;
        this.facts = SchedulingObjects.of(cluster);
        victims.stream()
                .filter(task -> task.getDeletion() == null)
                .forEach(task -> lost.merge(controller(task), 1, Integer::sum));
        for (Task task : victims) {
            @Nullable Job job = task.getJob();
            PodLossEffect after = evicted(task);
            if (job == null || after.survives() || task.getController() == null) {
                continue;
            }
            if (request.suspends() && canSuspend(task, job)) {
                suspended.add(job);
            } else if (!requeues.goes(job)) {
                ending.merge(job, after, (one, other) -> one.outcome().compareTo(other.outcome()) >= 0 ? one : other);
            }
        }
        victims.stream()
                .filter(task -> task.getJob() != null)
                .forEach(task -> outcomes.merge(
                        task.getJob(), of(task).outcome(), (one, other) -> one.compareTo(other) >= 0 ? one : other));
    }

    /** Jobs that are suspended and resumed. */
    Set<Job> suspended() {
        return suspended;
    }

    boolean suspends(Task task) {
        @Nullable Job job = task.getJob();
        return job != null && suspended.contains(job);
    }

    /** What becomes of the job of a pod that goes. */
    PodLossEffect of(Task task) {
        boolean whole = suspends(task) || requeues.goes(task.getJob());
        return whole || task.getDeletion() != null ? PodLossEffect.REPLACED : evicted(task);
    }

    /** What its eviction would do, if it were evicted. */
    PodLossEffect evicted(Task task) {
        return LostPods.of(task, PodLoss.EVICTED, lost.getOrDefault(controller(task), 1));
    }

    /** What becomes of a job, by the worst that becomes of one of its pods that go. */
    PodLossOutcome of(Job job) {
        return outcomes.getOrDefault(job, PodLossOutcome.REPLACED);
    }

    /** Whether a job ends for good, or may, and with it its pods that stay. */
    boolean mayEnd(Job job) {
        return of(job).compareTo(PodLossOutcome.MAY_END) >= 0;
    }

    /** Jobs that end for good, a sentence each. */
    List<String> losses() {
        return sentences(PodLossOutcome.ENDS);
    }

    /** Jobs that perhaps do. */
    List<String> perhaps() {
        return sentences(PodLossOutcome.MAY_END);
    }

    private List<String> sentences(PodLossOutcome outcome) {
        List<String> sentences = new ArrayList<>();
        ending.forEach((job, after) -> {
            if (after.outcome() == outcome) {
                String ends = outcome == PodLossOutcome.ENDS
                        ? Texts.of("JobEndings.endsTheJob", name(job), after.why())
                        : Texts.of("JobEndings.mayEndTheJob", name(job), after.why());
                String way = way(job);
                sentences.add(way.isEmpty() ? ends : ends + " " + way);
            }
        });
        return sentences;
    }

    private String way(Job job) {
        if (JobKinds.isSentHere(job)) {
            return Texts.of("JobEndings.multikueueSentItHere");
        }
        if (JobKinds.endsWhenStopped(job)) {
            return Texts.of("JobEndings.waitUntilItHas");
        }
        return JobKinds.isQueued(job) && requeues.refusal(job).isEmpty()
                ? Texts.of("JobEndings.itSurvivesARequeue")
                : JobKinds.ends(job) ? Texts.of("JobEndings.itSurvivesASuspend") : "";
    }

    static String name(Job job) {
        return CleanText.clean(job.getNamespace() + "/" + job.getName());
    }

    /** A Job that controls its pods itself, answers to nobody, and is not in Kueue's hands, who would resume it. */
    private boolean canSuspend(Task task, Job job) {
        @Nullable ControllerRef controller = task.getController();
        return controller != null
                && JobTraits.has(controller, WorkKind.Trait.COUNTS_LOSSES)
                && controller.uid().equals(job.getUid())
                && !JobKinds.isQueued(job)
                && !JobKinds.isSentHere(job)
                && !JobKinds.endsWhenStopped(job)
                && !job.isSuspended()
                && facts.get(
                                SchedulingObject.Retries.class,
                                task.getNamespace() == null ? "" : task.getNamespace(),
                                controller.uid())
                        .map(SchedulingObject.Retries::owner)
                        .filter(String::isEmpty)
                        .isPresent();
    }

    private static String controller(Task task) {
        return Optional.ofNullable(task.getController()).map(ControllerRef::uid).orElse("pod/" + task.getUid());
    }
}
