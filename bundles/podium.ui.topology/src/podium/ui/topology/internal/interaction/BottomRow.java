// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.model.fleet.Job;
import podium.ui.drag.DragSession;
import podium.ui.label.WaitingJobs;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.BestPlacesLine;
import podium.ui.topology.internal.paint.LegendBar;

/** The row below the canvas: what waits at the left, what the colours mean at the right; while carrying, the best places. UI thread. */
final class BottomRow {
    private final BestPlacesLine best;
    private final WaitingJobsBar jobs;

    /**
     * A row below a canvas.
     *
     * @param why why a job waits, in the words of the Waits page
     * @param list lists the jobs that wait, where all have room
     */
    BottomRow(
            Composite parent,
            CanvasView view,
            DragSession session,
            Function<Job, Optional<String>> why,
            Runnable list,
            UiServices services) {
        TopologyModel model = view.model();
        Composite row = services.theme().dress(new Composite(parent, SWT.NONE), Name.PANEL, Name.TEXT);
        row.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        best = new BestPlacesLine(
                row,
                services.theme().palette(),
                it -> MarkedPlaces.brief(model.scene(), it),
                session::current,
                () -> session.chooser().isPresent());
        jobs = new WaitingJobsBar(row, services.theme(), session, view.chooser(), why, list);
        LegendBar legend = new LegendBar(row, model, services.theme().palette());
        row.setLayout(new BottomRowLayout(jobs, legend, best));
    }

    /** The line of best places. */
    BestPlacesLine best() {
        return best;
    }

    /** The strip of the jobs that wait. */
    Control waiting() {
        return jobs.control();
    }

    /** Shows the jobs that wait. */
    void show(WaitingJobs waiting) {
        jobs.show(waiting);
    }
}
