// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.act;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import podium.ui.kit.Look;
import podium.ui.kit.Palette.Name;
import podium.ui.kit.Spoken;
import podium.ui.kit.Strip;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.stage.Stage;

/** What the cells are coloured by: one button each, and the keys 1 to 6 on the canvas. UI thread. */
public final class ColourChoice {
    private final Map<ColourBy, ToolItem> items = new EnumMap<>(ColourBy.class);
    private final Stage stage;
    private final Runnable read;

    /** Buttons in a strip. {@code read}: brings readings at once. */
    public ColourChoice(Strip strip, Look look, Stage stage, Runnable read) {
        this.stage = stage;
        this.read = read;
        ((GridLayout) strip.control().getLayout()).numColumns++;
        ToolBar bar = look.dress(new ToolBar(strip.control(), SWT.FLAT), Name.PANEL, Name.TEXT);
        bar.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        Spoken.name(bar, "Colour GPUs by");
        for (ColourBy by : ColourBy.values()) {
            ToolItem item = new ToolItem(bar, SWT.RADIO);
            item.setText(by.label());
            item.setToolTipText("Colour GPUs by " + by.label() + "  (" + (by.ordinal() + 1) + ")");
            item.setSelection(by == stage.readings().by());
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                if (item.getSelection()) {
                    show(by);
                }
            }));
            items.put(by, item);
        }
    }

    /** Colours by something else. */
    public void choose(ColourBy by) {
        items.forEach((other, item) -> item.setSelection(other == by));
        show(by);
    }

    private void show(ColourBy by) {
        stage.colourBy(by);
        read.run();
    }
}
