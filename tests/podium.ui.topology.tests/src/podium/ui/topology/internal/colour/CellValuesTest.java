// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import podium.core.metrics.Metric;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Readouts;

class CellValuesTest {
    private static final long NOW = Fleets.NOW.toEpochMilli();
    private final Scene scene = Scene.of(Fleets.edge().fleet());
    private final Readouts store = new Readouts();

    @Test
    void aValueIsTheNewestOfItsDevice() {
        store.append(scene.cells().get(1).key(), Metric.ACTIVITY, NOW - 1000, 0.75);
        CellValues readings = take(ColourBy.ACTIVITY);
        assertEquals(OptionalDouble.of(0.75), readings.value(scene.cells().get(1)));
        assertEquals(NOW - 1000, readings.time(scene.cells().get(1)));
    }

    @Test
    void aDeviceWithoutAReadingIsUnknownAndNotZero() {
        store.append(scene.cells().get(1).key(), Metric.ACTIVITY, NOW, 0);
        CellValues readings = take(ColourBy.ACTIVITY);
        assertEquals(OptionalDouble.of(0), readings.value(scene.cells().get(1)));
        assertEquals(OptionalDouble.empty(), readings.value(scene.cells().get(0)));
    }

    @Test
    void aValueOfSeveralReadingsIsAsOldAsTheOldest() {
        store.append(scene.cells().get(0).key(), Metric.MEMORY_USED, NOW, 10);
        store.append(scene.cells().get(0).key(), Metric.MEMORY_TOTAL, NOW - 5000, 40);
        assertEquals(NOW - 5000, take(ColourBy.MEMORY).time(scene.cells().get(0)));
    }

    @Test
    void aReadingIsStaleAfterAMinuteAndAnUnknownOneNever() {
        store.append(scene.cells().get(0).key(), Metric.POWER, NOW - CellValues.STALE_AFTER - 1, 100);
        store.append(scene.cells().get(1).key(), Metric.POWER, NOW - CellValues.STALE_AFTER + 1, 100);
        CellValues readings = take(ColourBy.POWER);
        assertTrue(readings.isStale(scene.cells().get(0)));
        assertFalse(readings.isStale(scene.cells().get(1)));
        assertFalse(readings.isStale(scene.cells().get(2)));
    }

    @Test
    void theMostLeavesOutWhatIsUnknown() {
        store.append(scene.cells().get(0).key(), Metric.ACTIVITY, NOW, 0.25);
        store.append(scene.cells().get(2).key(), Metric.ACTIVITY, NOW, 0.75);
        CellValues readings = take(ColourBy.ACTIVITY);
        assertEquals(OptionalDouble.of(0.75), readings.most(0, scene.cells().size()));
        assertEquals(OptionalDouble.empty(), readings.most(3, 5));
    }

    @Test
    void holdingReadsNothing() {
        store.append(scene.cells().get(0).key(), Metric.ACTIVITY, NOW, 0.25);
        scene.cells()
                .forEach(cell -> assertEquals(
                        OptionalDouble.empty(), take(ColourBy.HOLDING).value(cell)));
    }

    private CellValues take(ColourBy by) {
        double[] memory = new double[scene.cells().size()];
        Arrays.fill(memory, by == ColourBy.POWER ? 700 : Double.NaN);
        return CellValues.take(by, scene.cells(), memory, store, NOW);
    }
}
