// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Job;
import podium.ui.table.RowTable;
import podium.ui.toolkit.Repaint;

/** Keeps the reasons of the Jobs table coming while it is seen: a small part of each quarter of a second. UI thread. */
public final class WaitReasonFeed {
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration SLICE = Duration.ofMillis(4);

    private WaitReasonFeed() {}

    /** Feeds a table for as long as it lives; asks for it to be shown anew when words have changed. */
    public static void feed(RowTable<JobLine> table, JobTableModel model, WaitReasons reasons, Repaint refresh) {
        Repaint.every(table.control(), EVERY, () -> {
            if (table.control().isVisible()) {
                List<Job> seen = table.seen().stream()
                        .map(JobLine::thing)
                        .flatMap(Optional<EObject>::stream)
                        .filter(Job.class::isInstance)
                        .map(Job.class::cast)
                        .toList();
                if (model.explained(reasons.advance(seen, model.all(), SLICE))) {
                    refresh.request();
                }
            }
        });
    }
}
