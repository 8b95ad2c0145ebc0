// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.TaskGroup;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;
import podium.operation.texts.Texts;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Verdict;

/** Whether there is room for the pods that an act makes, by the verdicts that placing goes by, in sentences. In the realm. */
final class RoomNotes {
    /** Of more pods than this one answer differs little from that of fewer. */
    private static final int MOST = 10_000;

    /** Parts of a node that add up to all of it do so to this. */
    private static final double ROUNDING = 1e-6;

    private RoomNotes() {}

    /**
     * Of all pods that jobs get: of several jobs at the same time, and of each alone where that is not for all.
     *
     * @param beside whether they come beside others
     */
    static List<String> of(PlacementService placement, List<Job> all, List<Integer> pods, boolean beside) {
        Map<Job, Integer> added = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (supposed(all.get(i), pods.get(i)).isPresent()) {
                added.put(all.get(i), pods.get(i));
            }
        }
        List<String> notes = new ArrayList<>();
        added.forEach((job, many) -> {
            String words = words(placement, supposed(job, many).orElseThrow(), beside);
            notes.add(
                    all.size() == 1
                            ? words
                            : Texts.of("RoomNotes.takenByItself", CleanText.clean(job.getName()), words));
        });
        if (added.size() < 2) {
            return notes;
        }
        int total = added.values().stream().mapToInt(Integer::intValue).sum();
        String more = beside ? Counted.of(total, "more pod") : Counted.of(total, "pod");
        Optional<String> quota = quota(placement, together(added), more);
        int room = room(placement, added, total);
        if (quota.isPresent()) {
            notes.add(quota.get());
        } else if (room == total) {
            return List.of(Texts.of("RoomNotes.roomForAllOfThem", Counted.all(total, "pod")));
        } else if (room > 0) {
            notes.add(Texts.of("RoomNotes.roomAtTheSameTime", room, more));
        }
        return notes;
    }

    /**
     * For how many there is room one job after the other: what one takes of a node is not there for the next. It is counted as its part of
     * those that the node takes, which is never too little.
     */
    private static int room(PlacementService placement, Map<Job, Integer> added, int total) {
        Map<Node, Double> taken = new HashMap<>();
        int placed = 0;
        for (Map.Entry<Job, Integer> job : added.entrySet()) {
            int left = job.getValue();
            Subject most = supposed(job.getKey(), total).orElseThrow();
            for (Map.Entry<Node, Verdict> node :
                    placement.verdictsWithoutQuotas(most).entrySet()) {
                int takes = node.getValue().fit() == Fit.FITS ? node.getValue().tasksThatFit() : 0;
                int some = (int) Math.min(left, (1 - taken.getOrDefault(node.getKey(), 0.0)) * takes + ROUNDING);
                if (some > 0) {
                    taken.merge(node.getKey(), (double) some / takes, Double::sum);
                    left -= some;
                    placed += some;
                }
            }
        }
        return placed;
    }

    /** The pods of all of them as of one job, where one quota is asked for them; else of the first alone, which is said already. */
    private static Subject together(Map<Job, Integer> added) {
        Iterator<Map.Entry<Job, Integer>> all = added.entrySet().iterator();
        Map.Entry<Job, Integer> first = all.next();
        Subject whole = supposed(first.getKey(), first.getValue()).orElseThrow();
        all.forEachRemaining(next -> {
            if (next.getKey().getNamespace().equals(first.getKey().getNamespace())
                    && Objects.equals(
                            next.getKey().getQueueName(), first.getKey().getQueueName())) {
                Subject more = supposed(next.getKey(), next.getValue()).orElseThrow();
                whole.job().setWantedTasks(whole.job().getWantedTasks() + next.getValue());
                List.copyOf(more.job().getTasks()).forEach(task -> task.setJob(whole.job()));
            }
        });
        return whole;
    }

    private static Optional<String> quota(PlacementService placement, Subject subject, String more) {
        return placement.obstacles(subject).stream()
                .filter(one -> one.by().isQuota())
                .findFirst()
                .map(one -> one.by() == Obstacle.By.QUEUE
                        ? Texts.of("RoomNotes.queueIsShut", more, one.words())
                        : Texts.of("RoomNotes.noQuotaFor", more, one.words()));
    }

    private static String words(PlacementService placement, Subject subject, boolean beside) {
        int pods = subject.job().getTasks().size();
        String more = beside ? Counted.of(pods, "more pod") : Counted.of(pods, "pod");
        Optional<String> quota = quota(placement, subject, more);
        if (quota.isPresent()) {
            return quota.get();
        }
        var verdicts = placement.verdicts(subject).values();
        int room = verdicts.stream()
                .filter(verdict -> verdict.fit() == Fit.FITS)
                .mapToInt(verdict -> Math.min(pods, verdict.tasksThatFit()))
                .sum();
        if (room >= pods) {
            return pods == 1
                    ? Texts.of("RoomNotes.roomForIt", more)
                    : Texts.of("RoomNotes.roomForAll", Counted.all(pods, "pod"));
        } else if (verdicts.stream().anyMatch(verdict -> verdict.fit() == Fit.EVICTS)) {
            return room == 0
                    ? Texts.of("RoomNotes.roomOnlyByEvicting", more)
                    : Texts.of("RoomNotes.roomByEvicting", room, more);
        } else if (room > 0) {
            return Texts.of("RoomNotes.roomForSome", room, more);
        }
        return pods == 1 ? Texts.of("RoomNotes.noRoomForIt", more) : Texts.of("RoomNotes.noRoomForThem", more);
    }

    /** Whom queue and scheduler may stop for pods that jobs get, each job by itself. Of unlike groups all come, or it is not told. */
    static List<String> evicted(PlacementService placement, List<Job> all, List<Integer> pods) {
        Set<String> evicted = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Job job = all.get(i);
            @Nullable TaskGroups groups = job.getGroups();
            Optional<Subject> wanting = groups == null
                    ? supposed(job, pods.get(i))
                    : groups.all().stream().mapToInt(TaskGroup::tasks).sum() == pods.get(i)
                            ? supposed(job, groups.all())
                            : Optional.empty();
            wanting.map(placement::evicted).ifPresent(evicted::addAll);
        }
        return List.copyOf(evicted);
    }

    /** The pods that come, as a job of their own; empty: none comes, or their template is not known. */
    private static Optional<Subject> supposed(Job job, int pods) {
        @Nullable TaskSpec spec = job.getSpec();
        if (pods <= 0 || spec == null || job.getGroups() != null) {
            return Optional.empty();
        }
        return supposed(job, List.of(new TaskGroup("", pods, spec, Labels.none())));
    }

    private static Optional<Subject> supposed(Job job, List<TaskGroup> groups) {
        @Nullable Cluster cluster = job.getCluster();
        if (cluster == null) {
            return Optional.empty();
        }
        Job more = FleetFactory.INSTANCE.createJob();
        more.setName(job.getName());
        more.setNamespace(job.getNamespace());
        more.setKind(job.getKind());
        more.setApiVersion(job.getApiVersion());
        more.setWork(job.getWork());
        more.setState(JobState.WAITING);
        more.setQueueName(job.getQueueName());
        more.setPriority(job.getPriority());
        more.setSpec(groups.getFirst().spec());
        more.setLabels(
                job.getTasks().isEmpty()
                        ? job.getLabels()
                        : job.getTasks().getFirst().getLabels());
        more.setWantedTasks(groups.stream().mapToInt(TaskGroup::tasks).sum());
        for (TaskGroup group : groups) {
            for (int i = 0; i < group.tasks() && more.getTasks().size() < MOST; i++) {
                Task task = FleetFactory.INSTANCE.createTask();
                task.setName(job.getName() + "-" + more.getTasks().size());
                task.setNamespace(job.getNamespace());
                task.setPhase(TaskPhase.PENDING);
                task.setSpec(group.spec());
                task.setLabels(more.getLabels());
                task.setJob(more);
            }
        }
        return Optional.of(new Subject(more, List.of(), Optional.of(cluster)));
    }
}
