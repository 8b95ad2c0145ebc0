// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
import podium.core.fleet.IdleReading;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.ui.label.Snapshots;
import podium.ui.topology.internal.colour.CellStyle.Fill;
import podium.ui.topology.internal.colour.CellStyle.Mark;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.SceneStates;

/**
 * The look of each cell and of each block, from what is known. Unknown is never shown as 0: a cell without a reading is a
 * dotted outline, whatever the metric.
 */
public final class CellStyler {
    private final SceneStates states;
    private final CellValues readings;
    private final GroupColours colours;

    public CellStyler(SceneStates states, CellValues readings, GroupColours colours) {
        this.states = states;
        this.readings = readings;
        this.colours = colours;
    }

    public CellValues readings() {
        return readings;
    }

    public SceneStates states() {
        return states;
    }

    /** Look of a cell. In the realm. */
    public CellStyle of(Cell cell) {
        boolean holding = readings.by().isHolding();
        boolean hatched = holding && states.of(cell) == AcceleratorState.TAINTED;
        boolean measured = !holding || readings.by() == ColourBy.IDLE && states.of(cell) == AcceleratorState.HELD;
        Mark mark = mark(
                cell,
                measured && readings.isStale(cell) && !Snapshots.is(cell.node().cluster()),
                hatched);
        if (holding) {
            Fill fill = isBroken(cell) && isHeldByNobody(cell) ? Fill.NONE : holdingFill(states.of(cell), cell);
            return fill == Fill.HELD ? held(cell, mark) : CellStyle.of(fill, mark);
        }
        OptionalDouble value = readings.value(cell);
        if (value.isEmpty()) {
            return CellStyle.of(Fill.UNKNOWN, mark);
        } else if (readings.by().isRamp()) {
            return ramp(isHeldByNobody(cell) ? Fill.RAMP_FREE : Fill.RAMP, value.getAsDouble(), mark);
        }
        return CellStyle.of(errors(value.getAsDouble()), mark);
    }

    /** Free or not: what nobody holds and what is held and idle have the same low values. */
    private boolean isHeldByNobody(Cell cell) {
        return switch (states.of(cell)) {
            case FREE, TAINTED, WITHHELD_WHICH -> true;
            case FAILED -> cell.accelerator().getTasks().isEmpty();
            case HELD, UNKNOWN_WHICH, UNKNOWN -> false;
        };
    }

    /**
     * Look of a box drawn as one block: what most of its devices have, of those that are held where who holds them is asked; the
     * worst for errors.
     */
    public CellStyle of(Box box) {
        Mark mark = isStale(box.cluster()) ? Mark.STALE : Mark.PLAIN;
        if (readings.by().isHolding()) {
            boolean idle = readings.by() == ColourBy.IDLE && anyIdle(box);
            Fill fill = idle ? Fill.IDLE : holdingFill(states.of(box).holdings());
            return fill == Fill.HELD && readings.by().isGroup() ? grouped(group(box), mark) : CellStyle.of(fill, mark);
        } else if (readings.by() == ColourBy.ERRORS) {
            OptionalDouble worst = readings.most(box.firstCell(), box.endCell());
            return CellStyle.of(worst.isPresent() ? errors(worst.getAsDouble()) : Fill.UNKNOWN, mark);
        }
        long idle = cells(box).filter(this::isHeldByNobody).count();
        boolean free = 2 * idle > box.cells();
        OptionalDouble mean = cells(box)
                .filter(cell -> isHeldByNobody(cell) == free)
                .flatMapToDouble(cell -> readings.value(cell).stream())
                .average();
        return mean.isPresent()
                ? ramp(free ? Fill.RAMP_FREE : Fill.RAMP, mean.getAsDouble(), mark)
                : CellStyle.of(Fill.UNKNOWN, mark);
    }

    private Stream<Cell> cells(Box box) {
        return states.scene().cells(box).stream();
    }

    /** Whose most of the held devices of a box are; empty: of most it is not known. */
    private String group(Box box) {
        Map<String, Integer> held = new TreeMap<>();
        cells(box)
                .filter(cell ->
                        states.of(cell) == AcceleratorState.HELD || states.of(cell) == AcceleratorState.UNKNOWN_WHICH)
                .forEach(cell -> held.merge(group(readings.by(), cell), 1, Integer::sum));
        return held.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** True when what is shown of a cluster is what was last heard, not what is now. */
    public static boolean isStale(Cluster cluster) {
        return cluster.getConnection() != ConnectionState.LIVE
                && cluster.getLastContact() != null
                && !Snapshots.is(cluster);
    }

    private Mark mark(Cell cell, boolean oldReading, boolean hatched) {
        Health health = cell.accelerator().getHealth();
        if (isBroken(cell)) {
            return Mark.FAILED;
        } else if (oldReading || isStale(cell.node().cluster())) {
            return Mark.STALE;
        } else if (!hatched && states.isTainted(cell)) {
            return Mark.TAINTED;
        }
        return health == Health.DEGRADED || states.isSuspected(cell) ? Mark.DEGRADED : Mark.PLAIN;
    }

    /** By a source that tells its health, or by what is measured. */
    public boolean isBroken(Cell cell) {
        return cell.accelerator().getHealth() == Health.FAILED
                || states.of(cell) == AcceleratorState.FAILED
                || states.isBroken(cell);
    }

    private static Fill holdingFill(AcceleratorState state, Cell cell) {
        return switch (state) {
            case FREE -> Fill.FREE;
            case TAINTED -> Fill.TAINTED;
            case HELD -> Fill.HELD;
            case UNKNOWN_WHICH -> Fill.UNKNOWN_WHICH;
            case FAILED -> cell.accelerator().getTasks().isEmpty() ? Fill.NONE : Fill.HELD;
            case UNKNOWN, WITHHELD_WHICH -> Fill.UNKNOWN;
        };
    }

    private static Fill holdingFill(Holdings holdings) {
        if (holdings.total() == 0) {
            return Fill.NONE;
        } else if (holdings.unknown() == holdings.total()) {
            return Fill.UNKNOWN;
        }
        return holdings.held() > 0 ? Fill.HELD : holdings.tainted() == holdings.total() ? Fill.TAINTED : Fill.FREE;
    }

    /** What somebody holds, by what is asked of it beside. */
    private CellStyle held(Cell cell, Mark mark) {
        if (readings.by() == ColourBy.IDLE) {
            OptionalDouble activity = readings.value(cell);
            return CellStyle.of(activity.isEmpty() ? Fill.UNKNOWN : isIdle(cell) ? Fill.IDLE : Fill.HELD, mark);
        } else if (!readings.by().isGroup()) {
            return CellStyle.of(Fill.HELD, mark);
        }
        return grouped(group(readings.by(), cell), mark);
    }

    /** The groups whose looks cells have, those of most cells first, each with the number of its look. In the realm. */
    public Map<String, Integer> groups() {
        Map<String, Integer> held = new TreeMap<>();
        if (readings.by().isGroup()) {
            states.scene().cells().stream()
                    .filter(cell -> of(cell).fill() == Fill.GROUP)
                    .forEach(cell -> held.merge(group(readings.by(), cell), 1, Integer::sum));
        }
        Map<String, Integer> groups = new LinkedHashMap<>();
        held.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(
                        entry -> groups.put(entry.getKey(), colours.of(entry.getKey(), readings.by(), states.scene())));
        return groups;
    }

    private CellStyle grouped(String group, Mark mark) {
        return group.isEmpty()
                ? CellStyle.of(Fill.HELD, mark)
                : new CellStyle(Fill.GROUP, colours.of(group, readings.by(), states.scene()), mark);
    }

    /**
     * Whose colour a cell that is held has; empty: it is not known whose. Before a source tells which devices each task of a node holds,
     * it is known where all are of one group.
     */
    static String group(ColourBy by, Cell cell) {
        List<Task> holders = Holdings.holders(cell.accelerator());
        if (holders.isEmpty()) {
            List<String> groups = ((Node) cell.node().subject())
                    .getTasks().stream()
                            .filter(CellStyler::isSomewhere)
                            .map(task -> task.getJob() == null ? "" : by.group(task.getJob()))
                            .distinct()
                            .toList();
            return groups.size() == 1 ? groups.getFirst() : "";
        }
        return holders.stream()
                .filter(task -> task.getJob() != null)
                .findFirst()
                .map(task -> by.group(task.getJob()))
                .orElse("");
    }

    /** Whether it holds devices of which no source tells which they are. */
    private static boolean isSomewhere(Task task) {
        return task.getAccelerators().isEmpty()
                && task.getSlices().isEmpty()
                && Holdings.holds(task)
                && Holdings.asked(task) > 0;
    }

    private boolean anyIdle(Box box) {
        return cells(box).anyMatch(cell -> states.of(cell) == AcceleratorState.HELD && isIdle(cell));
    }

    private boolean isIdle(Cell cell) {
        OptionalDouble activity = readings.value(cell);
        return activity.isPresent()
                && IdleReading.is(
                        cell.accelerator(), activity.getAsDouble(), Instant.ofEpochMilli(readings.time(cell)));
    }

    private CellStyle ramp(Fill fill, double value, Mark mark) {
        return new CellStyle(fill, (int) Math.round(readings.by().onRamp(value) * 255), mark);
    }

    /** What errors are shown as: as none, as those that were corrected, or as serious ones. */
    public static Fill errors(double value) {
        return value >= 2 ? Fill.CRITICAL : value >= 1 ? Fill.WARNING : Fill.NONE;
    }
}
