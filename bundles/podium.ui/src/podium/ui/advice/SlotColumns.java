// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.job.LostGpuHours;
import podium.core.job.PurposeRules;
import podium.model.fleet.Domain;
import podium.placement.advice.CureMoves;
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
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/** What the tables of slots and of moves show. */
final class SlotColumns {
    static final String PARTS = "parts";
    static final String STRANDED = "stranded";
    static final String TOGETHER = "gang";

    private SlotColumns() {}

    static List<Column<Slots, ?>> slots() {
        List<Column<Slots, ?>> columns = new ArrayList<>();
        columns.add(Column.<Slots>text("where", Texts.of("SlotColumns.where"), 140, Form.NAME, SlotColumns::where)
                .marked(slots -> Optional.of(new StateIcon(FleetLabels.icon(slots.of()), Name.TEXT))));
        for (int size : Slots.SIZES) {
            columns.add(Column.count(
                    id(size), Texts.of("SlotColumns.ofGpus", size), width(size), slots -> slots.count(size)));
        }
        columns.add(number("free", Texts.of("SlotColumns.gpusFree"), 116, Slots::free));
        columns.add(Column.text(PARTS, Texts.of("SlotColumns.slicesFree"), 150, Form.SENTENCE, SlotColumns::parts));
        columns.add(number(
                STRANDED, Texts.of("SlotColumns.stranded"), 130, slots -> Math.min(slots.stranded(), slots.free())));
        return columns;
    }

    /** The column of slots of so many. */
    static String id(int size) {
        return "of" + size;
    }

    /** 3 \u00d7 1g.10gb, 12 \u00d7 1/4 GPU: what is free of devices that are divided, which is no slot of any size. */
    static String parts(Slots slots) {
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

    private static Column<Slots, Double> number(String id, String label, int width, Function<Slots, Double> value) {
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
                Column.<Move>text(
                                "task",
                                Texts.of("SlotColumns.restartsElsewhere"),
                                150,
                                Form.NAME,
                                move -> FleetLabels.name(move.task()))
                        .marked(move -> Optional.of(new StateIcon(Icon.TASK, Name.TEXT))),
                Column.text(
                        "from", Texts.of("SlotColumns.fromNode"), 92, Form.NAME, move -> FleetLabels.name(move.from())),
                Column.text("to", Texts.of("SlotColumns.toNode"), 92, Form.NAME, move -> FleetLabels.name(move.to())),
                lost(Move::gpuHours),
                Column.text(
                        TOGETHER,
                        Texts.of("SlotColumns.withIt"),
                        120,
                        Form.SENTENCE,
                        move -> move.wholeJob() ? Texts.of("SlotColumns.itsWholeJobRestarts") : ""));
    }

    /** The GPU-hours that a row loses, which are never cut; the unknown ones are the most. */
    static <R> Column<R, OptionalDouble> lost(Function<R, @Nullable OptionalDouble> hours) {
        return new Column<>(
                "lost",
                Texts.of("SlotColumns.gpuHoursLost"),
                112,
                Form.NUMBER,
                hours,
                SlotColumns::hours,
                Comparator.comparingDouble(it -> it.orElse(Double.POSITIVE_INFINITY)),
                row -> Optional.empty());
    }

    /**
     * What frees a slot, in a line.
     *
     * @param elsewhere how many slots of the size its cluster has, which no move takes
     */
    static String words(Optional<SlotMoves> relief, int gpus, int elsewhere) {
        if (relief.isEmpty()) {
            return elsewhere == 0
                    ? Texts.of("SlotColumns.noSetOfMoves", gpus)
                    : Texts.of("SlotColumns.noSetOfMovesWithoutTaking", gpus, Formats.count(elsewhere));
        }
        String where = FleetLabels.called(FleetLabels.of(relief.get().where()));
        int moves = relief.get().moves().size();
        if (moves == 0) {
            return Texts.of("SlotColumns.aSlotOfIs", gpus, where);
        }
        String restarts = Formats.counted(moves, "restart");
        OptionalDouble lost = relief.get().gpuHours();
        if (relief.get().moves().stream()
                .noneMatch(move -> PurposeRules.hasStateToLose(move.task().getJob()))) {
            return moves == 1
                    ? Texts.of("SlotColumns.restartOfAServiceFrees", restarts, gpus, where)
                    : Texts.of("SlotColumns.restartsOfServicesFree", restarts, gpus, where);
        }
        if (lost.isEmpty()) {
            return moves == 1
                    ? Texts.of("SlotColumns.restartFreesLossUnknown", restarts, gpus, where)
                    : Texts.of("SlotColumns.restartsFreeLossUnknown", restarts, gpus, where);
        }
        return moves == 1
                ? Texts.of("SlotColumns.restartFreesAndLoses", restarts, gpus, where, hours(lost))
                : Texts.of("SlotColumns.restartsFreeAndLose", restarts, gpus, where, hours(lost));
    }

    /** What ends a wait, in a line. */
    static String words(String title, Optional<CureMoves> cure) {
        if (cure.isEmpty()) {
            return Texts.of("SlotColumns.noMovesFor", title);
        }
        String restarts = Formats.counted(cure.get().moves().size(), "restart");
        return cure.get().gpuHours().isEmpty()
                ? Texts.of("SlotColumns.restartsForLossUnknown", title, restarts)
                : Texts.of(
                        "SlotColumns.restartsFor",
                        title,
                        restarts,
                        hours(cure.get().gpuHours()));
    }

    /** Restart 2 tasks to free a slot of 8 on gpu-r4-n1. */
    static String title(SlotMoves slot) {
        return Texts.of(
                "SlotColumns.freeASlotOf",
                slot.gpus(),
                FleetLabels.called(FleetLabels.of(slot.where())),
                Formats.counted(slot.moves().size(), "task"));
    }

    /** What a restart of a job loses, in a sentence that is the same for all services: what restarts where the plan says. */
    static String cost(Move move) {
        if (!PurposeRules.hasStateToLose(move.task().getJob())) {
            return Texts.of("SlotColumns.servicesAnswerFewer");
        }
        String job = FleetLabels.name(move.task().getJob());
        return move.gpuHours().isEmpty()
                ? Texts.of("SlotColumns.gpuHoursLostUnknown", job)
                : Texts.of("SlotColumns.gpuHoursAreLost", job, hours(move.gpuHours()));
    }

    private static String hours(OptionalDouble hours) {
        return hours.isEmpty() ? Texts.of("SlotColumns.unknown") : LostGpuHours.number(hours.getAsDouble());
    }
}
