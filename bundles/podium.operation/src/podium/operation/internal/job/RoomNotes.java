// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskSpec;
import podium.operation.texts.Texts;
import podium.placement.Fit;
import podium.placement.Obstacle;
import podium.placement.PlacementService;
import podium.placement.Subject;

/** Whether there is room for the pods that an act makes, by the verdicts that placing goes by, in sentences. In the realm. */
final class RoomNotes {
    /** Of more pods than this one answer differs little from that of fewer. */
    private static final int MOST = 10_000;

    private RoomNotes() {}

    /**
     * Of each job that gets more pods: of several each by itself.
     *
     * @param beside whether they come beside others
     */
    static List<String> of(PlacementService placement, List<Job> jobs, List<Integer> added, boolean beside) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            supposed(job, added.get(i))
                    .map(subject -> words(placement, subject, beside))
                    .map(words -> jobs.size() == 1
                            ? words
                            : Texts.of("RoomNotes.takenByItself", CleanText.clean(job.getName()), words))
                    .ifPresent(notes::add);
        }
        return notes;
    }

    private static String words(PlacementService placement, Subject subject, boolean beside) {
        int pods = subject.job().getTasks().size();
        String more = beside ? Counted.of(pods, "more pod") : Counted.of(pods, "pod");
        Optional<String> quota = placement.obstacles(subject).stream()
                .filter(one -> one.by().isQuota())
                .map(Obstacle::words)
                .findFirst();
        if (quota.isPresent()) {
            return Texts.of("RoomNotes.noQuotaFor", more, quota.get());
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

    /** The pods that come, as a job of their own; empty: none comes, or their template is not known. */
    private static Optional<Subject> supposed(Job job, int pods) {
        @Nullable TaskSpec spec = job.getSpec();
        @Nullable Cluster cluster = job.getCluster();
        if (pods <= 0 || spec == null || cluster == null || job.getGroups() != null) {
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
        more.setSpec(spec);
        more.setLabels(
                job.getTasks().isEmpty()
                        ? job.getLabels()
                        : job.getTasks().getFirst().getLabels());
        more.setWantedTasks(pods);
        for (int i = 0; i < Math.min(pods, MOST); i++) {
            Task task = FleetFactory.INSTANCE.createTask();
            task.setName(job.getName() + "-" + i);
            task.setNamespace(job.getNamespace());
            task.setPhase(TaskPhase.PENDING);
            task.setSpec(spec);
            task.setLabels(more.getLabels());
            task.setJob(more);
        }
        return Optional.of(new Subject(more, List.of(), Optional.of(cluster)));
    }
}
