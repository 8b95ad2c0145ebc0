// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import podium.core.placement.Target;
import podium.core.telemetry.TelemetryStore;
import podium.ui.drag.DragSession;
import podium.ui.kit.Background;
import podium.ui.kit.DisplayRealm;
import podium.ui.kit.Icons;
import podium.ui.kit.Kit;
import podium.ui.kit.Look;
import podium.ui.kit.Palette;
import podium.ui.select.FleetSelection;
import podium.ui.topology.TopologyPart;

/** The whole part in a window, over fakes. UI thread. */
public final class PartFixture implements AutoCloseable {
    private final Shell shell;
    private final FakeFleet fleet;
    private final Background background;
    private final FleetSelection selection = new FleetSelection();
    private final DragSession session = new DragSession();
    private final Flows flows;
    private final TopologyPart part;

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
        background = new Background(realm);
        Kit kit = new Kit(new Look(palette, new Icons(display, palette)), background, clock);
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setText("Topology");
        flows = new Flows(background, fleets.fleet());
        part = new TopologyPart(
                shell,
                fleet,
                telemetry,
                flows.placement(),
                flows.advice(),
                selection,
                session,
                flows.place(),
                flows.board(),
                flows.acts(),
                flows.devices(),
                flows.supposition(),
                kit);
        shell.setSize(w, h);
        shell.open();
        part.focus();
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
                            + Optional.of(placed.target())
                                    .map(PartFixture::name)
                                    .orElse("?"));
                }
            }
        }
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.OnNode on -> on.node().getName();
            case Target.OnDomain on -> on.domain().getName();
        };
    }
}
