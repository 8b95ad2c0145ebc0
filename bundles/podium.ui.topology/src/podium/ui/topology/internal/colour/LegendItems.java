// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.util.EnumSet;
import java.util.Set;
import podium.ui.topology.internal.colour.CellStyle.Fill;
import podium.ui.topology.internal.colour.CellStyle.Mark;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.texts.Texts;

/**
 * Which of the looks that are not always there the scene has now: the legend explains what is seen and leaves its room to the
 * waiting jobs otherwise.
 *
 * @param which devices of which it is not known whether they are those that are held
 * @param cordoned nodes out of service
 * @param tainted devices that a taint of their own keeps tasks off
 * @param unknown devices of which nothing is known
 * @param stale clusters of which what was last heard is shown, and devices with old readings
 * @param failed devices that are crossed, since a source or what is measured says that they are broken
 * @param grouped devices in the colour of a job, namespace or team
 * @param ungrouped held devices of which it is not known whose colour they would have
 */
public record LegendItems(
        boolean which,
        boolean cordoned,
        boolean tainted,
        boolean unknown,
        boolean stale,
        boolean failed,
        boolean grouped,
        boolean ungrouped) {
    /** Nothing is there that is not always there. */
    public static final LegendItems NONE = new LegendItems(false, false, false, false, false, false, false, false);

    /** Of what the cells look like now; before the readings of a colouring were taken none is missing. In the realm. */
    public static LegendItems of(CellStyler styler) {
        SceneStates states = styler.states();
        ColourBy by = styler.readings().by();
        Set<Fill> fills = EnumSet.noneOf(Fill.class);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Cell cell : states.scene().cells()) {
            CellStyle style = styler.of(cell);
            fills.add(style.fill());
            marks.add(style.mark());
        }
        return new LegendItems(
                fills.contains(Fill.UNKNOWN_WHICH),
                states.scene().clusters().stream()
                        .anyMatch(box -> states.of(box).cordoned() > 0),
                states.anyTainted(),
                fills.contains(Fill.UNKNOWN)
                        && (by.metrics().isEmpty() || styler.readings().isTaken()),
                marks.contains(Mark.STALE),
                marks.contains(Mark.FAILED),
                fills.contains(Fill.GROUP),
                by.isGroup() && fills.contains(Fill.HELD));
    }

    /** What the hatch of what is out of service stands for; empty: it is not there. */
    public String kept() {
        return cordoned
                ? tainted ? Texts.of("LegendItems.cordonedTainted") : Texts.of("LegendItems.cordoned")
                : tainted ? Texts.of("LegendItems.tainted") : "";
    }
}
