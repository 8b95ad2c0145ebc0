// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.core.fleet.FleetService;
import podium.operation.rule.RuleService;
import podium.placement.PlacementService;
import podium.placement.advice.AdviceService;
import podium.telemetry.TelemetryStore;
import podium.ui.action.FleetActions;
import podium.ui.action.SelectionMenu;
import podium.ui.advice.WhatIfSession;
import podium.ui.drag.DragSession;
import podium.ui.find.FindSession;
import podium.ui.flow.GangLayoutFlow;
import podium.ui.flow.PlaceFlow;
import podium.ui.label.FleetLabels;
import podium.ui.label.SameClusters;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.DisplayRealm;
import podium.ui.toolkit.HiddenValues;
import podium.ui.toolkit.Icons;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.PartActivator;
import podium.ui.toolkit.PendingOpens;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.UiServices;
import podium.ui.topology.TopologyPart;
import podium.ui.topology.internal.model.CanvasBounds;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.trim.CommandBarSlot;
import podium.ui.trim.RefusalNote;

/** The whole part in a window, over fakes. UI thread. */
public final class PartFixture implements AutoCloseable {
    private final Shell shell;
    private final FakeFleet fleet;
    private final BackgroundWork background;
    private final FleetSelection selection = new FleetSelection();
    private final DragSession session = new DragSession();
    private final FindSession finder = new FindSession();
    private final CommandBarSlot tools = new CommandBarSlot();
    private final Flows flows;
    private final TopologyPart part;

    private final RefusalNote note;
    private final UiServices services;

    public PartFixture(
            Display display,
            Fleets fleets,
            TelemetryStore telemetry,
            Palette palette,
            InstantSource clock,
            int w,
            int h) {
        DisplayRealm realm = new DisplayRealm(display);
        fleet = new FakeFleet(fleets.fleet(), realm);
        background = new BackgroundWork(realm);
        services = new UiServices(
                new Theme(palette, new Icons(display, palette)),
                background,
                clock,
                new HiddenValues(
                        background,
                        () -> {
                            throw new AssertionError();
                        },
                        () -> {
                            throw new AssertionError();
                        }));
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setText("Topology");
        flows = new Flows(background, fleets.fleet());
        note = new RefusalNote(display, services);
        part = part(telemetry, services);
        shell.setSize(w, h);
        shell.open();
        part.focus();
    }

    /** The part as the workbench makes it: what it wires is injected. */
    private TopologyPart part(TelemetryStore telemetry, UiServices services) {
        IEclipseContext context = EclipseContextFactory.create();
        context.set(Composite.class, shell);
        context.set(FleetService.class, fleet);
        context.set(TelemetryStore.class, telemetry);
        context.set(PlacementService.class, flows.placement());
        context.set(SameClusters.class, new SameClusters(_ -> ""));
        context.set(AdviceService.class, flows.advice());
        context.set(FleetSelection.class, selection);
        context.set(DragSession.class, session);
        context.set(PlaceFlow.class, flows.place());
        context.set(GangLayoutFlow.class, flows.board());
        context.set(FleetActions.class, flows.actions());
        context.set(RuleService.class, flows.rules());
        context.set(SelectionMenu.class, flows.menu(selection));
        context.set(WhatIfSession.class, flows.whatIfSession());
        context.set(FindSession.class, finder);
        context.set(CommandBarSlot.class, tools);
        context.set(UiServices.class, services);
        context.set(RefusalNote.class, note);
        context.set(PartActivator.class, new PartActivator(MApplicationFactory.INSTANCE.createApplication()));
        context.set(MPart.class, MBasicFactory.INSTANCE.createPart());
        return ContextInjectionFactory.make(TopologyPart.class, context);
    }

    /**
     * The part in the light theme over these fleets as they are at {@link Fleets#NOW}, with no readings, painted. Skips the test
     * where there is no display.
     */
    public static PartFixture open(Fleets fleets, int w, int h) {
        PartFixture fixture = new PartFixture(
                Displays.needed(), fleets, new Readouts(), new Palette(false), InstantSource.fixed(Fleets.NOW), w, h);
        fixture.settle();
        return fixture;
    }

    public Shell shell() {
        return shell;
    }

    public FakeFleet fleet() {
        return fleet;
    }

    public FleetSelection selection() {
        return selection;
    }

    public CommandBarSlot tools() {
        return tools;
    }

    /** What opens, and what can be done where nothing is open. */
    public PendingOpens opening() {
        return services.opening();
    }

    /** What says why a drop was refused. */
    public RefusalNote note() {
        return note;
    }

    public FindSession finder() {
        return finder;
    }

    public DragSession session() {
        return session;
    }

    public List<Flows.Placed> placed() {
        return flows.placed();
    }

    public Flows flows() {
        return flows;
    }

    public TopologyPart part() {
        return part;
    }

    /** All controls of this type in the window, seen or not, from the first to the last. */
    public <C extends Control> List<C> all(Class<C> type) {
        return all(shell, type);
    }

    private static <C extends Control> List<C> all(Composite in, Class<C> type) {
        List<C> found = new ArrayList<>();
        for (Control child : in.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(all(composite, type));
            }
        }
        return found;
    }

    /** The picture of the fleet. */
    public Canvas canvas() {
        return all(Canvas.class).stream()
                .filter(it -> it.getData(NamedBounds.KEY) instanceof CanvasBounds)
                .findFirst()
                .orElseThrow();
    }

    /** What the canvas shows. */
    public TopologyModel model() {
        return ((CanvasBounds) canvas().getData(NamedBounds.KEY)).model();
    }

    /** Where things lie on the canvas, by name. */
    public Map<String, Rectangle> places() {
        return ((NamedBounds) canvas().getData(NamedBounds.KEY)).places();
    }

    /** Presses a key on the canvas. */
    public void key(int code, char character, int modifiers) {
        key(canvas(), code, character, modifiers);
    }

    /** Presses a key on a control. */
    public static void key(Control control, int code, char character, int modifiers) {
        Event event = new Event();
        event.keyCode = code;
        event.character = character;
        event.stateMask = modifiers;
        control.notifyListeners(SWT.KeyDown, event);
    }

    /** Clicks with the left button on what has this name on the canvas, in its corner at the top left. */
    public void click(String name, int modifiers) {
        Rectangle at = places().get(name);
        click(canvas(), at.x + 5, at.y + 4, modifiers);
    }

    /** Clicks with the left button on a point of a control. */
    public static void click(Control control, int x, int y, int modifiers) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = 1;
        event.stateMask = modifiers;
        control.notifyListeners(SWT.MouseDown, event);
        control.notifyListeners(SWT.MouseUp, event);
    }

    /** Serves what is waiting. */
    public void settle() {
        Displays.settle(shell.getDisplay());
    }

    /** Serves events until the condition holds; a failure says what was refused and what the labels say. */
    public void await(BooleanSupplier condition) {
        Displays.await(
                shell.getDisplay(),
                condition,
                () -> "; refused: " + flows.refused() + "; seen: "
                        + all(Label.class).stream().map(Label::getText).toList());
    }

    @Override
    public void close() {
        shell.dispose();
        background.close();
    }

    /**
     * Opens the part to look at: {@code FLEET THEME WIDTH HEIGHT}, with FLEET one of ai-factory, edge, large; prints what
     * is placed.
     */
    public static void main(String[] args) {
        Fleets fleets =
                switch (args.length > 0 ? args[0] : "ai-factory") {
                    case "edge" -> Fleets.edge();
                    case "large" -> Fleets.large(5000, 13);
                    default -> Fleets.aiFactory();
                };
        boolean dark = args.length < 2 || args[1].equals("dark");
        int width = args.length < 4 ? 1280 : Integer.parseInt(args[2]);
        int height = args.length < 4 ? 800 : Integer.parseInt(args[3]);
        Display display = new Display();
        Clock clock = Clock.systemUTC();
        Readouts readouts = Readouts.of(podium.ui.topology.internal.scene.Scene.of(fleets.fleet()), clock.millis());
        try (PartFixture fixture =
                new PartFixture(display, fleets, readouts, new Palette(dark), clock, width, height)) {
            int seen = 0;
            while (!fixture.shell.isDisposed()) {
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
                for (; seen < fixture.placed().size(); seen++) {
                    Flows.Placed placed = fixture.placed().get(seen);
                    System.out.println("placed " + placed.subject().job().getName() + " tasks "
                            + placed.subject().tasks().size() + " on "
                            + FleetLabels.name(FleetLabels.of(placed.target())));
                }
            }
        }
    }
}
