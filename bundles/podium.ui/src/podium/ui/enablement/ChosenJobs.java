// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.core.text.Counted;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.TextShortener;

/**
 * The jobs a selection means. Who picked a task and acts on its whole job is told so, with its size, in the entry and in
 * every title.
 *
 * @param byTask true when a task was picked that is not the whole job by itself
 */
public record ChosenJobs(List<Job> jobs, boolean byTask) {
    private static final int LONGEST = 40;
    private static final String DOTS = "\u2026";

    public ChosenJobs {
        jobs = List.copyOf(jobs);
    }

    /** The jobs of a selection: jobs, and those of tasks. Something else in it: none. */
    public static ChosenJobs of(List<? extends EObject> selection) {
        Set<Job> jobs = new LinkedHashSet<>();
        boolean byTask = false;
        for (EObject thing : selection) {
            switch (thing) {
                case Job job -> jobs.add(job);
                case Task task
                when task.getJob() != null -> {
                    jobs.add(task.getJob());
                    byTask |= !selection.contains(task.getJob())
                            && !"Pod".equals(task.getJob().getKind());
                }
                default -> {
                    return new ChosenJobs(List.of(), false);
                }
            }
        }
        return new ChosenJobs(List.copyOf(jobs), byTask);
    }

    /** Those that are still in the fleet. */
    public ChosenJobs there() {
        return new ChosenJobs(FleetLabels.there(jobs), byTask);
    }

    /** Which of them are not done anything with, because they are gone; empty: all are there. */
    public Optional<String> leftOut() {
        return FleetLabels.leftOut(jobs);
    }

    public Job first() {
        return jobs.getFirst();
    }

    /** What a menu calls the act: with a task picked, that it is for the whole job. */
    public String words(FleetAction action) {
        return byTask && isOfWholeJobs(action)
                ? title(action) + (action.words().endsWith(DOTS) ? DOTS : "")
                : action.words();
    }

    /** What the act with these jobs is called. */
    public String title(FleetAction action) {
        String what = byTask ? whole() : some();
        return switch (action) {
            case FREE -> Texts.of("ChosenJobs.letTheSchedulerDecideFor", what);
            case SUSPEND -> Texts.of("ChosenJobs.suspend", what);
            case RESUME -> Texts.of("ChosenJobs.resume", what);
            case RUN_NOW -> Texts.of("ChosenJobs.runNow", what);
            case SCALE -> Texts.of("ChosenJobs.scale", what);
            case PRIORITY -> byTask ? Texts.of("ChosenJobs.priorityOf", what) : Texts.of("ChosenJobs.priority", what);
            case QUEUE -> byTask ? Texts.of("ChosenJobs.queueOf", what) : Texts.of("ChosenJobs.queue", what);
            case REQUEUE -> Texts.of("ChosenJobs.requeue", what);
            case DELETE -> Texts.of("ChosenJobs.delete", what);
            default -> verb(action) + " " + what;
        };
    }

    private static String verb(FleetAction action) {
        return action.words().replace(DOTS, "");
    }

    private String some() {
        String name = first().getName();
        return switch (jobs.size()) {
            case 1 -> name;
            case 2 -> Texts.of("ChosenJobs.both", name, jobs.getLast().getName());
            default -> Texts.of("ChosenJobs.andMore", name, jobs.size() - 1);
        };
    }

    private String whole() {
        int tasks = jobs.stream()
                .mapToInt(job -> Math.max(job.getWantedTasks(), job.getTasks().size()))
                .sum();
        int gpus = jobs.stream()
                .mapToInt(job -> Math.max(Holdings.wanted(job), Holdings.held(job)))
                .sum();
        String all = tasks == 1 ? Texts.of("ChosenJobs.itsOnlyTask") : Counted.all(tasks, "task");
        String size = gpus == 0 ? all : all + ", " + AcceleratorLabels.amount(gpus, jobs);
        String name = TextShortener.to(LONGEST, FleetLabels.name(first()));
        int more = jobs.size() - 1;
        return more == 0
                ? Texts.of("ChosenJobs.theJob", name, size)
                : Texts.of("ChosenJobs.theJobAndMore", name, Counted.of(more, "more job"), size);
    }

    private static boolean isOfWholeJobs(FleetAction action) {
        return switch (action) {
            case FREE, SUSPEND, RESUME, SCALE, PRIORITY, QUEUE, REQUEUE, DELETE -> true;
            default -> false;
        };
    }
}
