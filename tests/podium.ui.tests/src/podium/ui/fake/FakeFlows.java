// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import podium.core.fleet.FleetService;
import podium.ui.act.Acts;
import podium.ui.act.BoardFlow;
import podium.ui.act.Dialogs;
import podium.ui.act.DrainFlow;
import podium.ui.act.JobFlow;
import podium.ui.act.Offers;
import podium.ui.act.PlaceFlow;
import podium.ui.act.PlanReview;
import podium.ui.act.SubmitFlow;
import podium.ui.act.SuspendFlow;
import podium.ui.act.UndoFlow;
import podium.ui.act.UnsentManifest;
import podium.ui.board.BoardSession;
import podium.ui.drag.DragSession;
import podium.ui.kit.Background;

/** All that an operator can begin, over fakes that remember what was asked for. In the UI thread. */
public final class FakeFlows {
    public final FakeOperations operations = new FakeOperations();
    public final FakePlacement placement = new FakePlacement();
    public final FakeAdvice advice = new FakeAdvice(placement);
    public final FakeBoard ranks = new FakeBoard();
    public final BoardSession session = new BoardSession();
    public final FakeJobActs jobActs = new FakeJobActs();
    public final FakeDrains drains = new FakeDrains();
    public final FakeSubmit submit = new FakeSubmit();
    public final UnsentManifest unsent = new UnsentManifest();
    public final DragSession drags = new DragSession();
    public final PlanReview review;
    public final PlaceFlow place;
    public final DrainFlow drain;
    public final BoardFlow board;
    public final SuspendFlow suspend;
    public final UndoFlow undo;
    public final Acts acts;

    /** @param fleet where manifests are submitted when nothing is selected */
    public FakeFlows(FleetService fleet, Dialogs dialogs, Offers offers, Background background) {
        review = new PlanReview(operations, dialogs);
        place = new PlaceFlow(placement, advice, review, dialogs, offers, background);
        drain = new DrainFlow(drains, operations, review, dialogs, offers);
        board = new BoardFlow(ranks, ranks, session, review, dialogs, offers, background);
        JobFlow jobs = new JobFlow(jobActs, review, dialogs, background);
        suspend = new SuspendFlow(jobs);
        undo = new UndoFlow(operations, dialogs, background);
        acts = new Acts(
                new SubmitFlow(submit, placement, advice, fleet, review, dialogs, offers, background, drags, unsent),
                place,
                board,
                drain,
                suspend,
                jobs,
                undo,
                offers,
                dialogs);
    }
}
