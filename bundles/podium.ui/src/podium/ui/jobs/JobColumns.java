// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.job.PurposeRules;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.ui.filter.FilterFields;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.JobOwners;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.label.StateLabels.Shown;
import podium.ui.label.WaitingJobs;
import podium.ui.table.Brief;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** The columns of the Jobs table and the fields its filter knows. */
public final class JobColumns {
    /** The column that says which cluster a job is of; with one cluster open there is no need to. */
    public static final String CLUSTER = "cluster";

    /** The column of queues; where no job is in one it would be empty. */
    public static final String QUEUE = "queue";

    private JobColumns() {}

    /** The columns, left to right. */
    public static List<Column<JobLine, ?>> all(InstantSource clock) {
        return List.of(
                new Column<JobLine, JobLine>(
                                "state",
                                Texts.of("JobColumns.state"),
                                124,
                                Form.SENTENCE,
                                line -> line,
                                line -> shown(line).map(Shown::word).orElse(line.kind()),
                                Comparator.comparingInt(JobLine::stateRank),
                                line -> shown(line).map(Shown::mark))
                        .cutTo(JobColumns::stateInBrief),
                Column.text("job", Texts.of("JobColumns.job"), 200, Form.NAME, JobLine::name),
                Column.text(CLUSTER, Texts.of("JobColumns.cluster"), 124, Form.NAME, JobColumns::cluster)
                        .cutTo(JobColumns::clusterInBrief),
                Column.text(
                        "kind",
                        Texts.of("JobColumns.kind"),
                        92,
                        Form.NAME,
                        line -> line.state().isPresent() ? line.kind() : ""),
                new Column<JobLine, JobLine>(
                        "purpose",
                        Texts.of("JobColumns.purpose"),
                        104,
                        Form.SENTENCE,
                        line -> line.purpose().isEmpty() ? null : line,
                        JobLine::purpose,
                        Comparator.comparing(JobLine::purpose),
                        line -> line.thing()
                                .filter(Job.class::isInstance)
                                .map(Job.class::cast)
                                .flatMap(job -> StateLabels.of(job.getPurpose()))
                                .map(Shown::mark)),
                Column.text(QUEUE, Texts.of("JobColumns.queue"), 80, Form.NAME, JobLine::queue),
                Column.text("namespace", Texts.of("JobColumns.namespace"), 104, Form.NAME, JobLine::namespace),
                Column.count("priority", Texts.of("JobColumns.priority"), 64, JobLine::priority),
                amount("wanted", Texts.of("JobColumns.gpusWanted"), 92, JobLine::wanted),
                amount("held", Texts.of("JobColumns.gpusHeld"), 84, JobLine::held),
                new Column<JobLine, JobLine>(
                        "tasks",
                        Texts.of("JobColumns.tasks"),
                        56,
                        Form.NUMBER,
                        line -> line.tasks() == null ? null : line,
                        JobColumns::tasks,
                        Comparator.comparingInt(JobLine::running),
                        line -> Optional.empty()),
                new Column<JobLine, JobLine>(
                                "age",
                                Texts.of("JobColumns.age"),
                                80,
                                Form.NUMBER,
                                line -> line.created() == null ? null : line,
                                line -> age(line, clock.instant()),
                                Comparator.comparing(JobLine::created, Comparator.nullsLast(Comparator.reverseOrder())),
                                line -> Optional.empty())
                        .telling(line -> line.created() == null ? "" : Formats.time(line.created())),
                Column.text("why", Texts.of("JobColumns.whyItWaits"), 200, Form.SENTENCE, JobLine::why));
    }

    /** These columns for programs to read: numbers without words, each with its unit, and when a job was made, not its age. */
    public static List<Column<JobLine, ?>> exported(List<Column<JobLine, ?>> shown) {
        return shown.stream().flatMap(column -> exported(column).stream()).toList();
    }

    private static List<Column<JobLine, ?>> exported(Column<JobLine, ?> column) {
        return switch (column.id()) {
            case "wanted" -> List.of(Column.count(column.id(), column.label(), 0, JobLine::wanted));
            case "held" ->
                List.of(
                        Column.count(column.id(), column.label(), 0, JobLine::held),
                        Column.text("part", Texts.of("JobColumns.countedIn"), 0, Form.NAME, JobColumns::part));
            case "tasks" ->
                List.of(
                        Column.count("running", Texts.of("JobColumns.tasksRunning"), 0, JobLine::running),
                        Column.count(column.id(), Texts.of("JobColumns.tasksWanted"), 0, JobColumns::wantedTasks),
                        Column.count("restarts", Texts.of("JobColumns.restarts"), 0, JobColumns::restarts));
            case "age" ->
                List.of(Column.text(column.id(), Texts.of("JobColumns.createdUtc"), 0, Form.NAME, JobColumns::created));
            default -> List.of(column);
        };
    }

    private static String part(JobLine line) {
        return line.part().isEmpty() ? "GPU" : line.part();
    }

    /** Of the containers of its tasks, however long ago. */
    private static @Nullable Integer restarts(JobLine line) {
        @Nullable Job job = job(line);
        return job == null
                ? null
                : job.getTasks().stream().mapToInt(Task::getRestarts).sum();
    }

    private static @Nullable Integer wantedTasks(JobLine line) {
        @Nullable Job job = job(line);
        return job == null ? null : job.getWantedTasks();
    }

    private static String created(JobLine line) {
        @Nullable Instant created = line.created();
        return created == null ? "" : created.toString();
    }

    /** The state, and where its cluster is not heard now that it is of before: "running, stale". */
    private static Optional<Shown> shown(JobLine line) {
        return line.state().map(state -> line.thing()
                .map(thing -> StateLabels.dated(state, thing))
                .orElse(state));
    }

    /** What is not said of every job; the icon and the column of the cluster say that it is one of a snapshot. */
    private static Brief stateInBrief(JobLine line) {
        if (line.failures()) {
            return brief(Texts.of("JobColumns.withFailures"));
        }
        return snapshot(line)
                .flatMap(_ -> line.state())
                .map(Shown::word)
                .map(JobColumns::brief)
                .orElse(Brief.NONE);
    }

    private static Brief clusterInBrief(JobLine line) {
        return snapshot(line).map(Snapshots::brief).map(JobColumns::brief).orElse(Brief.NONE);
    }

    private static Brief brief(String words) {
        return new Brief(SafeText.line(words), "", Optional.empty());
    }

    private static Optional<Cluster> snapshot(JobLine line) {
        return line.thing().flatMap(FleetLabels::cluster).filter(Snapshots::is);
    }

    private static String age(JobLine line, Instant now) {
        return Formats.age(
                line.created(),
                line.thing().map(thing -> Snapshots.until(thing, now)).orElse(now));
    }

    /** Name of the cluster a line is of; empty: that of a group. */
    static String cluster(JobLine line) {
        return line.thing()
                .map(JobColumns::clusterOf)
                .filter(name -> !name.isEmpty())
                .orElse(line.cluster());
    }

    /** What the cluster of a thing is called; empty: it is in none. */
    static String clusterOf(EObject thing) {
        return FleetLabels.cluster(thing)
                .map(cluster -> SafeText.line(FleetLabels.name(cluster)))
                .orElse("");
    }

    /** A number of devices, or of parts of devices, which then says so. */
    private static Column<JobLine, JobLine> amount(
            String id, String label, int width, Function<JobLine, @Nullable Integer> value) {
        return new Column<>(
                id,
                label,
                width,
                Form.NUMBER,
                line -> value.apply(line) == null ? null : line,
                line -> words(value.apply(line), line.part()),
                Comparator.comparingInt(line -> Objects.requireNonNullElse(value.apply(line), -1)),
                line -> Optional.empty());
    }

    private static String words(@Nullable Integer amount, String part) {
        return amount == null
                ? ""
                : part.isEmpty()
                        ? Formats.count(amount)
                        : Formats.counted(amount, part.equals(AcceleratorLabels.MIXED) ? "GPU or slice" : part);
    }

    /** What the filter knows by name. */
    public static FilterFields<JobLine> fields() {
        return new FilterFields<>(JobLine::search)
                .text("state", line -> line.state().map(Shown::word).orElse(""))
                .text("job", JobLine::name)
                .text("kind", JobLine::kind)
                .text("purpose", JobLine::purpose)
                .text("queue", JobLine::queue)
                .text("namespace", JobLine::namespace)
                .text("cluster", JobColumns::cluster)
                .text("user", line -> JobOwners.user(job(line)))
                .text("team", line -> JobOwners.team(job(line)))
                .text("why", JobLine::why)
                .text("waiting", line -> waitsForGpus(job(line)) ? "gpus" : "")
                .number("gpus", line -> number(line.wanted()))
                .number("held", line -> number(line.held()))
                .number("priority", line -> number(line.priority()))
                .number("running", line -> OptionalDouble.of(line.running()))
                .number("restarts", line -> number(restarts(line)));
    }

    /** The same names, as far as they can be asked of a job that is in no table; a word is looked for in its name. */
    public static FilterFields<Job> fieldsOfJobs() {
        return new FilterFields<Job>(job -> SafeText.line(job.getName()).toLowerCase(Locale.ROOT))
                .text("state", job -> StateLabels.of(job.getState()).word())
                .text("job", job -> SafeText.line(job.getName()))
                .text("kind", job -> SafeText.line(job.getKind()))
                .text("purpose", job -> PurposeRules.word(job.getPurpose()))
                .text("queue", job -> SafeText.line(job.getQueueName()))
                .text("namespace", job -> SafeText.line(job.getNamespace()))
                .text("user", JobOwners::user)
                .text("team", JobOwners::team)
                .number("priority", job -> OptionalDouble.of(job.getPriority()))
                .number("wanted", job -> OptionalDouble.of(Holdings.wanted(job)));
    }

    private static boolean waitsForGpus(@Nullable Job job) {
        return job != null && WaitingJobs.waits(job);
    }

    private static String tasks(JobLine line) {
        @Nullable String tasks = line.tasks();
        return tasks == null ? "" : tasks;
    }

    private static @Nullable Job job(JobLine line) {
        return line.thing()
                .map(thing -> thing instanceof Task task ? task.getJob() : thing instanceof Job job ? job : null)
                .orElse(null);
    }

    private static OptionalDouble number(@Nullable Integer value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
