// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.FleetService;
import podium.model.fleet.Job;
import podium.ui.table.RowTable;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;

/** Keeps the reasons of the Jobs table coming while it is seen: a small part of each quarter of a second. UI thread. */
public final class WaitReasonFeed {
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration SLICE = Duration.ofMillis(4);

    private WaitReasonFeed() {}

    /** Feeds a table for as long as it lives; asks for it to be shown anew when words have changed. */
    public static void feed(
            RowTable<JobLine> table, JobTableModel model, WaitReasons reasons, FleetService fleet, Repaint refresh) {
        new Subscriptions(table.control()).add(fleet.listen(reasons::changed));
        Repaint.every(table.control(), EVERY, () -> {
            if (table.control().isVisible()) {
                List<Job> changed = reasons.advance(jobs(table.selection()), jobs(table.seen()), model.all(), SLICE);
                if (model.explained(changed)) {
                    refresh.request();
                }
            }
        });
    }

    private static List<Job> jobs(List<JobLine> lines) {
        return lines.stream()
                .map(JobLine::thing)
                .flatMap(Optional<EObject>::stream)
                .filter(Job.class::isInstance)
                .map(Job.class::cast)
                .toList();
    }
}
