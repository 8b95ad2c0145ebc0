// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
import podium.core.text.CleanText;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.CellStyle;
import podium.ui.topology.internal.colour.CellStyle.Fill;
import podium.ui.topology.internal.colour.CellStyler;
import podium.ui.topology.internal.colour.CellValues;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.GroupColours;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.layout.WorldRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.texts.Texts;

/** What is written on a cell: its index, and near by its holder and the number of the chosen metric. UI thread. */
final class CellText {
    private static final int MARGIN = 4;
    private static final int TOP = 3;
    /** Lines that are cut when they are too long; the ones after them are left out then. */
    private static final int CUT = 3;

    private static final String WIDEST = "100\u2009%";

    private final CanvasColours inks;
    private final TextPainter texts;

    CellText(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /** Writes on a cell; {@code through}: the hatch of its node shows through it; {@code sliced}: its slices are drawn on it. */
    void write(
            GC gc,
            PaintState picture,
            Cell cell,
            CellStyle style,
            Color ground,
            PixelRect at,
            LevelOfDetail detail,
            boolean through,
            boolean sliced) {
        boolean hatched = colours(gc, style, ground, through, sliced);
        if (detail == LevelOfDetail.INDEXED) {
            String index = index(
                    cell.accelerator().getIndex(), style.fill(), words -> hasRoom(gc, picture, cell.node(), words));
            String number = hasRoomForNumbers(gc, picture) ? number(picture.styles(), cell) : "";
            middle(gc, index, number, at, hatched);
        } else if (!DeepCellPainter.isDeep(at)) {
            near(gc, lines(picture, cell), at, hatched);
        }
    }

    /** Writes a word at the right of the first line of a near cell, where that leaves it room. */
    void beside(
            GC gc,
            Cell cell,
            CellStyle style,
            Color ground,
            PixelRect at,
            boolean through,
            boolean sliced,
            String words) {
        boolean hatched = colours(gc, style, ground, through, sliced);
        int width = texts.small().width(gc, words);
        if (texts.small().width(gc, head(cell.accelerator())) + width + 2 <= at.width() - 2 * MARGIN) {
            draw(gc, words, at.right() - MARGIN - width, at.y() + TOP, hatched);
        }
    }

    /** Takes the colours for text on a cell; true where it needs the ground behind it. */
    private boolean colours(GC gc, CellStyle style, Color ground, boolean through, boolean sliced) {
        boolean hollow = style.fill() == Fill.FREE
                || style.fill() == Fill.TAINTED
                || style.fill() == Fill.UNKNOWN
                || style.fill() == Fill.UNKNOWN_WHICH;
        boolean hatched = sliced
                || through && style.fill() == Fill.FREE
                || style.mark() == CellStyle.Mark.STALE
                || style.mark() == CellStyle.Mark.FAILED
                || style.fill() == Fill.TAINTED
                || style.fill() == Fill.IDLE
                || style.fill() == Fill.GROUP && GroupColours.isStriped(style.ramp())
                || style.fill() == Fill.UNKNOWN_WHICH;
        gc.setForeground(hollow || sliced || style.fill() == Fill.NONE ? inks.of(Name.TEXT) : inks.on(ground));
        gc.setBackground(ground);
        return hatched;
    }

    /** Draws a text; on a hatch or a cross with the ground behind it, so that it can be read. */
    private void draw(GC gc, String text, int x, int y, boolean hatched) {
        TextPainter.MeasuredFont font = texts.small();
        if (hatched) {
            gc.fillRectangle(x - 1, y, font.width(gc, text) + 2, font.height());
        }
        font.draw(gc, text, x, y);
    }

    /**
     * The index, with a sign that says without colour that a cell has errors or is held for nothing; where both have no room the sign
     * alone.
     */
    static String index(int index, Fill fill, Predicate<String> fits) {
        String sign =
                switch (fill) {
                    case CRITICAL -> "!!";
                    case WARNING -> "!";
                    case IDLE -> "z";
                    default -> "";
                };
        return Stream.of(index + sign, index + sign.replace("!!", "\u203c"), sign)
                .filter(fits)
                .findFirst()
                .orElse("");
    }

    /**
     * Whether each cell of a node has room for a text, or for the widest index where that is wider: by its size before it is snapped
     * to pixels, so that all cells of nodes that are alike are numbered, or none.
     */
    private boolean hasRoom(GC gc, PaintState picture, Box node, String text) {
        TextPainter.MeasuredFont font = texts.small();
        WorldRect cell = picture.layout().grid(node).cell(0);
        double scale = picture.view().scale();
        String widest = String.valueOf(
                picture.layout().scene().cells(node).getLast().accelerator().getIndex());
        int width = Math.max(font.width(gc, text), font.width(gc, widest));
        return width <= cell.width() * scale - 1 && font.height() <= cell.height() * scale + 1;
    }

    /** By the smallest cell and the widest number there can be: all cells of the picture tell their number, or none does. */
    private boolean hasRoomForNumbers(GC gc, PaintState picture) {
        TextPainter.MeasuredFont font = texts.small();
        SceneLayout.Size least = picture.layout().leastCell();
        double scale = picture.view().scale();
        return 2 * font.height() + 4 <= least.height() * scale && font.width(gc, WIDEST) + 4 <= least.width() * scale;
    }

    /** The index in the middle, below it the number of the chosen metric where there is room for both. */
    private void middle(GC gc, String index, String number, PixelRect at, boolean hatched) {
        TextPainter.MeasuredFont font = texts.small();
        boolean both = !number.isEmpty() && font.width(gc, number) <= at.width() - 4;
        int y = at.y() + (at.height() - (both ? 2 : 1) * font.height()) / 2;
        if (!index.isEmpty()) {
            draw(gc, index, at.x() + (at.width() - font.width(gc, index)) / 2, y, hatched);
        }
        if (both) {
            draw(gc, number, at.x() + (at.width() - font.width(gc, number)) / 2, y + font.height(), hatched);
        }
    }

    /** The first lines are broken where there are lines to spare, else cut; of the others those that are too long are left out. */
    private void near(GC gc, List<String> lines, PixelRect at, boolean hatched) {
        TextPainter.MeasuredFont font = texts.small();
        int room = at.width() - 2 * MARGIN;
        int spare = (at.height() - TOP - 1) / font.height() - lines.size();
        int y = at.y() + TOP;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            List<String> pieces = pieces(line, room, text -> font.width(gc, text));
            if (pieces.size() - 1 > Math.max(0, spare)) {
                pieces = i < CUT ? List.of(font.fit(gc, line, room)) : List.of();
            }
            spare -= pieces.size() - 1;
            for (String piece : pieces) {
                if (y + font.height() <= at.bottom() - 1) {
                    draw(gc, piece, at.x() + MARGIN, y, hatched);
                }
                y += font.height();
            }
        }
    }

    /** A text in pieces of at most so many pixels, broken behind a hyphen or at a space where there is one. */
    static List<String> pieces(String text, int room, ToIntFunction<String> width) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (width.applyAsInt(rest) > room && rest.length() > 1) {
            int end = rest.length() - 1;
            while (end > 1 && width.applyAsInt(rest.substring(0, end).stripTrailing()) > room) {
                end--;
            }
            int best = Math.max(rest.lastIndexOf('-', end - 1), rest.lastIndexOf(' ', end - 1)) + 1;
            int cut = best > 1 ? best : end;
            pieces.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }

    private static String head(Accelerator device) {
        return AcceleratorLabels.word(device) + " " + device.getIndex();
    }

    /** The lines, most telling first. */
    static List<String> lines(PaintState picture, Cell cell) {
        List<String> lines = new ArrayList<>();
        Accelerator device = cell.accelerator();
        CellValues readings = picture.styles().readings();
        String head = head(device);
        if (!readings.by().metrics().isEmpty()) {
            head = device.getIndex() + "  " + number(picture.styles(), cell);
        }
        lines.add(head);
        List<Task> holders = Holdings.holders(device);
        boolean broken = picture.styles().isBroken(cell);
        if (broken && readings.by() != ColourBy.ERRORS) {
            lines.add(word(picture.styles(), cell));
        }
        if (device.getSlices().stream()
                .anyMatch(slice -> slice.getTasks().stream().anyMatch(Holdings::holds))) {
            slices(lines, device.getSlices(), picture.styles().states().isCordoned(cell));
            holders = List.of();
        } else if (holders.isEmpty() && !broken) {
            lines.add(word(picture.styles(), cell));
        }
        for (Task task : holders) {
            lines.add(FleetLabels.job(task));
            lines.add(
                    task.getRank() == null
                            ? StateLabels.of(task.getPhase()).word()
                            : Texts.of("CellText.rank", task.getRank()));
        }
        if (device.getNumaNode() != null) {
            lines.add(Texts.of("CellText.numa", device.getNumaNode()));
        }
        if (device.getPciBusId() != null && !device.getPciBusId().isEmpty()) {
            lines.add(pci(device.getPciBusId()));
        }
        if (device.getModel() != null && !device.getModel().isEmpty()) {
            lines.add(CleanText.clean(device.getModel()));
        }
        return lines;
    }

    /** Who holds which slice; then how many are free. */
    private static void slices(List<String> lines, List<Slice> slices, boolean cordoned) {
        Map<String, Integer> free = new TreeMap<>();
        for (Slice slice : slices) {
            String profile = CleanText.clean(slice.getProfile());
            Optional<Task> holder =
                    slice.getTasks().stream().filter(Holdings::holds).findFirst();
            holder.ifPresentOrElse(
                    task -> lines.add(Texts.of("CellText.slice", profile, FleetLabels.job(task))),
                    () -> free.merge(profile, 1, Integer::sum));
        }
        free.forEach((profile, count) -> lines.add(
                cordoned
                        ? Texts.of("CellText.slicesCordoned", count, profile)
                        : Texts.of("CellText.slicesFree", count, profile)));
    }

    static String number(CellStyler styles, Cell cell) {
        CellValues readings = styles.readings();
        if (readings.by() == ColourBy.ERRORS && styles.isBroken(cell)) {
            return Texts.of("CellText.failed");
        }
        OptionalDouble value = readings.value(cell);
        return switch (readings.by()) {
            case HOLDING, JOB, NAMESPACE, TEAM -> "";
            case ERRORS -> value.isEmpty() ? Formats.UNKNOWN : errors(value.getAsDouble());
            default -> Formats.value(value, readings.by().unit());
        };
    }

    private static String errors(double value) {
        return switch (CellStyler.errors(value)) {
            case CRITICAL -> Texts.of("CellText.serious");
            case WARNING -> Texts.of("CellText.corrected");
            default -> Texts.of("CellText.none");
        };
    }

    /** The state of a device as the header of its node counts it. */
    static String word(CellStyler styles, Cell cell) {
        AcceleratorState state = styles.states().of(cell);
        if (styles.isBroken(cell)) {
            return Texts.of("CellText.failed");
        } else if (state == AcceleratorState.FREE && styles.states().isCordoned(cell)) {
            return Texts.of("CellText.cordoned");
        }
        return styles.states().isSuspected(cell) ? Texts.of("CellText.notOffered") : word(state);
    }

    static String word(AcceleratorState state) {
        return switch (state) {
            case FREE -> Texts.of("CellText.free");
            case HELD -> Texts.of("CellText.held");
            case TAINTED -> Texts.of("CellText.tainted");
            case UNKNOWN_WHICH -> Texts.of("CellText.perhapsHeld");
            case WITHHELD_WHICH -> Texts.of("CellText.perhapsOffered");
            case FAILED -> Texts.of("CellText.failed");
            case UNKNOWN -> Texts.of("CellText.notKnown");
        };
    }

    /**
     * A PCI address as it is told apart in little room: of the usual domain, which is 0 and which NVML writes with eight digits
     * (nvmlPciInfo_t.busId), only what follows.
     */
    static String pci(String address) {
        return address.replaceFirst("^0+:", "");
    }
}
