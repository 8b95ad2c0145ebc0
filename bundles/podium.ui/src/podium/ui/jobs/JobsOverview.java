// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.fleet.InputKind;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Fleet;
import podium.model.fleet.JobState;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.PartLabel;
import podium.ui.toolkit.PendingOpens;

/** What is said of all jobs: how many there are, and why none is shown. In the realm. */
public record JobsOverview(Fleet fleet, JobTableModel model, PendingOpens opening) {
    /** No tab is wider. */
    public static final String WIDEST_TAB = Texts.of(
            "JobsOverview.jobsOf",
            PartLabel.MANY + " " + StateLabels.of(JobState.FAILING).word() + ", "
                    + Texts.of("JobsOverview.withFailures", PartLabel.MANY));

    /** What the tab says: which jobs need a look, whatever stands in front of them, in the words and numbers of {@link #counts}. */
    public String tab() {
        long troubled =
                Stream.of(JobState.values()).mapToLong(model::withFailures).sum();
        List<String> counts = Stream.of(
                        counted(JobState.FAILED),
                        counted(JobState.FAILING),
                        troubled == 0 ? "" : Texts.of("JobsOverview.withFailures", PartLabel.count(troubled)))
                .filter(count -> !count.isEmpty())
                .limit(2)
                .toList();
        return counts.isEmpty()
                ? Texts.of("JobsOverview.jobs")
                : Texts.of("JobsOverview.jobsOf", String.join(", ", counts));
    }

    private String counted(JobState state) {
        return model.count(state) == 0
                ? ""
                : PartLabel.count(model.count(state)) + " "
                        + StateLabels.of(state).word();
    }

    /**
     * How many jobs there are in each state, as the details of a cluster count them; empty: none is known.
     *
     * @param filtered whether a filter may hide some
     * @param kept adds how many more stand there still
     * @param brief which term of the filter is not understood, or what it leaves out; empty: neither
     */
    public String counts(boolean filtered, UnaryOperator<String> kept, Optional<String> brief) {
        if (fleet.getClusters().stream().allMatch(StateLabels::isUnheard)) {
            return "";
        }
        if (fleet.getClusters().stream().anyMatch(StateLabels::isListing)) {
            return Texts.of("JobsOverview.soFar", Formats.counted(model.live(), "job"));
        }
        String states = JobLines.EYE_FIRST.stream()
                .filter(state -> model.count(state) > 0)
                .map(state -> Formats.count(model.count(state)) + " "
                        + StateLabels.of(state).word()
                        + (model.withFailures(state) == 0
                                ? ""
                                : Texts.of("JobsOverview.ofThem", Formats.count(model.withFailures(state)))))
                .collect(Collectors.joining(", "));
        if (!filtered) {
            return states;
        }
        long before = model.jobs().size() - model.livePassed();
        String live = Formats.count(model.live());
        String all = before == 0 ? live : Texts.of("JobsOverview.andInSnapshots", live, Formats.count(before));
        String left = Formats.count(model.livePassed());
        String rows = kept.apply(Texts.of("JobsOverview.shown", left, all));
        String shown =
                brief.map(it -> Texts.of("JobsOverview.shownBut", rows, it)).orElse(rows);
        return states.isEmpty() ? shown : Texts.of("JobsOverview.shownOfAll", shown, states);
    }

    /** Why no job is shown, and what to do next; empty: there are {@code rows}. */
    public Optional<PendingOpens.Empty> empty(int rows) {
        if (fleet.getClusters().isEmpty()) {
            return Optional.of(opening.empty());
        }
        if (fleet.getClusters().stream().allMatch(StateLabels::isUnheard)) {
            Cluster first = fleet.getClusters().getFirst();
            return why(
                    Texts.of(
                            "JobsOverview.noJobIsKnown",
                            FleetLabels.name(first),
                            StateLabels.of(first).word()),
                    Texts.of("JobsOverview.fleetAndTheCanvas"));
        }
        if (model.size() == 0 && fleet.getClusters().stream().allMatch(JobsOverview::isKnown)) {
            return why(Texts.of("JobsOverview.noJobHere"), Texts.of("JobsOverview.whatIsSubmittedAppears"));
        }
        if (model.size() == 0) {
            return why(Texts.of("JobsOverview.noJobIsKnownYet"), Texts.of("JobsOverview.jobsAppearHereAs"));
        }
        return rows == 0
                ? why(Texts.of("JobsOverview.noJobMatchesThe"), Texts.of("JobsOverview.pressEscapeInThe"))
                : Optional.empty();
    }

    /** Whether all jobs of a cluster are known, so that none is none. */
    private static boolean isKnown(Cluster cluster) {
        return cluster.getConnection() == ConnectionState.LIVE
                && !StateLabels.isListing(cluster)
                && InputKind.unknown(SchedulingObjects.of(cluster), "", EnumSet.of(InputKind.PODS, InputKind.JOBS))
                        .isEmpty();
    }

    private static Optional<PendingOpens.Empty> why(String reason, String next) {
        return Optional.of(new PendingOpens.Empty(reason, next));
    }
}
