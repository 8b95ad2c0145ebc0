// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import podium.core.access.AccessService;
import podium.core.rule.RuleService;
import podium.ui.act.Acts;
import podium.ui.act.DeviceFlow;
import podium.ui.act.DeviceMenu;
import podium.ui.act.Dialogs;
import podium.ui.act.Locks;
import podium.ui.act.Offers;
import podium.ui.act.PartitionFlow;
import podium.ui.act.PlaceFlow;
import podium.ui.act.ThingMenu;
import podium.ui.act.UnsentManifest;
import podium.ui.advice.Cures;
import podium.ui.advice.PartShower;
import podium.ui.advice.Supposition;
import podium.ui.cluster.ClusterActions;
import podium.ui.drag.DragSession;
import podium.ui.find.Finder;
import podium.ui.kit.Background;
import podium.ui.kit.DisplayRealm;
import podium.ui.kit.Icons;
import podium.ui.kit.Kit;
import podium.ui.kit.Look;
import podium.ui.kit.Palette;
import podium.ui.part.DetailsPart;
import podium.ui.select.FleetSelection;

/** Everything a part is injected with, over a made fleet. */
public final class Stage {
    public final FakeFleet made = new FakeFleet();
    public final FakeOperations operations;
    public final FakePlacement placement;
    public final FakeBoard board;
    public final FakeJobActs jobActs;
    public final FakeAdvice advice;
    public final FakeWhatIf whatIf = new FakeWhatIf();
    /** Parts that were brought to the front. */
    public final List<String> parts = new ArrayList<>();

    /** Objects of parts, by id. */
    public final Map<String, Object> shown = new HashMap<>();

    public final FakeDrains drains;
    public final FakeConnections connections = new FakeConnections();
    public final FakeSources sources = new FakeSources();
    public final FakePast past = new FakePast();
    public final FakeTelemetry telemetry = new FakeTelemetry(FakeFleet.NOW.toEpochMilli());
    public final FakeMachine machine = new FakeMachine();
    public final FakeLinks links = new FakeLinks();
    public final FleetSelection selection = new FleetSelection();
    public final FakeSubmit submit;
    public final UnsentManifest unsent;
    public final DragSession drags;
    public final Locks locks = new Locks();
    public final Finder finder = new Finder();
    public final Dialogs dialogs;
    public final FakeFleetService fleet;
    public final Kit kit;
    public final PlaceFlow place;
    public final Acts acts;
    public final FakeDevices devices = new FakeDevices();
    public final DeviceMenu deviceMenu;
    public final ThingMenu menu;
    public final Supposition supposition;
    public final Cures cures;
    public final ClusterActions clusters;

    public Stage(Display display, boolean dark) {
        this(display, dark, new FakeDialogs());
    }

    public Stage(Display display, boolean dark, Dialogs dialogs) {
        this(display, dark, kit -> dialogs);
    }

    /** With dialogs that need the kit. */
    public Stage(Display display, boolean dark, Function<Kit, Dialogs> make) {
        DisplayRealm realm = new DisplayRealm(display);
        Palette palette = new Palette(dark);
        fleet = new FakeFleetService(made.fleet(), realm);
        selection.follow(fleet);
        kit = new Kit(
                new Look(palette, new Icons(display, palette)),
                new Background(realm),
                InstantSource.fixed(FakeFleet.NOW));
        clusters = new ClusterActions(connections, connections, connections, kit.background(), kit.opening());
        dialogs = make.apply(kit);
        Offers offers = new Offers(locks, RuleService.none(), AccessService.unknown());
        FakeFlows flows = new FakeFlows(fleet, dialogs, offers, kit.background());
        operations = flows.operations;
        placement = flows.placement;
        advice = flows.advice;
        board = flows.ranks;
        jobActs = flows.jobActs;
        drains = flows.drains;
        submit = flows.submit;
        unsent = flows.unsent;
        drags = flows.drags;
        place = flows.place;
        acts = flows.acts;
        supposition = new Supposition(whatIf, kit.background());
        deviceMenu = new DeviceMenu(
                new DeviceFlow(devices, flows.drain, flows.review, dialogs, offers, kit.background()),
                new PartitionFlow(devices, flows.review, dialogs, offers));
        menu = new ThingMenu(acts, deviceMenu);
        cures = new Cures(acts, place, supposition, new PartShower(null) {
            @Override
            public Optional<Object> show(String id) {
                parts.add(id);
                return Optional.ofNullable(shown.get(id));
            }
        });
    }

    /** The Details part, below this. */
    public DetailsPart details(Composite parent) {
        return new DetailsPart(
                parent,
                fleet,
                selection,
                placement,
                advice,
                cures,
                telemetry,
                connections,
                operations,
                sources,
                machine,
                menu,
                links,
                dialogs,
                kit);
    }
}
