// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.util.Optional;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.JobState;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.PendingOpens;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.TextShortener;

/** What is said of all jobs: how many there are, and why none is shown. In the realm. */
public record JobsOverview(Fleet fleet, JobTableModel model, PendingOpens opening) {
    /** Characters of a filter in the title. */
    private static final int MOST_FILTER = 24;

    /**
     * How many jobs there are.
     *
     * @param typed what stands in the filter
     * @param brief which term of it is not understood; empty: all are
     */
    public String title(String typed, Optional<String> brief) {
        if (fleet.getClusters().stream().allMatch(StateLabels::isUnheard)) {
            return Texts.of("JobsOverview.jobs");
        }
        if (fleet.getClusters().stream().anyMatch(StateLabels::isListing)) {
            return Texts.of("JobsOverview.jobsSoFar", Formats.count(model.live()));
        }
        String broken = broken(model.count(JobState.FAILED), model.count(JobState.FAILING));
        if (!typed.isBlank()) {
            String by = brief.orElseGet(
                    () -> Texts.of("JobsOverview.filter", TextShortener.to(MOST_FILTER, SafeText.line(typed.strip()))));
            String left = Formats.count(model.livePassed());
            long before = model.jobs().size() - model.livePassed();
            String live = Formats.count(model.live());
            String all = before == 0 ? live : Texts.of("JobsOverview.andInSnapshots", live, Formats.count(before));
            return broken.isEmpty()
                    ? Texts.of("JobsOverview.jobsOf", left, all, by)
                    : Texts.of("JobsOverview.jobsOfBroken", left, all, by, broken);
        }
        String waiting = Formats.count(model.waiting());
        String running = Formats.count(model.count(JobState.RUNNING));
        return broken.isEmpty()
                ? Texts.of("JobsOverview.jobsWaitingRunning", waiting, running)
                : Texts.of("JobsOverview.jobsBrokenWaitingRunning", broken, waiting, running);
    }

    /** How many are broken, whatever the filter hides; empty: none is. */
    private static String broken(long failed, long failing) {
        if (failed == 0) {
            return failing == 0 ? "" : Texts.of("JobsOverview.someFailing", Formats.count(failing));
        }
        return failing == 0
                ? Texts.of("JobsOverview.someFailed", Formats.count(failed))
                : Texts.of("JobsOverview.someFailedAndFailing", Formats.count(failed), Formats.count(failing));
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
        if (model.size() == 0) {
            return why(Texts.of("JobsOverview.noJobIsKnownYet"), Texts.of("JobsOverview.jobsAppearHereAs"));
        }
        return rows == 0
                ? why(Texts.of("JobsOverview.noJobMatchesThe"), Texts.of("JobsOverview.pressEscapeInThe"))
                : Optional.empty();
    }

    private static Optional<PendingOpens.Empty> why(String reason, String next) {
        return Optional.of(new PendingOpens.Empty(reason, next));
    }
}
