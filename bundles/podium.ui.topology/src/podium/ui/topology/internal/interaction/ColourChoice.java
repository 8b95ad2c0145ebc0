// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.ToolItem;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Subscriptions;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.texts.Texts;
import podium.ui.trim.CommandBarSlot;

/** What the cells are coloured by: a choice in the bar of the window, and the keys 1 to 9 on the canvas. UI thread. */
public final class ColourChoice {
    private static final UnaryOperator<String> WORDS = label -> Texts.of("ColourChoice.colour", label);

    private final TopologyModel model;
    private final Runnable read;

    /** Puts the choice into the bar. {@code read}: brings readings at once. */
    public ColourChoice(CommandBarSlot slot, TopologyModel model, Runnable read) {
        this.model = model;
        this.read = read;
        slot.fill(this::show);
    }

    private void show(PartToolbar toolbar) {
        List<String> labels = Stream.of(ColourBy.values()).map(ColourBy::label).toList();
        ToolItem item = toolbar.choice(
                WORDS, labels, model.readings().by().ordinal(), index -> choose(ColourBy.values()[index]));
        item.setToolTipText(Texts.of("ColourChoice.whatTheGpusOn"));
        PartToolbar.room(item, labels.stream().map(WORDS).toList());
        NamedBounds place = () -> Map.of("coloured by " + model.readings().by().label(), item.getBounds());
        item.getParent().setData(NamedBounds.KEY, place);
        new Subscriptions(item.getParent()).add(model.listen(event -> {
            String label = model.readings().by().label();
            if (!item.getText().equals(WORDS.apply(label))) {
                PartToolbar.choose(item, WORDS, label);
            }
        }));
    }

    /** Colours by something else. */
    public void choose(ColourBy by) {
        model.colourBy(by);
        read.run();
    }
}
