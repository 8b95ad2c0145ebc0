// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import podium.core.job.LostGpuHours;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.placement.Target;
import podium.placement.advice.SlotMoves;
import podium.placement.advice.SlotMoves.Move;
import podium.placement.advice.Slots;
import podium.ui.label.FleetLabels;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.table.StateIcon;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/** What the tables of slots and of moves show. */
final class SlotColumns {
    private SlotColumns() {}

    static List<Column<Slots, ?>> slots() {
        List<Column<Slots, ?>> columns = new ArrayList<>();
        columns.add(Column.<Slots>text("where", "where", 140, Form.NAME, SlotColumns::where)
                .marked(slots -> Optional.of(new StateIcon(FleetLabels.icon(slots.of()), Name.TEXT))));
        for (int size : Slots.SIZES) {
            columns.add(Column.count("of" + size, "of " + size, width(size), slots -> slots.count(size)));
        }
        columns.add(number("free", "GPUs free", 84, Slots::free));
        columns.add(Column.text("parts", "slices free", 150, Form.SENTENCE, SlotColumns::parts));
        columns.add(number("stranded", "stranded", 96, slots -> Math.min(slots.stranded(), slots.free())));
        return columns;
    }

    /** 3 \u00d7 1g.10gb, 12 \u00d7 1/4 GPU: what is free of devices that are divided, which is no slot of any size. */
    private static String parts(Slots slots) {
        return new TreeMap<>(slots.parts())
                .entrySet().stream()
                        .filter(part -> part.getValue() > 0)
                        .map(part -> Formats.count(part.getValue()) + " \u00d7 " + SafeText.line(part.getKey()))
                        .collect(Collectors.joining(", "));
    }

    /** Pixels for a column of slots of so many: its head must be read. */
    private static int width(int size) {
        return size < 10 ? 44 : size < 100 ? 52 : 60;
    }

    private static String where(Slots slots) {
        return FleetLabels.called(slots.of());
    }

    private static Column<Slots, Double> number(
            String id, String label, int width, java.util.function.Function<Slots, Double> value) {
        return Column.of(id, label, width, Form.NUMBER, value::apply, SlotColumns::amount);
    }

    /** Whole devices as whole numbers; parts of a shared one with a decimal. */
    static String amount(double gpus) {
        double tenths = Math.rint(gpus * 10) / 10;
        return tenths == Math.rint(tenths)
                ? Formats.count(Math.round(tenths))
                : String.format(Locale.ROOT, "%.1f", tenths);
    }

    /** Cluster, then its domains, each under the one it lies in. */
    static Rows<Slots> rows(List<Slots> all) {
        return new Rows<>(all.stream()
                .map(slots -> new Row<>(FleetLabels.key(slots.of()), slots, depth(slots), Fold.NONE))
                .toList());
    }

    private static int depth(Slots slots) {
        int depth = slots.of() instanceof Domain ? 1 : 0;
        for (Domain up = slots.of() instanceof Domain domain ? domain.getParent() : null;
                up != null;
                up = up.getParent()) {
            depth++;
        }
        return depth;
    }

    static List<Column<Move, ?>> moves() {
        return List.of(
                Column.<Move>text("task", "restarts elsewhere", 150, Form.NAME, move -> FleetLabels.name(move.task()))
                        .marked(move -> Optional.of(new StateIcon(Icon.TASK, Name.TEXT))),
                Column.text("from", "from", 92, Form.NAME, move -> FleetLabels.name(move.from())),
                Column.text("to", "to", 92, Form.NAME, move -> FleetLabels.name(move.to())),
                new Column<Move, OptionalDouble>(
                        "lost",
                        "GPU-hours lost",
                        112,
                        Form.NUMBER,
                        Move::gpuHours,
                        SlotColumns::hours,
                        Comparator.comparingDouble(it -> it.orElse(Double.POSITIVE_INFINITY)),
                        move -> Optional.empty()),
                Column.text(
                        "gang",
                        "with it",
                        120,
                        Form.SENTENCE,
                        move -> move.wholeGang() ? "its whole gang restarts" : ""));
    }

    /** What frees a slot, in a line. */
    static String words(Optional<SlotMoves> relief, int gpus) {
        if (relief.isEmpty()) {
            return "No set of moves was found that frees a slot of " + gpus + " here.";
        }
        String where =
                switch (relief.get().where()) {
                    case Target.OnNode on -> FleetLabels.name(on.node());
                    case Target.OnDomain on -> FleetLabels.called(on.domain());
                };
        int moves = relief.get().moves().size();
        return moves == 0
                ? "A slot of " + gpus + " is free: " + where + "."
                : Formats.counted(moves, "restart") + " elsewhere free" + (moves == 1 ? "s" : "") + " a slot of " + gpus
                        + " on " + where
                        + lost(relief.get().gpuHours());
    }

    /** Free a slot of 8 on gpu-r4-n1. */
    static String title(SlotMoves slot) {
        String where =
                switch (slot.where()) {
                    case Target.OnNode on -> FleetLabels.name(on.node());
                    case Target.OnDomain on -> FleetLabels.called(on.domain());
                };
        return "Free a slot of " + slot.gpus() + " on " + where;
    }

    /** What a move loses, in a sentence. */
    static String cost(Move move) {
        return FleetLabels.name(move.task()) + " restarts on " + FleetLabels.name(move.to())
                + (move.wholeGang() ? " with its whole gang; " : "; ") + lost(move) + ".";
    }

    /** What a gang loses that moves whole, in a sentence. */
    static String cost(Job job, Domain to, List<Move> moves) {
        return FleetLabels.name(job) + " restarts whole on " + FleetLabels.called(to) + "; " + lost(moves.getFirst())
                + ".";
    }

    private static String lost(Move move) {
        return move.gpuHours().isEmpty()
                ? "GPU-hours lost unknown"
                : hours(move.gpuHours()) + " GPU-hours are lost unless a checkpoint was saved";
    }

    private static String lost(OptionalDouble hours) {
        return hours.isEmpty()
                ? "; GPU-hours lost unknown: the start time of one of them is not known."
                : "; " + hours(hours) + " GPU-hours since their start are lost unless a checkpoint was saved.";
    }

    private static String hours(OptionalDouble hours) {
        return hours.isEmpty() ? "unknown" : LostGpuHours.number(hours.getAsDouble());
    }
}
