// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.fleet.Holdings;
import podium.core.fleet.MissingTasks;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Assignment;
import podium.placement.Subject;

/**
 * One task to place.
 *
 * @param number its number in the subject: its rank where it has one
 * @param task the pod it is now; empty: it does not exist yet
 */
public record GangPiece(int number, Optional<Task> task, TaskSpec spec, Labels labels) {
    private static final int MOST = 100_000;

    /** The pieces of a subject in order of rank: its living tasks and, for a whole job, those it still wants. */
    public static List<GangPiece> of(Subject subject) {
        Job job = subject.job();
        List<Task> tasks = new ArrayList<>(subject.present());
        tasks.removeIf(task -> subject.wholeJob() && Holdings.hasEnded(task));
        tasks.sort(Assignment.ORDER);
        TaskSpec template = job.getSpec() != null ? job.getSpec() : TaskSpec.of(Resources.none());
        Labels labels = tasks.isEmpty() || tasks.getFirst().getLabels() == null
                ? job.getLabels() == null ? Labels.none() : job.getLabels()
                : tasks.getFirst().getLabels();
        boolean ranked = Assignment.isRanked(tasks);
        Set<Integer> taken = new HashSet<>();
        List<GangPiece> pieces = new ArrayList<>();
        for (Task task : tasks) {
            int number = ranked ? task.getRank() : pieces.size();
            taken.add(number);
            pieces.add(new GangPiece(
                    number,
                    Optional.of(task),
                    task.getSpec() != null ? task.getSpec() : template,
                    task.getLabels() != null ? task.getLabels() : labels));
        }
        if (subject.wholeJob()) {
            List<MissingTasks> missing = MissingTasks.beside(job, tasks);
            boolean none = missing.isEmpty() && tasks.isEmpty();
            addMissing(
                    none ? List.of(new MissingTasks(Optional.empty(), 1, template)) : missing, labels, taken, pieces);
        }
        pieces.sort(Comparator.comparingInt(GangPiece::number));
        return pieces;
    }

    private static void addMissing(
            List<MissingTasks> missing, Labels labels, Set<Integer> taken, List<GangPiece> pieces) {
        int number = 0;
        for (MissingTasks lacking : missing) {
            Labels its = lacking.group()
                    .map(group -> group.marks().isEmpty() || labels.containsAll(group.marks()) ? labels : group.marks())
                    .orElse(labels);
            for (int i = 0; i < lacking.tasks() && pieces.size() < MOST; number++) {
                if (!taken.contains(number)) {
                    pieces.add(new GangPiece(number, Optional.empty(), lacking.spec(), its));
                    i++;
                }
            }
        }
    }

    /** The pod that its controller makes in the place of this one. */
    public static GangPiece replacing(Task task) {
        return new GangPiece(
                0,
                Optional.empty(),
                task.getSpec() != null ? task.getSpec() : TaskSpec.of(Resources.none()),
                task.getLabels() != null ? task.getLabels() : Labels.none());
    }
}
