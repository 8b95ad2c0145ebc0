// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.HashMap;
import podium.core.fleet.FleetService;
import podium.ui.action.FleetActions;
import podium.ui.action.LogFlow;
import podium.ui.drag.DragSession;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.KeySchemes;
import podium.ui.flow.ClusterFlow;
import podium.ui.flow.CopyFlow;
import podium.ui.flow.DrainFlow;
import podium.ui.flow.ForwardFlow;
import podium.ui.flow.GangLayoutFlow;
import podium.ui.flow.JobFlow;
import podium.ui.flow.PlaceFlow;
import podium.ui.flow.PlanReview;
import podium.ui.flow.ShellFlow;
import podium.ui.flow.SubmitFlow;
import podium.ui.flow.SuspendFlow;
import podium.ui.flow.UndoFlow;
import podium.ui.ganglayout.GangLayoutSession;
import podium.ui.manifest.UnsentManifest;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.UnsentTexts;

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
    public final FakeForwards forwards = new FakeForwards();
    public final FakeComparison comparison = new FakeComparison();
    public final UnsentManifest unsent;
    public final DragSession drags = new DragSession();
    public final PlanReview review;
    public final PlaceFlow place;
    public final DrainFlow drain;
    public final GangLayoutFlow board;
    public final SuspendFlow suspend;
    public final UndoFlow undo;
    public final FleetSelection selection;
    public final FleetActions actions;

    /** @param fleet where manifests are submitted when nothing is selected */
    public FakeFlows(FleetService fleet, Dialogs dialogs, ActionEnablement offers, BackgroundWork background) {
        this(fleet, new FleetSelection(), dialogs, offers, background, new UnsentTexts());
    }

    FakeFlows(
            FleetService fleet,
            FleetSelection selection,
            Dialogs dialogs,
            ActionEnablement offers,
            BackgroundWork background,
            UnsentTexts texts) {
        this.selection = selection;
        unsent = new UnsentManifest(texts);
        review = new PlanReview(operations, dialogs, jobActs);
        ClusterFlow clusters = new ClusterFlow(comparison, submit, jobActs, review, dialogs, offers, background);
        place = new PlaceFlow(placement, advice, review, dialogs, offers, background, clusters);
        drain = new DrainFlow(drains, operations, review, dialogs, offers, background);
        board = new GangLayoutFlow(ranks, ranks, session, review, dialogs, offers, background);
        JobFlow jobs = new JobFlow(jobActs, review, dialogs, background);
        suspend = new SuspendFlow(jobs);
        undo = new UndoFlow(operations, dialogs, background, offers, fleet, selection, jobActs);
        actions = new FleetActions(
                new SubmitFlow(
                        submit,
                        placement,
                        advice,
                        fleet,
                        selection,
                        review,
                        dialogs,
                        offers,
                        background,
                        drags,
                        unsent,
                        clusters,
                        new FakeConnections()),
                place,
                board,
                drain,
                suspend,
                jobs,
                clusters,
                undo,
                new LogFlow(null),
                new ShellFlow(null, new FakeShells(), dialogs, new LastAnswers()),
                new ForwardFlow(null, forwards, dialogs, new LastAnswers(), background),
                new CopyFlow(new FakeConnections(), new FakeCopies(), dialogs, background, new LastAnswers()),
                offers,
                dialogs,
                new KeySchemes(new HashMap<>()));
    }
}
