// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import podium.core.fleet.FleetService;
import podium.ui.action.ActionEnablement;
import podium.ui.action.Dialogs;
import podium.ui.action.DrainFlow;
import podium.ui.action.FleetActions;
import podium.ui.action.GangLayoutFlow;
import podium.ui.action.JobFlow;
import podium.ui.action.LogFlow;
import podium.ui.action.PlaceFlow;
import podium.ui.action.PlanReview;
import podium.ui.action.SubmitFlow;
import podium.ui.action.SuspendFlow;
import podium.ui.action.UndoFlow;
import podium.ui.action.UnsentManifest;
import podium.ui.drag.DragSession;
import podium.ui.ganglayout.GangLayoutSession;
import podium.ui.toolkit.BackgroundWork;

/** All that an operator can begin, over fakes that remember what was asked for. In the UI thread. */
public final class FakeFlows {
    public final FakeOperations operations = new FakeOperations();
    public final FakePlacement placement = new FakePlacement();
    public final FakeAdvice advice = new FakeAdvice(placement);
    public final FakeGangLayouts ranks = new FakeGangLayouts();
    public final GangLayoutSession session = new GangLayoutSession();
    public final FakeJobActions jobActs = new FakeJobActions();
    public final FakeDrains drains = new FakeDrains();
    public final FakeSubmit submit = new FakeSubmit();
    public final UnsentManifest unsent = new UnsentManifest();
    public final DragSession drags = new DragSession();
    public final PlanReview review;
    public final PlaceFlow place;
    public final DrainFlow drain;
    public final GangLayoutFlow board;
    public final SuspendFlow suspend;
    public final UndoFlow undo;
    public final FleetActions actions;

    /** @param fleet where manifests are submitted when nothing is selected */
    public FakeFlows(FleetService fleet, Dialogs dialogs, ActionEnablement offers, BackgroundWork background) {
        review = new PlanReview(operations, dialogs);
        place = new PlaceFlow(placement, advice, review, dialogs, offers, background);
        drain = new DrainFlow(drains, operations, review, dialogs, offers);
        board = new GangLayoutFlow(ranks, ranks, session, review, dialogs, offers, background);
        JobFlow jobs = new JobFlow(jobActs, review, dialogs, background);
        suspend = new SuspendFlow(jobs);
        undo = new UndoFlow(operations, dialogs, background);
        actions = new FleetActions(
                new SubmitFlow(submit, placement, advice, fleet, review, dialogs, offers, background, drags, unsent),
                place,
                board,
                drain,
                suspend,
                jobs,
                undo,
                new LogFlow(null),
                offers,
                dialogs);
    }
}
