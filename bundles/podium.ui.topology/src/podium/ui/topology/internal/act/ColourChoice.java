// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.act;

import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.ToolItem;
import podium.ui.bar.ToolSlot;
import podium.ui.kit.Placed;
import podium.ui.kit.Strip;
import podium.ui.kit.Subscriptions;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.stage.Stage;

/** What the cells are coloured by: a choice in the bar of the window, and the keys 1 to 6 on the canvas. UI thread. */
public final class ColourChoice {
    private static final String LABEL = "colour: ";

    private final Stage stage;
    private final Runnable read;

    /** Puts the choice into the bar. {@code read}: brings readings at once. */
    public ColourChoice(ToolSlot slot, Stage stage, Runnable read) {
        this.stage = stage;
        this.read = read;
        slot.fill(this::show);
    }

    private void show(Strip strip) {
        ToolItem item = strip.choice(
                LABEL,
                Stream.of(ColourBy.values()).map(ColourBy::label).toList(),
                stage.readings().by().ordinal(),
                index -> choose(ColourBy.values()[index]));
        item.setToolTipText("What the GPUs on the canvas are coloured by  (keys 1 to 6 there)");
        Placed place = () -> Map.of("coloured by " + stage.readings().by().label(), item.getBounds());
        item.getParent().setData(Placed.KEY, place);
        new Subscriptions(item.getParent()).add(stage.listen(event -> {
            String label = stage.readings().by().label();
            if (!item.getText().equals(LABEL + label)) {
                Strip.choose(item, LABEL, label);
            }
        }));
    }

    /** Colours by something else. */
    public void choose(ColourBy by) {
        stage.colourBy(by);
        read.run();
    }
}
