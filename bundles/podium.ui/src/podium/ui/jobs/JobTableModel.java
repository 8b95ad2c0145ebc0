// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.FleetDelta;
import podium.core.job.PastFailures;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.ui.filter.Filter;
import podium.ui.label.FleetLabels;
import podium.ui.label.SameClusters;
import podium.ui.label.Snapshots;
import podium.ui.table.Column;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.table.SortOrder;
import podium.ui.toolkit.SafeText;

/**
 * The Jobs table without widgets: lines kept in step with the fleet, filtered, sorted, grouped, unfolded. A few
 * changes among 150,000 jobs cost little: they are brought to their places in the order of before. In the realm.
 */
public final class JobTableModel {
    private static final Comparator<JobLine> NEWEST_FIRST = (a, b) -> {
        var x = a.created();
        var y = b.created();
        int byAge = x == null || y == null ? (x == y ? 0 : x == null ? 1 : -1) : y.compareTo(x);
        return byAge != 0 ? byAge : a.key().compareTo(b.key());
    };

    private final List<Column<JobLine, ?>> columns;
    private final Function<Job, String> why;
    private final Map<Job, JobLine> lines = new IdentityHashMap<>();
    private final Set<String> unfolded = new HashSet<>();
    private final Set<String> folded = new HashSet<>();
    private final SortedLines sorted = new SortedLines();
    private final Set<Cluster> clusters = new HashSet<>();
    private final SameClusters same;
    /** What passes the filter; null: not worked out yet. */
    private @Nullable List<JobLine> passed;

    /** All jobs in order, each once; null: not worked out yet. */
    private @Nullable List<JobLine> once;

    private @Nullable JobCounts counts;
    private Filter<JobLine> filter = Filter.all();
    private SortOrder sort = new SortOrder("state", false);
    private JobGrouping grouping = JobGrouping.NONE;

    /** A model whose jobs wait for what their cluster says. */
    public JobTableModel(List<Column<JobLine, ?>> columns) {
        this(columns, new SameClusters(_ -> ""));
    }

    JobTableModel(List<Column<JobLine, ?>> columns, SameClusters same) {
        this(columns, job -> SafeText.line(job.getReason()), same);
    }

    /** A model whose jobs wait for what these reasons say. */
    public JobTableModel(List<Column<JobLine, ?>> columns, WaitReasons reasons, SameClusters same) {
        this(columns, reasons::of, same);
    }

    private JobTableModel(List<Column<JobLine, ?>> columns, Function<Job, String> why, SameClusters same) {
        this.columns = columns;
        this.why = why;
        this.same = same;
    }

    /** Takes all jobs of the fleet anew. */
    public void load(Fleet fleet) {
        lines.clear();
        clusters.clear();
        sorted.clear();
        forget();
        fleet.getClusters().forEach(cluster -> cluster.getJobs().forEach(this::update));
    }

    /** Follows a change; true when a line may have changed. */
    public boolean apply(FleetDelta delta) {
        forget();
        if (delta.structure()) {
            sorted.anew();
        }
        delta.jobs().forEach(this::update);
        for (Task task : delta.tasks()) {
            @Nullable Job job = task.getJob();
            if (job != null && !delta.jobs().contains(job)) {
                update(job);
            }
        }
        // a snapshot comes as a whole
        boolean opened = false;
        for (Cluster cluster : delta.clusters()) {
            if (Snapshots.is(cluster)
                    && cluster.getFleet() != null
                    && !cluster.getJobs().isEmpty()) {
                opened |= !lines.containsKey(cluster.getJobs().getFirst());
                cluster.getJobs().forEach(this::update);
            }
        }
        boolean closed = delta.clusters().stream().anyMatch(cluster -> cluster.getFleet() == null) && removeGone();
        return closed || opened || !delta.jobs().isEmpty() || !delta.tasks().isEmpty();
    }

    /** A job goes by itself, or with its cluster. */
    static boolean isThere(Job job) {
        return job.getCluster() != null && job.getCluster().getFleet() != null;
    }

    /** Takes jobs anew of which the reasons are others now; true when there are any. */
    boolean explained(List<Job> jobs) {
        jobs.forEach(this::update);
        return !jobs.isEmpty();
    }

    /** All jobs, in no order. */
    Collection<Job> all() {
        return lines.keySet();
    }

    private boolean removeGone() {
        List<Job> gone = lines.keySet().stream().filter(job -> !isThere(job)).toList();
        gone.forEach(this::update);
        clusters.removeIf(cluster -> cluster.getFleet() == null);
        return !gone.isEmpty();
    }

    private void update(Job job) {
        counts = null;
        once = null;
        @Nullable JobLine line = null;
        if (isThere(job)) {
            line = JobLines.of(job, why.apply(job));
            clusters.add(job.getCluster());
        }
        sorted.replace(line == null ? lines.remove(job) : lines.put(job, line), line);
    }

    public void filter(Filter<JobLine> by) {
        filter = by;
        passed = null;
    }

    public void sort(SortOrder by) {
        sort = by;
        sorted.anew();
    }

    public SortOrder sort() {
        return sort;
    }

    public void group(JobGrouping by) {
        grouping = by;
    }

    public JobGrouping grouping() {
        return grouping;
    }

    /** Unfolds all groups. */
    public void unfold() {
        folded.clear();
    }

    /** Folds or unfolds a group or a job. */
    public void fold(Row<JobLine> row) {
        Set<String> marked = row.item().thing().isEmpty() ? folded : unfolded;
        if (!marked.remove(row.key())) {
            marked.add(row.key());
        }
    }

    /** What a line says now, whether or not it passes the filter; of what is gone, that it is. */
    public JobLine now(JobLine line) {
        return line.thing()
                .map(thing -> {
                    @Nullable JobLine job = lines.get(thing instanceof Task task ? task.getJob() : thing);
                    return job == null
                            ? JobLines.gone(line)
                            : thing instanceof Task task ? JobLines.of(task, job) : job;
                })
                .orElse(line);
    }

    public int size() {
        return lines.size();
    }

    /** All jobs but those of snapshots, each once; where there are only snapshots, all. */
    public long live() {
        return live(once());
    }

    /** {@link #live()} of those that pass the filter. */
    public long livePassed() {
        return live(jobs());
    }

    private long live(Collection<JobLine> some) {
        boolean mixed =
                clusters.stream().anyMatch(Snapshots::is) && !clusters.stream().allMatch(Snapshots::is);
        return mixed
                ? some.stream()
                        .filter(line -> line.thing()
                                .flatMap(FleetLabels::cluster)
                                .filter(Snapshots::is)
                                .isEmpty())
                        .count()
                : some.size();
    }

    /** Jobs in a state now; one of a cluster that is open more than once counts once, one of a snapshot not at all. */
    public long count(JobState state) {
        return counts().of(state);
    }

    /** Jobs in a state now that are so after failures, counted alike. */
    public long withFailures(JobState state) {
        return counts().withFailures(state);
    }

    /** Takes jobs anew whose failures are no news any more, which no change tells; true when there are any. */
    public boolean forgetFailures() {
        List<Job> over = once().stream()
                .filter(JobLine::failures)
                .map(line -> (Job) line.thing().orElseThrow())
                .filter(job -> PastFailures.of(job).isEmpty())
                .toList();
        return explained(over);
    }

    /** Whether any job is in a queue. */
    public boolean queued() {
        return counts().queued();
    }

    private JobCounts counts() {
        JobCounts known = counts;
        if (known == null) {
            known = JobCounts.of(once());
            counts = known;
        }
        return known;
    }

    /** The lines of all jobs that pass the filter, in order. */
    public List<JobLine> jobs() {
        List<JobLine> known = passed;
        if (known == null || sorted.isStale()) {
            known = once().stream().filter(filter.test()).toList();
            passed = known;
        }
        return known;
    }

    /** The lines of all jobs, whatever is filtered. */
    public List<JobLine> unfiltered() {
        return once();
    }

    /** The key of the row that stands for a thing, though it be of another entry of the same cluster. */
    public String key(EObject thing) {
        Map<Cluster, String> shared = thing instanceof Job ? same.among(clusters) : Map.of();
        return JobLines.uid(Optional.of(thing), shared)
                .flatMap(uid -> once().stream()
                        .filter(line -> JobLines.uid(line.thing(), shared).equals(Optional.of(uid)))
                        .findFirst())
                .map(JobLine::key)
                .orElseGet(() -> FleetLabels.key(thing));
    }

    /** All in order; of a job whose cluster is open more than once the line of where it is heard now, or else of the first. */
    private List<JobLine> once() {
        List<JobLine> known = once;
        if (known == null || sorted.isStale()) {
            List<JobLine> all = sorted();
            Map<Cluster, String> shared = same.among(clusters);
            known = shared.isEmpty() ? all : JobLines.once(all, shared);
            once = known;
        }
        return known;
    }

    private List<JobLine> sorted() {
        if (sorted.isStale()) {
            passed = null;
            once = null;
        }
        Optional<Column<JobLine, ?>> by = columns.stream()
                .filter(column -> column.id().equals(sort.column()))
                .findFirst();
        return sorted.all(order(by), all -> sort(by, all));
    }

    private Comparator<JobLine> order(Optional<Column<JobLine, ?>> by) {
        Optional<Comparator<JobLine>> first = by.map(column -> (a, b) -> column.compare(a, b, sort.descending()));
        return first.map(it -> it.thenComparing(NEWEST_FIRST)).orElse(NEWEST_FIRST);
    }

    private List<JobLine> sort(Optional<Column<JobLine, ?>> by, List<JobLine> all) {
        return by.map(column -> column.sorted(all, sort.descending(), NEWEST_FIRST))
                .orElseGet(() -> all.stream().sorted(NEWEST_FIRST).toList());
    }

    /** What follows from the lines, and from how clusters stand, is worked out when it is asked for next. */
    private void forget() {
        passed = null;
        once = null;
        counts = null;
    }

    /** What the table shows now. */
    public Rows<JobLine> rows() {
        List<JobLine> jobs = jobs();
        if (grouping == JobGrouping.NONE && unfolded.isEmpty()) {
            return new Rows<>(new FlatRows(jobs));
        }
        List<Row<JobLine>> rows = new ArrayList<>(jobs.size());
        if (grouping == JobGrouping.NONE) {
            jobs.forEach(job -> add(rows, job, 0));
            return new Rows<>(rows);
        }
        Map<String, List<JobLine>> groups = new TreeMap<>(NaturalOrder.IGNORING_CASE);
        jobs.forEach(job -> groups.computeIfAbsent(grouping.of(job), name -> new ArrayList<>())
                .add(job));
        groups.forEach((name, members) -> {
            JobLine group = JobLines.group(grouping, name, members);
            boolean open = !folded.contains(group.key());
            rows.add(new Row<>(group.key(), group, 0, open ? Fold.OPEN : Fold.CLOSED));
            if (open) {
                members.forEach(job -> add(rows, job, 1));
            }
        });
        return new Rows<>(rows);
    }

    private void add(List<Row<JobLine>> rows, JobLine line, int depth) {
        Job job = (Job) line.thing().orElseThrow();
        if (job.getTasks().isEmpty()) {
            rows.add(new Row<>(line.key(), line, depth, Fold.NONE));
            return;
        }
        boolean open = unfolded.contains(line.key());
        rows.add(new Row<>(line.key(), line, depth, open ? Fold.OPEN : Fold.CLOSED));
        if (open) {
            job.getTasks().stream()
                    .sorted(BY_RANK)
                    .map(task -> JobLines.of(task, line))
                    .forEach(task -> rows.add(new Row<>(task.key(), task, depth + 1, Fold.NONE)));
        }
    }

    private static final Comparator<Task> BY_RANK = Comparator.comparing(
                    (Task task) -> task.getRank() == null ? Integer.MAX_VALUE : task.getRank())
            .thenComparing(Task::getName);
}
