// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.util.List;
import java.util.OptionalDouble;
import podium.core.metrics.Metric;
import podium.core.metrics.Unit;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.ui.label.JobOwners;
import podium.ui.topology.texts.Texts;

/** What the cells are coloured by. */
public enum ColourBy {
    /** Who holds it: no metric, the model alone. */
    HOLDING(Texts.of("ColourBy.heldFree"), Unit.COUNT, 0, 1),
    ACTIVITY(Texts.of("ColourBy.activity"), Unit.RATIO, 0, 1, Metric.ACTIVITY),
    /** Used memory as a part of all memory. */
    MEMORY(Texts.of("ColourBy.memory"), Unit.RATIO, 0, 1, Metric.MEMORY_USED, Metric.MEMORY_TOTAL),
    /** From the idle temperature of a data-centre GPU to where NVIDIA's begin to slow down. */
    TEMPERATURE(Texts.of("ColourBy.temperature"), Unit.CELSIUS, 25, 90, Metric.TEMPERATURE),
    /** Power as a part of what the device may draw: products differ by a factor of twenty. */
    POWER(Texts.of("ColourBy.power"), Unit.RATIO, 0, 1, Metric.POWER, Metric.POWER_LIMIT),
    /** Last XID, uncorrected and corrected ECC errors, remapped rows: none, some, serious. */
    ERRORS(
            Texts.of("ColourBy.errors"),
            Unit.COUNT,
            0,
            1,
            Metric.XID,
            Metric.ECC_UNCORRECTED,
            Metric.ECC_CORRECTED,
            Metric.REMAPPED_ROWS),
    /** Who holds it and does nothing with it. */
    IDLE(Texts.of("ColourBy.idleButHeld"), Unit.RATIO, 0, 1, Metric.ACTIVITY),
    /** Each job in one colour, those beside it in others. */
    JOB(Texts.of("ColourBy.job"), Unit.COUNT, 0, 1),
    NAMESPACE(Texts.of("ColourBy.namespace"), Unit.COUNT, 0, 1),
    /** By the label that says it, else by the queue. */
    TEAM(Texts.of("ColourBy.team"), Unit.COUNT, 0, 1);

    private final String label;
    private final Unit unit;
    private final double low;
    private final double high;
    private final List<Metric> metrics;

    ColourBy(String label, Unit unit, double low, double high, Metric... metrics) {
        this.label = label;
        this.unit = unit;
        this.low = low;
        this.high = high;
        this.metrics = List.of(metrics);
    }

    /** Name on screen. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** Value at the idle end of the ramp, in the unit. */
    public double low() {
        return low;
    }

    /** Value at the full end of the ramp, in the unit. */
    public double high() {
        return high;
    }

    /** Metrics read for it; empty: none. */
    public List<Metric> metrics() {
        return metrics;
    }

    /** True when values lie on a ramp, false when they fall into classes. */
    public boolean isRamp() {
        return this != HOLDING && this != ERRORS && this != IDLE && !isGroup();
    }

    /** True when what is held has the colour of whoever holds it. */
    public boolean isGroup() {
        return this == JOB || this == NAMESPACE || this == TEAM;
    }

    /** True when what nobody holds is shown as in {@link #HOLDING}. */
    public boolean isHolding() {
        return this == HOLDING || this == IDLE || isGroup();
    }

    /** Name of the group of a job; empty: it is in none. */
    public String group(Job job) {
        return switch (this) {
            case JOB -> job.getNamespace() + "/" + job.getName();
            case NAMESPACE -> CleanText.clean(job.getNamespace());
            case TEAM -> JobOwners.team(job);
            default -> "";
        };
    }

    /** Place of a value on the ramp, 0 to 1. */
    public double onRamp(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }

    /**
     * The value shown, from the newest readings of {@link #metrics()} in their order (NaN: none came); empty when what
     * is needed is not known. For {@link #ERRORS}: 0 none, 1 corrected ones only, 2 serious ones.
     *
     * @param bound what the value is a part of where no reading tells: the device's memory in bytes, its power in watts;
     *     NaN: unknown
     */
    public OptionalDouble value(double[] readings, double bound) {
        return switch (this) {
            case HOLDING, JOB, NAMESPACE, TEAM -> OptionalDouble.empty();
            case ACTIVITY, TEMPERATURE, IDLE -> known(readings[0]);
            case MEMORY, POWER -> known(readings[0] / (readings[1] > 0 ? readings[1] : bound));
            case ERRORS -> errors(readings);
        };
    }

    private static OptionalDouble errors(double[] readings) {
        if (readings[0] > 0 || readings[1] > 0) {
            return OptionalDouble.of(2);
        } else if (readings[2] > 0 || readings[3] > 0) {
            return OptionalDouble.of(1);
        }
        return readings[0] == 0 || readings[1] == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    private static OptionalDouble known(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
