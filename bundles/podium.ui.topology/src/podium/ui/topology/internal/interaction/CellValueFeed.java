// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import podium.core.metrics.DeviceKey;
import podium.model.fleet.Cluster;
import podium.telemetry.DeviceXid;
import podium.telemetry.TelemetryStore;
import podium.ui.label.Snapshots;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.topology.internal.colour.CellValues;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;

/**
 * Brings the newest readings to the stage: at once when the colouring changes, then as often as the store has news, and at
 * least so often that what became stale is seen to be. Read beside the UI thread; one read at a time. UI thread.
 */
public final class CellValueFeed {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    /** All devices of a large fleet are asked for it. */
    private static final Duration XIDS = Duration.ofSeconds(5);

    private static final long AT_LEAST = 10_000;

    private final TopologyModel model;
    private final TelemetryStore store;
    private final BackgroundWork background;
    private final InstantSource clock;
    private boolean reading;
    private boolean looking;
    /** The version of the store and the scene that were looked at for what is broken. */
    private long looked = -1;

    private @Nullable Scene seen;
    /** What was found broken last. */
    private Set<DeviceKey> known = Set.of();
    /** Clusters of snapshots that were looked at when they came. */
    private final Set<Cluster> snapshots = Collections.newSetFromMap(new WeakHashMap<>());

    public CellValueFeed(
            Control control,
            TopologyModel model,
            TelemetryStore store,
            BackgroundWork background,
            InstantSource clock) {
        this.model = model;
        this.store = store;
        this.background = background;
        this.clock = clock;
        Repaint.every(control, PERIOD, this::read);
        Repaint.every(control, XIDS, this::readXids);
        new Subscriptions(control).add(model.listen(event -> {
            if (event instanceof TopologyModel.Event.Everything) {
                readAtOnce();
            }
        }));
    }

    /** What a new scene shows is read before the next second; of a snapshot all is there, so it never looks unknown. */
    private void readAtOnce() {
        List<Cell> cells = model.scene().clusters().stream()
                .filter(box -> Snapshots.is(box.cluster()) && snapshots.add(box.cluster()))
                .flatMap(box -> model.scene().cells(box).stream())
                .toList();
        ColourBy by = model.readings().by();
        if (!cells.isEmpty()) {
            Set<DeviceKey> all = broken(cells);
            all.addAll(known);
            known = all;
            model.broken(all);
            if (!by.metrics().isEmpty()) {
                model.take(CellValues.take(by, model.scene().cells(), model.bounds(by), store, clock.millis()));
            }
        } else if (!model.readings().isTaken()) {
            read();
        }
    }

    /** Reads now if there may be something new. */
    public void read() {
        CellValues shown = model.readings();
        ColourBy by = shown.by();
        long now = clock.millis();
        boolean news = shown.version() != store.version() || now - shown.takenAt() > AT_LEAST;
        if (reading || by.metrics().isEmpty() || !news) {
            return;
        }
        List<Cell> cells = model.scene().cells();
        double[] bounds = model.bounds(by);
        reading = true;
        background.run(() -> CellValues.take(by, cells, bounds, store, now), this::done, problem -> reading = false);
    }

    /** Which devices are broken is shown in every colouring. */
    void readXids() {
        long version = store.version();
        Scene scene = model.scene();
        if (looking || version == looked && scene == seen) {
            return;
        }
        looking = true;
        looked = version;
        seen = scene;
        background.run(
                () -> broken(scene.cells()),
                broken -> {
                    looking = false;
                    if (scene == model.scene()) {
                        known = broken;
                        model.broken(broken);
                    } else {
                        readXids(); // what came meanwhile was not looked at
                    }
                },
                problem -> looking = false);
    }

    private Set<DeviceKey> broken(List<Cell> cells) {
        return cells.stream()
                .map(Cell::key)
                .filter(key ->
                        DeviceXid.last(key, store).filter(DeviceXid::isBroken).isPresent())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void done(CellValues readings) {
        reading = false;
        model.take(readings);
        if (readings.by() != model.readings().by()) {
            read(); // another colouring was chosen meanwhile
        }
    }
}
