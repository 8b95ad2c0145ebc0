// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.ClusterMoment;
import podium.core.fleet.Holdings;
import podium.core.metrics.Curve;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.core.text.CleanText;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.telemetry.DeviceXid;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.CellStyler;
import podium.ui.topology.internal.layout.CellGrid;
import podium.ui.topology.internal.layout.FreeView;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.texts.Texts;

/**
 * What is told on a cell that is large: its number, who holds it and as which rank, what is measured and how busy it was, its slices.
 * It stands where the cell is seen, however far one has zoomed in. UI thread.
 */
final class DeepCellPainter {
    private static final int WIDTH = 170;
    private static final int HEIGHT = 120;
    private static final int MARGIN = 8;
    private static final int CURVE = 48;
    private static final int HIGHEST_CURVE = 200;
    private static final int WIDEST = 640;
    private static final int PAD = 6;
    private static final Duration PAST = Duration.ofMinutes(30);
    private static final int BUCKETS = 60;
    private static final int LEAST_BUCKETS = 12;

    private final CanvasColours inks;
    private final TextPainter texts;
    private final CellPainter cells;

    DeepCellPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
        this.cells = new CellPainter(inks, texts);
    }

    /** Whether a cell is large enough. */
    static boolean isDeep(PixelRect at) {
        return at.width() >= WIDTH && at.height() >= HEIGHT;
    }

    /** Whether a picture has cells that tell what is measured, so that it has to be looked at again. */
    static boolean anyMeasured(PaintState picture) {
        return picture.layout().scene().boxes().stream().anyMatch(box -> box.isNode() && isNear(picture, box));
    }

    private static boolean isNear(PaintState picture, Box node) {
        return LevelOfDetail.of(picture.layout(), node, picture.view().scale()) == LevelOfDetail.NEAR
                && BoxPainter.area(picture, node).overlaps(view(picture));
    }

    private static PixelRect view(PaintState picture) {
        return new PixelRect(0, 0, picture.view().width(), picture.view().height());
    }

    /** What is seen of the picture and not under the path, which is written where a header is scrolled out, as that of a cut cell is. */
    private static PixelRect belowPath(PaintState picture) {
        return new PixelRect(
                0,
                FreeView.PATH,
                picture.view().width(),
                Math.max(0, picture.view().height() - FreeView.PATH));
    }

    /**
     * Writes on all such cells that are seen; on those that are only near how busy they are, which changes faster
     * than the picture, unless something is drawn through the node.
     */
    void paint(
            GC gc,
            PaintState picture,
            PixelRect map,
            Predicate<Box> struck,
            Optional<TelemetryStore> store,
            Instant now) {
        for (Box node : picture.layout().scene().boxes()) {
            if (node.isNode() && isNear(picture, node)) {
                CellGrid grid = picture.layout().grid(node);
                for (Cell cell : picture.layout().scene().cells(node)) {
                    PixelRect at = picture.view().pixels(grid.cell(cell.place()));
                    PixelRect seen = FreeView.besideMap(map, at.common(belowPath(picture)));
                    if (isDeep(at)
                            && seen.width() > WIDTH / 2
                            && seen.height() > texts.label().height()) {
                        write(gc, cell, picture.styles(), seen, store, now);
                    } else if (!isDeep(at)
                            && !struck.test(node)
                            && store.isPresent()
                            && picture.styles().readings().by().metrics().isEmpty()) {
                        reading(store.get(), cell, Metric.ACTIVITY)
                                .ifPresent(value -> cells.activity(
                                        gc, picture, cell, at, Formats.value(value, Metric.ACTIVITY.unit())));
                    }
                }
            }
        }
    }

    private void write(
            GC gc, Cell cell, CellStyler styles, PixelRect seen, Optional<TelemetryStore> store, Instant now) {
        TextPainter.MeasuredFont text = texts.label();
        List<String> lines = lines(cell, styles, store);
        int room = Math.min(seen.width() - 2 * MARGIN, WIDEST) - 2 * PAD;
        int most = Math.max(1, (seen.height() - 2 * MARGIN - 8) / text.height());
        List<String> shown = lines.stream()
                .skip(1)
                .flatMap(line -> rows(line, room, words -> text.width(gc, words)).stream())
                .limit(most - 1)
                .toList();
        int height = (1 + shown.size()) * text.height() + 8;
        int left = seen.height() - 2 * MARGIN - height;
        Optional<Curve> past = store.map(it -> past(it, cell, now)).filter(DeepCellPainter::isTelling);
        int curve = past.isEmpty() || left < CURVE
                ? 0
                : Math.clamp(seen.height() / 3, CURVE, Math.min(left, HIGHEST_CURVE));
        PixelRect card = new PixelRect(seen.x() + MARGIN, seen.y() + MARGIN, room + 2 * PAD, height + curve);
        gc.setAlpha(235);
        gc.setBackground(inks.of(Name.RAISED));
        gc.fillRectangle(card.x(), card.y(), card.width(), card.height());
        gc.setAlpha(255);
        gc.setForeground(inks.of(Name.TEXT));
        int y = card.y() + 4;
        texts.bold().draw(gc, texts.bold().fit(gc, lines.getFirst(), room), card.x() + PAD, y);
        for (String line : shown) {
            y += text.height();
            text.draw(gc, line, card.x() + PAD, y);
        }
        if (curve > 0) {
            gc.setForeground(inks.of(Name.MUTED));
            String says = Texts.of("DeepCellPainter.past", Formats.span(PAST));
            texts.small().draw(gc, texts.small().fit(gc, says, room), card.x() + PAD, y + text.height() + 2);
            int top = y + text.height() + texts.small().height() + 4;
            history(gc, past.get(), new PixelRect(card.x() + PAD, top, room, card.bottom() - 4 - top));
        }
    }

    /** A line as it fits into so many pixels: broken where it can be; empty where a value would be cut, which then says nothing. */
    static List<String> rows(String line, int room, ToIntFunction<String> width) {
        boolean whole =
                Stream.of(line.split(" ")).allMatch(word -> word.contains("-") || width.applyAsInt(word) <= room);
        return whole ? CellText.pieces(line, room, width) : List.of();
    }

    /** How busy it was in the last half hour. */
    private static Curve past(TelemetryStore store, Cell cell, Instant now) {
        long end = ClusterMoment.of(cell.accelerator(), now).toEpochMilli();
        return store.query(cell.key(), Metric.ACTIVITY, end - PAST.toMillis(), end, BUCKETS);
    }

    /** Whether enough of it was measured: a minute or two is a stroke at the edge that looks like a defect. */
    static boolean isTelling(Curve past) {
        return IntStream.of(past.count()).filter(samples -> samples > 0).count() >= LEAST_BUCKETS;
    }

    /** How busy it was, between a line for none and one for all; where nothing was measured there is a gap. */
    private void history(GC gc, Curve curve, PixelRect at) {
        Color line = inks.of(Name.HELD);
        gc.setForeground(inks.of(Name.LINE));
        gc.drawLine(at.x(), at.bottom(), at.right(), at.bottom());
        gc.drawLine(at.x(), at.y(), at.right(), at.y());
        gc.setForeground(line);
        gc.setLineStyle(SWT.LINE_SOLID);
        int before = -1;
        for (int i = 0; i < curve.size(); i++) {
            if (curve.count()[i] == 0) {
                before = -1;
                continue;
            }
            int x = at.x() + at.width() * i / Math.max(1, curve.size() - 1);
            int y = at.bottom() - (int) Math.round(Math.clamp(curve.average()[i], 0, 1) * at.height());
            if (before >= 0) {
                int last = at.x() + at.width() * (i - 1) / Math.max(1, curve.size() - 1);
                gc.drawLine(last, before, x, y);
            } else {
                gc.drawPoint(x, y);
            }
            before = y;
        }
    }

    /** The lines, most telling first. */
    static List<String> lines(Cell cell, CellStyler styles, Optional<TelemetryStore> store) {
        AcceleratorState state = styles.states().of(cell);
        Accelerator device = cell.accelerator();
        List<String> lines = new ArrayList<>();
        lines.add(AcceleratorLabels.word(device) + " " + device.getIndex());
        boolean broken = styles.isBroken(cell);
        if (broken) {
            lines.add(failed(device, store));
        }
        List<Task> holders = Holdings.holders(device);
        holders.stream().map(DeepCellPainter::holder).distinct().forEach(lines::add);
        if (holders.isEmpty() && !broken) {
            lines.add(CellText.word(styles, cell));
        }
        store.ifPresent(measured -> {
            lines.add(Texts.of("DeepCellPainter.activity", value(measured, cell, Metric.ACTIVITY)));
            memory(lines, measured, cell);
            lines.add(Texts.of("DeepCellPainter.power", value(measured, cell, Metric.POWER)));
            lines.add(Texts.of("DeepCellPainter.temperature", value(measured, cell, Metric.TEMPERATURE)));
        });
        for (Slice slice : device.getSlices()) {
            String by = slice.getTasks().stream()
                    .filter(Holdings::holds)
                    .map(task -> CleanText.clean(task.getName()))
                    .findFirst()
                    .orElse(
                            StateLabels.isListing(cell.node().cluster()) || !state.tellsHolders()
                                    ? Texts.of("DeepCellPainter.notKnown")
                                    : styles.states().isCordoned(cell)
                                            ? Texts.of("DeepCellPainter.cordoned")
                                            : Texts.of("DeepCellPainter.free"));
            lines.add(Texts.of("DeepCellPainter.slice", CleanText.clean(slice.getProfile()), by));
        }
        if (device.getNumaNode() != null) {
            lines.add(Texts.of("DeepCellPainter.numaNode", device.getNumaNode()));
        }
        if (device.getPciBusId() != null && !device.getPciBusId().isEmpty()) {
            lines.add(Texts.of("DeepCellPainter.pci", CellText.pci(device.getPciBusId())));
        }
        if (device.getModel() != null && !device.getModel().isEmpty()) {
            lines.add(CleanText.clean(device.getModel()));
        }
        return lines;
    }

    /** That it cannot be used, and why where a source says so. */
    private static String failed(Accelerator device, Optional<TelemetryStore> store) {
        return store.filter(it -> DeviceXid.broken(device, it).isPresent())
                .map(it -> StateLabels.of(device, it).word())
                .orElseGet(() -> Objects.toString(device.getHealthReason(), "").isEmpty()
                        ? Texts.of("DeepCellPainter.failed")
                        : Texts.of("DeepCellPainter.failedFor", CleanText.clean(device.getHealthReason())));
    }

    private static String holder(Task task) {
        String name = FleetLabels.job(task);
        return task.getRank() == null ? name : Texts.of("DeepCellPainter.nameAndRank", name, task.getRank());
    }

    private static void memory(List<String> lines, TelemetryStore store, Cell cell) {
        OptionalDouble used = reading(store, cell, Metric.MEMORY_USED);
        @Nullable Long told = cell.accelerator().getMemoryBytes();
        double most = reading(store, cell, Metric.MEMORY_TOTAL).orElse(told == null ? 0 : told);
        if (used.isPresent()) {
            String bytes = Formats.bytes(used.getAsDouble());
            lines.add(
                    most > 0
                            ? Texts.of("DeepCellPainter.memoryOf", bytes, Formats.bytes(most))
                            : Texts.of("DeepCellPainter.memory", bytes));
        } else {
            lines.add(Texts.of("DeepCellPainter.memoryNotMeasured"));
        }
    }

    private static String value(TelemetryStore store, Cell cell, Metric metric) {
        OptionalDouble value = reading(store, cell, metric);
        return value.isEmpty()
                ? Texts.of("DeepCellPainter.notMeasured")
                : Formats.value(value.getAsDouble(), metric.unit());
    }

    private static OptionalDouble reading(TelemetryStore store, Cell cell, Metric metric) {
        Optional<Sample> sample = store.latest(cell.key(), metric);
        return sample.isPresent() ? OptionalDouble.of(sample.get().value()) : OptionalDouble.empty();
    }
}
