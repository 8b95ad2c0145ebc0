// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.swt.widgets.Composite;
import podium.model.fleet.Fleet;
import podium.placement.PlacementService;
import podium.placement.advice.AdviceService;
import podium.ui.action.FleetActions;
import podium.ui.action.SelectionMenu;
import podium.ui.drag.DragSession;
import podium.ui.flow.GangLayoutFlow;
import podium.ui.flow.PlaceFlow;
import podium.ui.label.SameClusters;
import podium.ui.label.WaitingJobs;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.UiServices;
import podium.ui.trim.RefusalNote;

/** What jobs are placed with from a canvas: answers, advice, the flows that a drop begins, and the menu. */
@Creatable
public record CanvasPlacing(
        PlacementService placement,
        AdviceService advice,
        DragSession session,
        PlaceFlow place,
        GangLayoutFlow board,
        FleetActions actions,
        SelectionMenu menu,
        FleetSelection selection,
        RefusalNote note,
        SameClusters same,
        PartActivator parts,
        UiServices services) {
    @Inject
    public CanvasPlacing {}

    /**
     * Makes what stands below a canvas and lets jobs be placed on it. UI thread.
     *
     * @param parent where the canvas lies
     * @param fleet whose waiting jobs are shown
     * @param focus gives the focus to the canvas
     */
    public PlacingGestures on(Composite parent, CanvasView view, Fleet fleet, Runnable focus) {
        return new PlacingGestures(this, parent, view, new WaitingJobs(fleet, same), focus);
    }
}
