// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import podium.model.fleet.Job;
import podium.placement.Target;
import podium.ui.drag.DragSession;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.Theme;

/**
 * The board below the canvas while a gang is laid out. Takes no room while the board is not open, and is filled when it first is:
 * drawing its icons would take a good part of the start. UI thread.
 */
public final class GangLayoutBar {
    private final Composite bar;
    private final GangLayoutController gangLayout;
    private final Supplier<GangLayoutControls> filled;
    private final Runnable canvas;
    private Optional<GangLayoutControls> content = Optional.empty();

    /**
     * The board of a canvas.
     *
     * @param chosen the node or domain that is selected, for Fill
     * @param canvas gives the focus to the canvas
     */
    public GangLayoutBar(
            Composite parent,
            Theme theme,
            GangLayoutController gangLayout,
            DragSession session,
            Supplier<Optional<Target>> chosen,
            Runnable canvas) {
        this.gangLayout = gangLayout;
        this.canvas = canvas;
        bar = theme.dress(new Composite(parent, SWT.NONE), Name.PANEL, Name.TEXT);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.BOTTOM, true, false));
        GridLayout rows = new GridLayout();
        rows.marginWidth = 0;
        rows.marginHeight = 0;
        rows.verticalSpacing = 0;
        bar.setLayout(rows);
        filled = () -> new GangLayoutControls(bar, theme, gangLayout, session, chosen, canvas);
        show();
    }

    /** Opens and closes with the board from now on. */
    public void follow() {
        new Subscriptions(bar).add(gangLayout.listen(this::show));
    }

    private void show() {
        Optional<Job> job = gangLayout.job();
        ((GridData) bar.getLayoutData()).exclude = job.isEmpty();
        boolean appears = bar.getVisible() != job.isPresent();
        bar.setVisible(job.isPresent());
        job.ifPresent(its -> content().show(its));
        if (appears || job.isPresent()) {
            bar.getParent().layout(true, true);
        }
        if (appears && job.isPresent()) {
            canvas.run(); // where its keys are heard
        }
    }

    private GangLayoutControls content() {
        GangLayoutControls shown = content.orElseGet(filled);
        content = Optional.of(shown);
        return shown;
    }
}
