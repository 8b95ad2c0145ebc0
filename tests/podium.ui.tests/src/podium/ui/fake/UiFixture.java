// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import podium.core.cluster.Connections;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;
import podium.core.fleet.FleetService;
import podium.core.link.MachineLinks;
import podium.core.machine.LocalMachine;
import podium.core.metrics.MetricSources;
import podium.core.testkit.FakeFleetService;
import podium.core.testkit.FakeKnownClusters;
import podium.operation.AuditedAction;
import podium.operation.Impersonations;
import podium.operation.OperationService;
import podium.operation.ProtectionChanges;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.RuleService;
import podium.placement.PlacementService;
import podium.placement.advice.AdviceService;
import podium.telemetry.TelemetryStore;
import podium.ui.action.DeviceActions;
import podium.ui.action.FleetActions;
import podium.ui.action.PlaceHereEntries;
import podium.ui.action.SelectionMenu;
import podium.ui.advice.WaitRemedies;
import podium.ui.advice.WhatIfEntries;
import podium.ui.advice.WhatIfSession;
import podium.ui.attention.AttentionModel;
import podium.ui.cluster.ClusterActions;
import podium.ui.cluster.ClusterClosing;
import podium.ui.cluster.ClusterSessions;
import podium.ui.drag.DragSession;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.find.FindSession;
import podium.ui.flow.DebugFlow;
import podium.ui.flow.DeviceFlow;
import podium.ui.flow.LeftDebugContainers;
import podium.ui.flow.NodeShells;
import podium.ui.flow.ObjectFlow;
import podium.ui.flow.PartitionFlow;
import podium.ui.flow.PlaceFlow;
import podium.ui.flow.ShellFlow;
import podium.ui.flow.ShellRequest;
import podium.ui.flow.ShellsInUse;
import podium.ui.flow.UndoFlow;
import podium.ui.jobs.WaitReasons;
import podium.ui.manifest.UnsentManifest;
import podium.ui.part.DetailsPart;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.LastAnswers;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.DisplayRealm;
import podium.ui.toolkit.HiddenValues;
import podium.ui.toolkit.Icons;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.UiServices;

/** Everything a part is injected with, over a made fleet. */
public final class UiFixture {
    public final FakeFleet made = new FakeFleet();
    public final FakeOperations operations;
    public final FakePlacement placement;
    public final FakeGangLayouts board;
    public final FakeJobActions jobActs;
    public final FakeAdvice advice;
    public final FakeWhatIf whatIf = new FakeWhatIf();
    /** Looks only when a test lets it. */
    public final AttentionModel attention;

    /** Parts that were brought to the front. */
    public final List<String> parts = new ArrayList<>();

    /** Objects of parts, by id. */
    public final Map<String, Object> shown = new HashMap<>();

    /** Brings a part to the front. */
    public final PartActivator front = new PartActivator(null) {
        @Override
        public Optional<Object> show(String id) {
            parts.add(id);
            return Optional.ofNullable(shown.get(id));
        }

        @Override
        public void uncover(String id) {
            parts.add("uncover " + id);
        }
    };

    public final FakeDrains drains;
    public final FakeConnections connections = new FakeConnections();
    public final FakeSources sources = new FakeSources();
    public final FakePast past = new FakePast();
    public final FakeTelemetry telemetry = new FakeTelemetry(FakeFleet.NOW.toEpochMilli());
    public final FakeMachine machine = new FakeMachine();
    public final FakeLinks links = new FakeLinks();
    public final FleetSelection selection = new FleetSelection();
    public final FakeSubmit submit;
    public final FakeComparison comparison;
    public final UnsentManifest unsent;
    public final DragSession drags;
    public final ConsoleLocks locks = new ConsoleLocks();

    /** The rules of the operator. */
    public final FakeRules rules = new FakeRules();

    public final FindSession finder = new FindSession();
    public final Dialogs dialogs;
    public final FakeFleetService fleet;
    public final UiServices services;
    public final PlaceFlow place;
    public final FleetActions actions;
    /** What was open before. */
    public final List<KnownCluster> recent = new ArrayList<>();

    private final KnownClusters known = new FakeKnownClusters(recent);

    /** What was put into the journal besides operations. */
    public final List<String> notes = new CopyOnWriteArrayList<>();

    /** Why nothing can be put into it; empty: it can. */
    public Optional<IOException> noteProblem = Optional.empty();

    public final FakeDevices devices = new FakeDevices();
    public final DeviceActions deviceMenu;
    public final ObjectFlow objects;
    private final ShellFlow shellFlow;
    public final NodeShells nodeShells;
    public final LeftDebugContainers debugContainers;
    /** Says whether a shell may be opened. */
    public final FakeShells shellService = new FakeShells();
    /** Shells that were asked for after something was made for them. */
    public final List<ShellRequest> shells = new ArrayList<>();

    public final SelectionMenu menu;
    public final WhatIfSession whatIfSession;
    public final UnknownAccess access = new UnknownAccess();
    public final UndoFlow undo;
    public final WaitRemedies cures;
    public final ClusterActions clusters;
    public final FakeForwards forwards = new FakeForwards();
    public final ClusterSessions sessions;
    public final ClusterClosing closing;

    private void note(AuditedAction action, String what, String text) throws IOException {
        if (noteProblem.isPresent()) {
            throw noteProblem.get();
        }
        notes.add(what + " " + action.kind() + " " + action.title() + ": " + text);
    }

    /** What changes locks, marks and rules, and notes that here. */
    public ProtectionChanges protection(ChangeLocks locks, RuleService rules) {
        return new ProtectionChanges(connections, locks, rules, this::note, new NoMemory());
    }

    public UiFixture(Display display, boolean dark) {
        this(display, dark, new FakeDialogs());
    }

    public UiFixture(Display display, boolean dark, Dialogs dialogs) {
        this(display, dark, services -> dialogs);
    }

    /** With dialogs that need the kit. */
    public UiFixture(Display display, boolean dark, Function<UiServices, Dialogs> make) {
        DisplayRealm realm = new DisplayRealm(display);
        Palette palette = new Palette(dark);
        fleet = new FakeFleetService(made.fleet(), realm);
        selection.follow(fleet);
        BackgroundWork background = new BackgroundWork(realm);
        services = new UiServices(
                new Theme(palette, new Icons(display, palette)),
                background,
                InstantSource.fixed(FakeFleet.NOW),
                new HiddenValues(background, () -> connections, () -> this::note));
        clusters = new ClusterActions(
                connections,
                connections,
                connections,
                services.background(),
                services.opening(),
                fleet,
                known,
                new Impersonations(connections, ChangeLocks.open(), this::note, shellService, forwards),
                protection(ChangeLocks.open(), rules));
        dialogs = make.apply(services);
        ActionEnablement offers = new ActionEnablement(locks, rules, access);
        FakeFlows flows = new FakeFlows(fleet, selection, dialogs, offers, services.background(), services.unsent());
        undo = flows.undo;
        operations = flows.operations;
        placement = flows.placement;
        advice = flows.advice;
        board = flows.ranks;
        jobActs = flows.jobActs;
        drains = flows.drains;
        submit = flows.submit;
        comparison = flows.comparison;
        unsent = flows.unsent;
        drags = flows.drags;
        place = flows.place;
        actions = flows.actions;
        whatIfSession = new WhatIfSession(whatIf, services.background());
        deviceMenu = new DeviceActions(
                new DeviceFlow(devices, flows.drain, flows.review, dialogs, offers, services.background()),
                new PartitionFlow(devices, flows.review, dialogs, offers));
        ShellsInUse used = new ShellsInUse();
        shellFlow = new ShellFlow(null, shellService, dialogs, new LastAnswers()) {
            @Override
            public void open(ShellRequest request) {
                shells.add(request);
            }
        };
        nodeShells = new NodeShells(
                connections, operations, flows.review, dialogs, services.background(), shellService, used);
        debugContainers =
                new LeftDebugContainers(connections, operations, dialogs, services.background(), shellFlow, used);
        objects = new ObjectFlow(
                connections,
                this::note,
                flows.review,
                dialogs,
                services.background(),
                offers,
                fleet,
                new DebugFlow(
                        connections,
                        flows.review,
                        dialogs,
                        services.background(),
                        shellFlow,
                        nodeShells,
                        new LastAnswers(),
                        fleet));
        sessions = new ClusterSessions(operations, shellService, forwards, nodeShells, services.unsent());
        closing = new ClusterClosing(clusters, operations, sessions, dialogs);
        menu = new SelectionMenu(
                actions,
                new PlaceHereEntries(place, placement),
                deviceMenu,
                new WhatIfEntries(whatIfSession, front),
                selection,
                clusters,
                closing,
                objects,
                front);
        attention = new AttentionModel(
                fleet, telemetry, sources, operations, new WaitReasons(placement, operations, services), services);
        cures = new WaitRemedies(actions, place, flows.undo, whatIfSession, front, advice, objects, flows.suspend);
    }

    /** The Details part, below this. */
    public DetailsPart details(Composite parent) {
        return part(DetailsPart.class, parent);
    }

    /** A part below this, made as the workbench makes it, without a past. */
    public <P> P part(Class<P> type, Composite parent) {
        return part(type, parent, MBasicFactory.INSTANCE.createPart());
    }

    /** A part below this, made as the workbench makes it: what it wires is injected. */
    public <P> P part(Class<P> type, Composite parent, MPart model) {
        IEclipseContext context = EclipseContextFactory.create();
        context.set(Composite.class, parent);
        context.set(MPart.class, model);
        context.set(FleetService.class, fleet);
        context.set(PlacementService.class, placement);
        context.set(TelemetryStore.class, telemetry);
        context.set(Connections.class, connections);
        context.set(OperationService.class, operations);
        context.set(MetricSources.class, sources);
        context.set(LocalMachine.class, machine);
        context.set(MachineLinks.class, links);
        context.set(Dialogs.class, dialogs);
        context.set(AdviceService.class, advice);
        context.set(WaitRemedies.class, cures);
        context.set(ClusterActions.class, clusters);
        context.set(ClusterClosing.class, closing);
        context.set(DragSession.class, drags);
        context.set(FindSession.class, finder);
        context.set(FleetActions.class, actions);
        context.set(FleetSelection.class, selection);
        context.set(SelectionMenu.class, menu);
        context.set(DeviceActions.class, deviceMenu);
        context.set(ObjectFlow.class, objects);
        context.set(ShellFlow.class, shellFlow);
        context.set(UiServices.class, services);
        context.set(AttentionModel.class, attention);
        context.set(PartActivator.class, front);
        return ContextInjectionFactory.make(type, context);
    }
}
