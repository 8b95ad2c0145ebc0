// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import podium.ui.topology.internal.paint.BestPlacesLine;
import podium.ui.topology.internal.paint.LegendBar;

/**
 * Lays the row below the canvas out: the legend takes what it needs, the waiting jobs the rest; the best places all. Where it is narrow
 * the legend has a line of its own.
 */
public final class BottomRowLayout extends Layout {
    private static final int HEIGHT = 26;

    private final WaitingJobsBar jobs;
    /** Pixels in which the waiting jobs say at least how many they are. */
    private static final int LEAST = 150;
    /** Pixels in which they and a legend of a few words have no room beside each other. */
    private static final int NARROW = 420;

    private final LegendBar legend;
    private final BestPlacesLine best;

    public BottomRowLayout(WaitingJobsBar jobs, LegendBar legend, BestPlacesLine best) {
        this.best = best;
        this.jobs = jobs;
        this.legend = legend;
    }

    @Override
    @NonNullByDefault({}) // the library's types say nothing of null
    protected Point computeSize(Composite row, int width, int height, boolean flush) {
        return new Point(Math.max(width, 100), width == SWT.DEFAULT || width >= NARROW ? HEIGHT : 2 * HEIGHT);
    }

    @Override
    @NonNullByDefault({}) // the library's types say nothing of null
    protected void layout(Composite row, boolean flush) {
        Rectangle area = row.getClientArea();
        best.control().setBounds(0, 0, area.width, area.height);
        if (area.width < NARROW) {
            jobs.control().setBounds(0, 0, area.width, HEIGHT);
            legend.control().setBounds(0, HEIGHT, area.width, area.height - HEIGHT);
            return;
        }
        int width = Math.min(legend.size().x, Math.max(area.width * 3 / 5, area.width - LEAST));
        if (jobs.isPointedAt()) { // no chip goes from under the pointer
            width = Math.min(
                    width, area.width - Math.min(area.width, jobs.control().getSize().x));
        }
        jobs.control().setBounds(0, 0, area.width - width, area.height);
        legend.control().setBounds(area.width - width, 0, width, area.height);
    }
}
