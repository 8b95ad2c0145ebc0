// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.util.stream.Stream;
import podium.core.fleet.AcceleratorState;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
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
 * @param stale clusters of which what was last heard is shown
 * @param grouped devices in the colour of a job, namespace or team
 * @param ungrouped held devices of which it is not known whose colour they would have
 */
public record LegendItems(
        boolean which,
        boolean cordoned,
        boolean tainted,
        boolean unknown,
        boolean stale,
        boolean grouped,
        boolean ungrouped) {
    /** Nothing is there that is not always there. */
    public static final LegendItems NONE = new LegendItems(false, false, false, false, false, false, false);

    /** What a colouring by a metric may always have: readings come and go. */
    private static final LegendItems READINGS = new LegendItems(false, false, false, true, true, false, false);

    /** Of a scene in its states. In the realm. */
    public static LegendItems of(Scene scene, SceneStates states, ColourBy by) {
        if (!by.isHolding()) {
            return READINGS;
        }
        return new LegendItems(
                scene.cells().stream().anyMatch(cell -> isUnknownWhich(states, cell)),
                scene.clusters().stream().anyMatch(box -> states.of(box).cordoned() > 0),
                states.anyTainted(),
                scene.clusters().stream().map(box -> states.of(box).holdings()).anyMatch(all -> all.unknown() > 0)
                        || scene.cells().stream()
                                .anyMatch(cell ->
                                        states.of(cell) == AcceleratorState.WITHHELD_WHICH && !states.isBroken(cell)),
                scene.clusters().stream().anyMatch(box -> CellStyler.isStale(box.cluster())),
                by.isGroup()
                        && held(scene, states)
                                .anyMatch(cell -> !CellStyler.group(by, cell).isEmpty()),
                by.isGroup()
                        && held(scene, states)
                                .anyMatch(cell -> CellStyler.group(by, cell).isEmpty()));
    }

    private static Stream<Cell> held(Scene scene, SceneStates states) {
        return scene.cells().stream().filter(cell -> states.of(cell) == AcceleratorState.HELD);
    }

    /** What the hatch of what is out of service stands for; empty: it is not there. */
    public String kept() {
        return cordoned
                ? tainted ? Texts.of("LegendItems.cordonedTainted") : Texts.of("LegendItems.cordoned")
                : tainted ? Texts.of("LegendItems.tainted") : "";
    }

    private static boolean isUnknownWhich(SceneStates states, Cell cell) {
        return states.of(cell) == AcceleratorState.UNKNOWN_WHICH;
    }
}
