// SPDX-License-Identifier: Apache-2.0
package podium.core.suspend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.operation.Expectation;
import podium.core.operation.ObjectChange;
import podium.core.operation.Plan;
import podium.core.operation.Step;
import podium.core.port.ApiWrite;
import podium.core.port.ApiWrite.Verb;
import podium.core.port.ObjectRef;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/**
 * Suspend and resume as plans. Suspending a running job deletes its pods (Job: KEP-2232); resuming makes new ones, so it
 * is a restart and is called that. A job of Kueue is left to Kueue, which owns its suspend field. In the realm.
 */
public final class SuspendPlans {
    /** Label by which Kueue takes a job over. */
    private static final String KUEUE = "kueue.x-k8s.io/queue-name";

    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private SuspendPlans() {}

    /** Why the job cannot be suspended; empty: it can. */
    public static Optional<String> whyNotSuspend(Job job) {
        Optional<String> why = whyNot(job);
        return why.isPresent() || !job.isSuspended() ? why : Optional.of("it is suspended already");
    }

    /** Why the job cannot be resumed; empty: it can. */
    public static Optional<String> whyNotResume(Job job) {
        Optional<String> why = whyNot(job);
        return why.isPresent() || job.isSuspended() ? why : Optional.of("it is not suspended");
    }

    /** The plan to suspend a job for which {@link #whyNotSuspend} is empty. */
    public static Plan suspend(Job job) {
        return plan(job, true);
    }

    /** The plan to resume a job for which {@link #whyNotResume} is empty. */
    public static Plan resume(Job job) {
        return plan(job, false);
    }

    private static Optional<String> whyNot(Job job) {
        if (SuspendKind.of(text(job.getApiVersion()), text(job.getKind())).isEmpty()) {
            return Optional.of("a " + job.getKind() + " cannot be suspended");
        } else if (job.getFinished() != null) {
            return Optional.of("it has finished");
        } else if (job.getLabels() != null && job.getLabels().has(KUEUE)) {
            return Optional.of("Kueue decides when it runs (queue " + job.getQueueName() + ")");
        }
        return Optional.empty();
    }

    private static Plan plan(Job job, boolean suspend) {
        SuspendKind kind =
                SuspendKind.of(text(job.getApiVersion()), text(job.getKind())).orElseThrow();
        String version = ObjectRef.versionOf(job.getApiVersion());
        ObjectRef ref =
                new ObjectRef(kind.group(), version, kind.resource(), kind.kind(), job.getNamespace(), job.getName());
        String name = kind.kind() + " " + job.getNamespace() + "/" + job.getName();
        ApiWrite there = write(ref, kind, job, suspend, (suspend ? "Suspend " : "Resume ") + name);
        ApiWrite back = write(ref, kind, job, !suspend, (suspend ? "Resume " : "Suspend ") + name);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Write(there, Optional.of(back)));
        if (suspend && !kind.condition().isEmpty()) {
            steps.add(new Step.Await(
                    ref,
                    new Expectation.ConditionTrue(kind.condition()),
                    AT_MOST,
                    "Wait until " + name + " says it is suspended"));
        }
        return new Plan(
                ClusterId.of(job.getCluster()),
                suspend ? "suspend" : "resume",
                (suspend ? "Suspend " : "Resume ") + job.getName(),
                steps,
                effects(job, suspend),
                suspend && active(job) > 0
                        ? List.of("What the running pods did since their last checkpoint is lost.")
                        : List.of(),
                List.of(new ObjectChange(name, kind.yaml(!suspend), kind.yaml(suspend))),
                List.of(new Step.Write(back, Optional.of(there))));
    }

    private static List<String> effects(Job job, boolean suspend) {
        long active = active(job);
        if (!suspend) {
            return List.of("Its " + job.getWantedTasks() + " pods are made and wait for a place.");
        }
        return active == 0
                ? List.of("No pod of it runs; none is deleted.")
                : List.of(active + " running pods are deleted. When the job is resumed they start from the beginning"
                        + " or from their last checkpoint.");
    }

    private static long active(Job job) {
        return job.getTasks().stream()
                .map(Task::getPhase)
                .filter(phase -> phase == TaskPhase.RUNNING || phase == TaskPhase.STARTING)
                .count();
    }

    private static ApiWrite write(ObjectRef ref, SuspendKind kind, Job job, boolean suspend, String words) {
        return new ApiWrite(
                Verb.MERGE_PATCH,
                ref,
                "",
                kind.patch(suspend),
                Optional.ofNullable(job.getUid()),
                Optional.empty(),
                words);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
