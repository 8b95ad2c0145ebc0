// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.util.EnumSet;
import java.util.Set;
import podium.ui.topology.internal.colour.CellStyle.Mark;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.texts.Texts;

/**
 * Which looks the scene has now: the legend explains what is seen, and nothing else.
 *
 * @param items what is there
 */
public record LegendItems(Set<Item> items) {
    /** One look. */
    public enum Item {
        HELD,
        /** Held, and nothing runs on it. */
        IDLE,
        /** In the colour of a job, namespace or team. */
        GROUPED,
        /** Held, and it is not known whose colour it would have. */
        UNGROUPED,
        FREE,
        /** Perhaps one of those that are held. */
        WHICH,
        /** Of a node out of service. */
        CORDONED,
        /** A taint of its own keeps tasks off. */
        TAINTED,
        /** Crossed: a source or what is measured says that it is broken. */
        FAILED,
        /** Nothing is known of it. */
        UNKNOWN,
        /** What was last heard of its cluster is shown, or an old reading. */
        STALE
    }

    /** Nothing is there. */
    public static final LegendItems NONE = new LegendItems(Set.of());

    /** Of what the cells look like now; before the readings of a colouring were taken none is missing. In the realm. */
    public static LegendItems of(CellStyler styler) {
        SceneStates states = styler.states();
        ColourBy by = styler.readings().by();
        boolean read = by.metrics().isEmpty() || styler.readings().isTaken();
        Set<Item> items = EnumSet.noneOf(Item.class);
        for (Cell cell : states.scene().cells()) {
            CellStyle style = styler.of(cell);
            switch (style.fill()) {
                case HELD -> items.add(by.isGroup() ? Item.UNGROUPED : Item.HELD);
                case IDLE -> items.add(Item.IDLE);
                case GROUP -> items.add(Item.GROUPED);
                case FREE, RAMP_FREE -> items.add(Item.FREE);
                case UNKNOWN_WHICH -> items.add(Item.WHICH);
                case UNKNOWN -> add(items, Item.UNKNOWN, read);
                case TAINTED, RAMP, NONE, WARNING, CRITICAL -> {}
            }
            add(items, Item.STALE, style.mark() == Mark.STALE);
            add(items, Item.FAILED, style.mark() == Mark.FAILED);
        }
        add(
                items,
                Item.CORDONED,
                states.scene().clusters().stream()
                        .anyMatch(box -> states.of(box).cordoned() > 0));
        add(items, Item.TAINTED, states.anyTainted());
        return new LegendItems(Set.copyOf(items));
    }

    private static void add(Set<Item> items, Item item, boolean seen) {
        if (seen) {
            items.add(item);
        }
    }

    /** What is there in either. */
    public LegendItems with(LegendItems other) {
        Set<Item> both = EnumSet.noneOf(Item.class);
        both.addAll(other.items);
        both.addAll(items);
        return new LegendItems(Set.copyOf(both));
    }

    /** True where a look is there. */
    public boolean has(Item item) {
        return items.contains(item);
    }

    /** What the hatch of what is out of service stands for; empty: it is not there. */
    public String kept() {
        boolean tainted = has(Item.TAINTED);
        return has(Item.CORDONED)
                ? tainted ? Texts.of("LegendItems.cordonedTainted") : Texts.of("LegendItems.cordoned")
                : tainted ? Texts.of("LegendItems.tainted") : "";
    }
}
