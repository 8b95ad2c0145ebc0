// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import podium.core.fleet.Names;
import podium.core.internal.fleet.GateWords;
import podium.core.placement.Fit;
import podium.core.placement.Verdict;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/** Why a job waits, most telling first. */
final class WaitWords {
    private final Job job;
    private final List<String> words = new ArrayList<>();

    WaitWords(Job job) {
        this.job = job;
    }

    /** True for a job of which something is still to start. */
    static boolean waits(Job job) {
        JobState state = job.getState();
        return state == JobState.SUSPENDED
                || state == JobState.HELD
                || state == JobState.WAITING
                || job.getTasks().stream().anyMatch(WaitWords::waits);
    }

    private static boolean waits(Task task) {
        return task.getPhase() == TaskPhase.PENDING || task.getPhase() == TaskPhase.GATED;
    }

    /** What holds it back before any scheduler looks at it. */
    void beforeScheduling() {
        if (job.isSuspended()) {
            words.add(
                    job.getQueueName() == null
                            ? "suspended: it starts when someone resumes it"
                            : "suspended until queue " + Names.clean(job.getQueueName()) + " admits it");
        }
        Set<String> gates = new TreeSet<>();
        for (Task task : job.getTasks()) {
            if (task.getPhase() == TaskPhase.GATED && task.getSpec() != null) {
                gates.addAll(task.getSpec().gates());
            }
        }
        if (!gates.isEmpty()) {
            words.add(GateWords.of(gates));
        }
        if (job.getQueue() != null) {
            queue(job.getQueue());
        } else if (job.getQueueName() != null
                && job.getCluster() != null
                && !job.getCluster().getQueues().isEmpty()) {
            words.add("queue " + Names.clean(job.getQueueName()) + " does not exist");
        }
    }

    private void queue(Queue queue) {
        String name = "queue " + Names.clean(queue.getName());
        if (!queue.isActive()) {
            words.add(name + " is stopped");
        }
        TaskSpec spec = job.getSpec();
        if (spec == null || queue.getQuota() == null || queue.getUsed() == null) {
            return;
        }
        Resources used = queue.getUsed();
        Resources quota = queue.getQuota();
        spec.requests().forEach((resource, amount) -> {
            long all = amount * Math.max(1, job.getWantedTasks());
            if (amount > 0 && quota.has(resource) && used.get(resource) + all > quota.get(resource)) {
                words.add(name + ": needs " + Amounts.words(resource, all) + ", "
                        + Amounts.number(resource, Math.max(0, quota.get(resource) - used.get(resource)))
                        + " left of its quota of " + Amounts.number(resource, quota.get(resource)));
            }
        });
    }

    /** What the nodes say. {@code room}: how many of the tasks would find a place now. */
    void nodes(Map<Node, Verdict> verdicts, int tasks, int room) {
        long fit = verdicts.values().stream().filter(v -> v.fit() == Fit.FITS).count();
        long ifCordon =
                verdicts.values().stream().filter(v -> v.fit() == Fit.FITS_IF).count();
        if (verdicts.isEmpty()) {
            words.add("the cluster has no nodes");
        } else if (fit == 0) {
            words.add("no node of " + verdicts.size() + " takes it");
            words.addAll(Summary.of(verdicts.values()));
            if (ifCordon > 0) {
                words.add(Summary.nodes((int) ifCordon) + " would take it if uncordoned");
            }
        } else if (room < tasks) {
            words.add("room for " + room + " of its " + tasks + " tasks");
            words.addAll(Summary.of(verdicts.values()));
        } else if (words.isEmpty()) {
            words.add(Summary.nodes((int) fit) + " could take it now; the scheduler has not placed it yet");
        }
    }

    /** What the cluster itself says, last. */
    List<String> done() {
        if (job.getReason() != null && !words.contains(job.getReason())) {
            words.add("the cluster says: " + Names.clean(job.getReason()));
        }
        return List.copyOf(words);
    }
}
