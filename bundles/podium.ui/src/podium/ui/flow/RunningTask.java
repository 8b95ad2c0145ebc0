// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import podium.core.change.ClusterId;
import podium.core.job.JobTraits;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.ChoicePrompt.Option;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** Tasks that run, and their cluster: what a shell is opened in, a port is forwarded from, and files are copied with. In the realm. */
final class RunningTask {
    /** Rank 0 first: it is the one that most questions are about. */
    private static final Comparator<Task> BY_RANK = Comparator.comparing(
                    Task::getRank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(FleetLabels::name);

    private RunningTask() {}

    /** The tasks that are selected, or those of the one job that is, as far as they run, by their rank. */
    static List<Task> of(List<EObject> selection) {
        Stream<Task> tasks = selection.size() == 1 && selection.getFirst() instanceof Job job
                ? job.getTasks().stream()
                : selection.stream().allMatch(Task.class::isInstance)
                        ? selection.stream().map(Task.class::cast)
                        : Stream.empty();
        return tasks.filter(task -> task.getPhase() == TaskPhase.RUNNING)
                .sorted(BY_RANK)
                .toList();
    }

    /**
     * Asks which of several tasks is meant; Enter takes the one that was chosen last of its job, else the first. Of one alone nothing is
     * asked.
     */
    static void choose(
            Dialogs dialogs,
            LastAnswers answers,
            String title,
            String confirm,
            List<Task> running,
            Consumer<Task> chosen) {
        if (running.size() == 1) {
            chosen.accept(running.getFirst());
        } else if (!running.isEmpty()) {
            String job = "task of " + running.getFirst().getJob().getUid();
            String last = answers.last(job, "");
            List<Task> tasks = new ArrayList<>(running);
            tasks.sort(Comparator.comparing(task -> !FleetLabels.name(task).equals(last)));
            dialogs.pick(
                    new ChoicePrompt<>(
                                    Texts.of(
                                            "RunningTask.inOneOf",
                                            title,
                                            Formats.counted(tasks.size(), "running task")),
                                    FleetLabels.name(tasks.getFirst()).equals(last)
                                            ? Texts.of("RunningTask.whichAsLastTime", brief(tasks.getFirst()))
                                            : Texts.of("RunningTask.which"),
                                    confirm,
                                    tasks.stream()
                                            .map(task -> new Option<>(
                                                    task, FleetLabels.name(task), where(task), Optional.empty()))
                                            .toList(),
                                    cluster(tasks.getFirst()))
                            .below(Texts.of("RunningTask.task"), Texts.of("RunningTask.where")),
                    task -> {
                        answers.add(job, FleetLabels.name(task));
                        chosen.accept(task);
                    });
        }
    }

    private static String brief(Task task) {
        return task.getRank() == null ? FleetLabels.name(task) : Texts.of("RunningTask.rank", task.getRank());
    }

    private static String where(Task task) {
        return (task.getRank() == null ? "" : brief(task) + ", ")
                + (task.getNode() == null
                        ? Texts.of("RunningTask.onNoNodeYet")
                        : Texts.of("RunningTask.onNode", task.getNode().getName()));
    }

    /** Its cluster; empty: it is gone. */
    static Optional<ClusterId> cluster(Task task) {
        return FleetLabels.cluster(task).map(ClusterId::of);
    }

    /**
     * Why nothing can be done with a selection; empty: it can.
     *
     * @param further what its cluster has against it
     */
    static Optional<String> whyNot(List<EObject> selection, Function<ClusterId, Optional<String>> further) {
        List<Task> tasks = of(selection);
        if (!tasks.isEmpty()) {
            return cluster(tasks.getFirst())
                    .map(further)
                    .orElseGet(() -> Optional.of(Texts.of("RunningTask.itsClusterIsGone")));
        }
        boolean task = !selection.isEmpty() && selection.stream().allMatch(Task.class::isInstance);
        if (selection.size() == 1 && (task || selection.getFirst() instanceof Job job && JobTraits.isPod(job))) {
            return Optional.of(Texts.of("RunningTask.itIsNotRunning"));
        } else if (task) {
            return Optional.of(Texts.of("RunningTask.noneOfThem"));
        }
        boolean job = selection.size() == 1 && selection.getFirst() instanceof Job;
        return Optional.of(job ? Texts.of("RunningTask.noneOfItsPods") : Texts.of("RunningTask.selectARunningJob"));
    }
}
