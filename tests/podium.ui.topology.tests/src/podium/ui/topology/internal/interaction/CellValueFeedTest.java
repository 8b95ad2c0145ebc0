// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.label.Snapshots;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.DisplayRealm;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Readouts;

class CellValueFeedTest {
    private final Fleets fleets = Fleets.edge();
    private final TopologyModel model = new TopologyModel(fleets.fleet());
    private final Cell cell = model.scene().cells().getFirst();
    private final Readouts store = new Readouts();
    private Instant now = Fleets.NOW;
    private Display display;
    private Shell shell;
    private BackgroundWork background;
    private CellValueFeed feed;

    @BeforeEach
    void open() {
        display = Displays.needed();
        shell = new Shell(display, SWT.NO_TRIM);
        background = new BackgroundWork(new DisplayRealm(display));
        InstantSource clock = () -> now;
        feed = new CellValueFeed(shell, model, store, background, clock);
    }

    @AfterEach
    void close() {
        if (shell != null) {
            shell.dispose();
            background.close();
        }
    }

    @Test
    void whatTheStoreKnowsReachesTheStage() {
        store.append(cell.key(), Metric.ACTIVITY, now.toEpochMilli(), 0.5);
        model.colourBy(ColourBy.ACTIVITY);
        feed.read();
        await(() -> model.readings().value(cell).equals(OptionalDouble.of(0.5)));
    }

    @Test
    void aNewColouringDuringAReadIsReadToo() {
        store.append(cell.key(), Metric.ACTIVITY, now.toEpochMilli(), 0.5);
        store.append(cell.key(), Metric.POWER, now.toEpochMilli(), 300);
        store.append(cell.key(), Metric.POWER_LIMIT, now.toEpochMilli(), 600);
        model.colourBy(ColourBy.ACTIVITY);
        feed.read();
        model.colourBy(ColourBy.POWER);
        feed.read();
        await(() -> model.readings().value(cell).equals(OptionalDouble.of(0.5)));
    }

    @Test
    void whatGrowsOldIsSeenToBeThoughTheStoreHasNoNews() {
        store.append(cell.key(), Metric.ACTIVITY, now.toEpochMilli(), 0.5);
        model.colourBy(ColourBy.ACTIVITY);
        feed.read();
        await(() -> model.readings().value(cell).isPresent());
        now = now.plusSeconds(300);
        feed.read();
        await(() -> model.readings().isStale(cell));
    }

    @Test
    void anXidOfBrokenOnesReachesTheStageInEveryColouringAndGoesWithTheXid() {
        store.append(cell.key(), Metric.XID, now.toEpochMilli(), 79);
        feed.readXids();
        await(() -> model.states().isBroken(cell));
        model.rebuild();
        assertTrue(model.states().isBroken(model.scene().cells().getFirst()), "another scene has it too");
        store.append(cell.key(), Metric.XID, now.toEpochMilli() + 1, 31);
        feed.readXids();
        await(() -> !model.states().isBroken(model.scene().cells().getFirst()));
    }

    /** For seconds it showed the dots of what is not known, then the cross. */
    @Test
    void aSnapshotIsShownWithItsReadingsAndWithWhatIsBrokenInIt() {
        model.colourBy(ColourBy.ACTIVITY);
        Cluster cluster = cell.node().cluster();
        cluster.setId(Snapshots.KIND + "x");
        cluster.setConnection(ConnectionState.CLOSED);
        DeviceKey key = DeviceKey.of(cell.accelerator());
        store.append(key, Metric.XID, now.toEpochMilli(), 79);
        store.append(key, Metric.ACTIVITY, now.toEpochMilli(), 0.5);
        model.rebuild();
        Cell shown = model.scene().cells().getFirst();
        assertTrue(model.states().isBroken(shown));
        assertEquals(OptionalDouble.of(0.5), model.readings().value(shown));
    }

    @Test
    void holdingNeedsNoReadings() {
        store.append(cell.key(), Metric.ACTIVITY, now.toEpochMilli(), 0.5);
        feed.read();
        Displays.settle(display);
        assertEquals(-1, model.readings().version());
    }

    private void await(BooleanSupplier condition) {
        Displays.await(display, condition, () -> "");
    }
}
