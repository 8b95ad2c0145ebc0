// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.core.job.PastFailures;
import podium.core.job.PurposeRules;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.WorkKind;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.PastFailureLabel;
import podium.ui.label.StateLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/** Makes the lines of the Jobs table from the model. In the realm. */
final class JobLines {
    /** The order of states: what needs a look first. */
    static final List<JobState> EYE_FIRST = List.of(
            JobState.FAILED,
            JobState.FAILING,
            JobState.HELD,
            JobState.WAITING,
            JobState.SUSPENDED,
            JobState.STARTING,
            JobState.STOPPING,
            JobState.RUNNING,
            JobState.SCHEDULED,
            JobState.SUCCEEDED,
            JobState.UNKNOWN);

    private static final Comparator<Cluster> FIRST = Comparator.comparing(
                    (Cluster cluster) -> cluster.getConnection() != ConnectionState.LIVE)
            .thenComparing(cluster -> cluster.getFleet().getClusters().indexOf(cluster));

    private static final NaturalOrder NATURAL = new NaturalOrder();

    private JobLines() {}

    /** @param why why it waits, in words; empty: nothing to say */
    static JobLine of(Job job, String why) {
        StateLabels.Shown state = StateLabels.of(job);
        Optional<PastFailures> failures = PastFailures.of(job);
        int running = running(job);
        String name = SafeText.line(job.getName());
        String kind = SafeText.line(job.getKind());
        String purpose = PurposeRules.word(job.getPurpose());
        String queue = SafeText.line(job.getQueueName());
        String namespace = SafeText.line(job.getNamespace());
        String said = failures.map(it -> words(job, it)).orElse("") + joined(why, where(job));
        return new JobLine(
                FleetLabels.key(job),
                Optional.of(job),
                Optional.of(state),
                rank(job.getState(), failures.isPresent()),
                failures.isPresent(),
                job.getState(),
                name,
                kind,
                purpose,
                queue,
                namespace,
                JobColumns.clusterOf(job),
                job.getPriority(),
                Holdings.wanted(job),
                Holdings.held(job),
                AcceleratorLabels.part(job.getTasks(), job.getSpec()),
                Formats.count(Holdings.hasEnded(job) ? succeeded(job) : running) + "/"
                        + Formats.count(job.getWantedTasks()),
                running,
                job.getCreated(),
                said,
                String.join(" ", name, kind, purpose, queue, namespace, state.word(), said)
                        .toLowerCase(Locale.ROOT));
    }

    /** Of a job or task that its cluster has no more, whose row is still at its place: it holds nothing, and does not grow older. */
    static JobLine gone(JobLine line) {
        StateLabels.Shown state = new StateLabels.Shown(Texts.of("JobLines.gone"), Icon.CLOSED, Name.MUTED);
        return new JobLine(
                line.key(),
                line.thing(),
                Optional.of(state),
                line.stateRank(),
                false,
                line.jobState(),
                line.name(),
                line.kind(),
                line.purpose(),
                line.queue(),
                line.namespace(),
                line.cluster(),
                line.priority(),
                null,
                null,
                line.part(),
                null,
                0,
                null,
                "",
                line.search());
    }

    /** What goes on after failures is not down, and comes after what is. */
    private static int rank(JobState state, boolean failures) {
        int rank = EYE_FIRST.indexOf(state);
        return failures
                ? EYE_FIRST.indexOf(JobState.FAILING) + 1
                : rank <= EYE_FIRST.indexOf(JobState.FAILING) ? rank : rank + 1;
    }

    private static String words(Job job, PastFailures failures) {
        String words = PastFailureLabel.words(failures);
        return failures.last()
                .map(last -> Texts.of(
                        "JobLines.failedLast",
                        words,
                        Formats.moment(
                                last,
                                Objects.requireNonNullElse(job.getCluster().getLastContact(), last))))
                .orElseGet(() -> Texts.of("JobLines.failed", words));
    }

    private static String joined(String why, String where) {
        return where.isEmpty() || why.isEmpty() ? why + where : why + ", " + where;
    }

    /** The first node of those that its tasks hold, in natural order, and how many more they are. */
    private static String where(Job job) {
        Set<String> nodes = new HashSet<>();
        job.getTasks().stream()
                .filter(Holdings::holds)
                .map(task -> SafeText.line(task.getNode().getName()))
                .forEach(nodes::add);
        if (nodes.isEmpty()) {
            return "";
        }
        String first = Collections.min(nodes, NATURAL);
        return nodes.size() == 1
                ? Texts.of("JobLines.onNode", first)
                : Texts.of("JobLines.onNodes", first, Formats.counted(nodes.size() - 1, "more node"));
    }

    /**
     * The lines without those of jobs that another entry of the same cluster shows too: the line of where it is heard now stays, or else
     * that of the first.
     *
     * @param same clusters that are open more than once, each with what tells it from all others
     */
    static List<JobLine> once(List<JobLine> lines, Map<Cluster, String> same) {
        Map<String, Cluster> shown = new HashMap<>();
        lines.forEach(line -> uid(line.thing(), same)
                .ifPresent(uid -> shown.merge(uid, cluster(line), (a, b) -> FIRST.compare(a, b) <= 0 ? a : b)));
        return lines.stream()
                .filter(line -> uid(line.thing(), same)
                        .filter(uid -> shown.get(uid) != cluster(line))
                        .isEmpty())
                .toList();
    }

    /** By which a job is known in all entries of its cluster; empty: only one is open, or it is none. */
    static Optional<String> uid(Optional<EObject> thing, Map<Cluster, String> same) {
        return thing.filter(Job.class::isInstance)
                .map(Job.class::cast)
                .filter(job -> JobTableModel.isThere(job)
                        && job.getUid() != null
                        && !job.getUid().isEmpty())
                .flatMap(job -> Optional.ofNullable(same.get(job.getCluster())).map(it -> it + "/" + job.getUid()));
    }

    private static Cluster cluster(JobLine line) {
        return ((Job) line.thing().orElseThrow()).getCluster();
    }

    static JobLine of(Task task, JobLine job) {
        StateLabels.Shown state = StateLabels.of(task);
        Node node = task.getNode();
        String where = node == null ? "" : Texts.of("JobLines.onNode", SafeText.line(node.getName()));
        String problem = SafeText.line(task.getMessage());
        String reason = SafeText.line(task.getReason());
        String why = problem.isEmpty() ? reason : problem;
        return new JobLine(
                FleetLabels.key(task),
                Optional.of(task),
                Optional.of(state),
                job.stateRank(),
                false,
                job.jobState(),
                (task.getRank() == null ? "" : task.getRank() + "  ") + SafeText.line(task.getName()),
                Texts.of("JobLines.task"),
                "",
                job.queue(),
                job.namespace(),
                job.cluster(),
                null,
                task.getSpec() == null ? null : Holdings.wanted(List.of(task)),
                Holdings.held(task),
                AcceleratorLabels.part(List.of(task), null),
                null,
                0,
                task.getCreated(),
                joined(why, where),
                "");
    }

    /** The line above the jobs of a group. */
    static JobLine group(JobGrouping by, String name, List<JobLine> jobs) {
        int wanted = 0;
        int held = 0;
        int running = 0;
        String part = part(jobs);
        for (JobLine job : jobs) {
            boolean counts = job.part().equals(part);
            Integer wants = counts ? job.wanted() : null;
            Integer holds = counts ? job.held() : null;
            wanted += wants == null ? 0 : wants;
            held += holds == null ? 0 : holds;
            running += job.jobState() == JobState.RUNNING ? 1 : 0;
        }
        return new JobLine(
                "g/" + by + "/" + name,
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                JobState.UNKNOWN,
                by.title(name),
                Formats.counted(jobs.size(), "job"),
                "",
                "",
                "",
                "",
                null,
                wanted,
                held,
                part,
                null,
                running,
                null,
                "",
                "");
    }

    /** What a sum counts: whole devices, with no parts among them; parts where all that is asked for are parts of one kind. */
    private static String part(List<JobLine> jobs) {
        List<String> parts = jobs.stream()
                .filter(job -> Objects.requireNonNullElse(job.wanted(), 0) > 0)
                .map(JobLine::part)
                .distinct()
                .toList();
        return parts.size() == 1 ? parts.getFirst() : "";
    }

    /** As kubectl counts completions; of an ended job nothing runs. */
    private static int succeeded(Job job) {
        if (job.getState() == JobState.SUCCEEDED) {
            return job.getWantedTasks(); // their pods may be gone
        }
        return (int) job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.SUCCEEDED)
                .count();
    }

    private static int running(Job job) {
        int running = 0;
        boolean serves =
                JobTraits.has(job, WorkKind.Trait.KEEPS_RUNNING) || JobTraits.has(job, WorkKind.Trait.REPLACES_PODS);
        for (Task task : job.getTasks()) {
            running += task.getPhase() == TaskPhase.RUNNING && (task.isReady() || !serves) ? 1 : 0;
        }
        return running;
    }
}
