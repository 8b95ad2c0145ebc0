// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.telemetry.TelemetryStore;
import podium.ui.topology.internal.scene.Cell;

/**
 * The newest value of each cell for one colouring, taken at one moment. Immutable; taken on any thread.
 *
 * @param values by cell number, in the colouring's unit; NaN: unknown
 * @param times by cell number, epoch milliseconds of the oldest reading the value was made of; 0 where unknown
 * @param takenAt epoch milliseconds
 * @param version of the store when they were taken
 */
public record CellValues(ColourBy by, float[] values, long[] times, long takenAt, long version) {
    /** A reading older than this is shown as stale, in milliseconds. */
    public static final long STALE_AFTER = 60_000;

    /** No reading at all. */
    public static CellValues none(ColourBy by, int cells) {
        float[] values = new float[cells];
        Arrays.fill(values, Float.NaN);
        return new CellValues(by, values, new long[cells], 0, -1);
    }

    /**
     * Reads the store for these cells.
     *
     * @param bounds by cell number, as {@link ColourBy#value} wants them
     */
    public static CellValues take(ColourBy by, List<Cell> cells, double[] bounds, TelemetryStore store, long now) {
        long version = store.version();
        CellValues readings = none(by, cells.size());
        Metric[] metrics = by.metrics().toArray(Metric[]::new);
        double[] newest = new double[metrics.length];
        for (int i = 0; i < readings.values.length && metrics.length > 0; i++) {
            long oldest = Long.MAX_VALUE;
            for (int m = 0; m < metrics.length; m++) {
                Optional<Sample> reading = store.latest(cells.get(i).key(), metrics[m]);
                newest[m] = reading.isPresent() ? reading.get().value() : Double.NaN;
                oldest = reading.isPresent() ? Math.min(oldest, reading.get().time()) : oldest;
            }
            OptionalDouble value = by.value(newest, bounds[i]);
            if (value.isPresent()) {
                readings.values[i] = (float) value.getAsDouble();
                readings.times[i] = oldest;
            }
        }
        return new CellValues(by, readings.values, readings.times, now, version);
    }

    /** False while nothing was read yet. */
    public boolean isTaken() {
        return version >= 0;
    }

    /** The value of a cell; empty when it is not known. */
    public OptionalDouble value(Cell cell) {
        float value = cell.id() < values.length ? values[cell.id()] : Float.NaN;
        return Float.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** When it was measured, epoch milliseconds; meaningful where there is a value. */
    public long time(Cell cell) {
        return times[cell.id()];
    }

    /** True when there is a value and it is too old to be taken for the present. */
    public boolean isStale(Cell cell) {
        return value(cell).isPresent() && takenAt - times[cell.id()] > STALE_AFTER;
    }

    /** Largest known value of cells {@code from} to {@code end}; empty when none is known. */
    public OptionalDouble most(int from, int end) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < Math.min(end, values.length); i++) {
            if (!Float.isNaN(values[i])) {
                most = Math.max(most, values[i]);
            }
        }
        return most == Double.NEGATIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(most);
    }
}
