// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.TopologyCanvas;

/** The buttons in the middle of the canvas where no cluster is open. UI thread. */
public final class EmptyCanvas {
    private final Canvas canvas;
    private final TopologyModel model;
    private final UiServices services;
    private @Nullable Composite box;

    private EmptyCanvas(Canvas canvas, TopologyModel model, UiServices services) {
        this.canvas = canvas;
        this.model = model;
        this.services = services;
    }

    /** Puts them on a canvas whenever it shows no cluster. */
    public static void on(Canvas canvas, TopologyModel model, UiServices services) {
        EmptyCanvas empty = new EmptyCanvas(canvas, model, services);
        GridLayout grid = new GridLayout();
        grid.marginHeight = 0;
        canvas.setLayout(grid);
        new Subscriptions(canvas)
                .add(model.listen(event -> empty.refresh()))
                .add(services.opening().listen(empty::refresh));
        canvas.addListener(SWT.Resize, event -> empty.place());
        empty.refresh();
    }

    private void refresh() {
        Composite old = box;
        if (!model.scene().clusters().isEmpty()) {
            if (old != null) {
                boolean focused = isInside(old, canvas.getDisplay().getFocusControl());
                old.dispose();
                box = null;
                if (focused) {
                    TabKey.focus(canvas);
                }
            }
        } else if (old == null || old.getChildren().length == 0) {
            Composite made = old == null ? services.theme().dress(new Composite(canvas, SWT.NONE)) : old;
            box = made;
            services.opening().offer(made);
            place();
        }
    }

    private static boolean isInside(Composite box, @Nullable Control control) {
        for (Control up = control; up != null; up = up.getParent()) {
            if (up == box) {
                return true;
            }
        }
        return false;
    }

    private void place() {
        Composite shown = box;
        if (shown != null) {
            GridData below = new GridData(SWT.CENTER, SWT.TOP, true, true);
            below.verticalIndent = TopologyCanvas.belowEmpty(canvas);
            shown.setLayoutData(below);
            canvas.layout(true, true);
        }
    }
}
