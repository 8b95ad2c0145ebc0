// SPDX-License-Identifier: Apache-2.0
package podium.ui.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/**
 * Whose logs are shown: those of all tasks of jobs, also of tasks that come later, or of some tasks only. In the realm.
 *
 * @param jobs whose tasks they are
 * @param ranks which of them; empty: all
 * @param ended uids of pods that have ended, where these alone are meant and not those in their place; else empty
 */
public record LogTarget(List<Job> jobs, Set<String> ranks, Set<String> ended) {
    /**
     * A pod whose log is shown, under its number and label.
     *
     * @param restarts of all its containers
     * @param betweenRuns whether a container that crashed waits for its next start
     */
    record Pod(
            int number, String label, String namespace, String name, String uid, int restarts, boolean betweenRuns) {}

    /** What a selection means; empty: it has no logs. */
    public static Optional<LogTarget> of(List<? extends EObject> selection) {
        List<Job> jobs = new ArrayList<>();
        Set<String> ranks = selection.stream()
                .filter(Task.class::isInstance)
                .map(thing -> label((Task) thing))
                .collect(Collectors.toSet());
        for (EObject thing : selection) {
            @Nullable Job job = thing instanceof Job it ? it : thing instanceof Task task ? task.getJob() : null;
            if (job == null || thing instanceof Job && !ranks.isEmpty()) {
                return Optional.empty();
            }
            if (!jobs.contains(job)) {
                jobs.add(job);
            }
        }
        boolean one = jobs.stream().map(Job::getCluster).distinct().count() == 1;
        return one ? Optional.of(new LogTarget(List.copyOf(jobs), ranks, ended(selection))) : Optional.empty();
    }

    /** The uids where all are tasks that have ended: why one failed stands in its own log, above that of its successor. */
    private static Set<String> ended(List<? extends EObject> selection) {
        return selection.stream()
                        .allMatch(
                                thing -> thing instanceof Task task && task.getUid() != null && Holdings.hasEnded(task))
                ? selection.stream().map(thing -> ((Task) thing).getUid()).collect(Collectors.toSet())
                : Set.of();
    }

    /** The same of a cluster that is opened anew: jobs that left with it are those of the same identity among these. */
    LogTarget anew(Set<Job> seen) {
        return new LogTarget(
                jobs.stream()
                        .map(job -> FleetLabels.isThere(job)
                                ? job
                                : seen.stream()
                                        .filter(FleetLabels::isThere)
                                        .filter(other -> FleetLabels.key(other).equals(FleetLabels.key(job)))
                                        .findFirst()
                                        .orElse(job))
                        .toList(),
                ranks,
                ended);
    }

    /** What it is called. */
    String title() {
        String first = FleetLabels.name(jobs.getFirst());
        String name = jobs.size() > 1 ? Texts.of("LogTarget.andMore", first, jobs.size() - 1) : first;
        return ranks.isEmpty()
                ? name
                : name + ": "
                        + ranks.stream().sorted(new NaturalOrder()).limit(4).collect(Collectors.joining(", "))
                        + (ranks.size() > 4 ? ", \u2026" : "");
    }

    /** Why there is no run before the present one; empty: there may be one, or there are no pods. */
    Optional<String> whyNoRunBefore() {
        List<Pod> pods = pods(new HashMap<>());
        if (pods.isEmpty() || pods.stream().anyMatch(pod -> pod.restarts() > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                pods.size() == 1
                        ? Texts.of("LogTarget.noRunBeforeIts")
                        : Texts.of("LogTarget.noRunBefore", Formats.counted(pods.size(), "pod")));
    }

    /** Whether all pods wait between two runs: the kubelet then has one run only, the last, whichever is asked for. */
    boolean isBetweenRuns() {
        List<Pod> pods = pods(new HashMap<>());
        return !pods.isEmpty() && pods.stream().allMatch(Pod::betweenRuns);
    }

    /** The pods there are now; those that replace one another have the same number, which {@code known} keeps. */
    List<Pod> pods(Map<String, Integer> known) {
        Map<String, Task> found = new LinkedHashMap<>();
        Map<String, String> labels = new HashMap<>();
        for (Job job : jobs) {
            job.getTasks().stream()
                    .filter(task -> ranks.isEmpty() || ranks.contains(label(task)))
                    .filter(task -> ended.isEmpty() || ended.contains(task.getUid()))
                    .sorted(Comparator.comparing(LogTarget::label, new NaturalOrder()))
                    .forEach(task -> {
                        found.put(task.getUid(), task);
                        labels.put(task.getUid(), (jobs.size() > 1 ? job.getName() + " " : "") + label(task));
                    });
        }
        List<Pod> pods = new ArrayList<>();
        found.forEach((uid, task) -> {
            String label = String.valueOf(labels.get(uid));
            int number = known.computeIfAbsent(label, _ -> known.size());
            boolean betweenRuns = task.getPhase() == TaskPhase.STARTING && "CrashLoopBackOff".equals(task.getReason());
            pods.add(new Pod(number, label, task.getNamespace(), task.getName(), uid, task.getRestarts(), betweenRuns));
        });
        return pods;
    }

    /** A rank is known by its number, any other task by the end of its name. */
    static String label(Task task) {
        @Nullable Integer rank = task.getRank();
        if (rank != null) {
            return String.valueOf(rank);
        }
        @Nullable Job job = task.getJob();
        String name = task.getName();
        return job != null && name.startsWith(job.getName() + "-")
                ? name.substring(job.getName().length() + 1)
                : name;
    }
}
