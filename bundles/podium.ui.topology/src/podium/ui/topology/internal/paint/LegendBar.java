// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.WidgetText;
import podium.ui.topology.internal.colour.CellStyle;
import podium.ui.topology.internal.colour.CellStyle.Fill;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.LegendItems;
import podium.ui.topology.internal.colour.LegendItems.Item;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.texts.Texts;

/** What the colours of the canvas mean, as far as they are on it now. UI thread. */
public final class LegendBar {
    /** How often all devices are looked at for it. */
    private static final Duration RECOUNT = Duration.ofMillis(200);

    /** Enough to be seen as colours that stand for nothing in themselves. */
    private static final int SHOWN_GROUPS = 4;

    /** How many groups the tip names. */
    private static final int MOST_NAMED = 60;

    private static final int RAMP = 96;
    private static final int SWATCH = 11;
    private static final int GAP = 10;

    private final Canvas canvas;
    private final TopologyModel model;
    private final Palette palette;
    private final TextPainter texts;
    private CanvasColours inks;
    private ColourBy shown = ColourBy.HOLDING;
    private final Repaint recount;
    private LegendItems seen;
    /**
     * What there is room for: all that was seen since the canvas is coloured so. What comes and goes, as a new pod makes devices look
     * unknown for a second, would push aside what stands beside it.
     */
    private LegendItems room = LegendItems.NONE;

    private int widest;
    /** Pixels of the row that the widest was measured for. */
    private int row;

    private LegendItems painted;

    /** Whose colours are on the canvas, and the numbers of the colours. */
    private Map<String, Integer> groups = Map.of();

    private Map<String, Integer> named = Map.of();
    /** Pixels that the names of groups may take. */
    private int groupsRoom;

    public LegendBar(Composite parent, TopologyModel model, Palette palette) {
        this.model = model;
        this.palette = palette;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        texts = new TextPainter(canvas.getDisplay());
        inks = new CanvasColours(palette);
        seen = marks();
        painted = seen;
        room = room.with(seen);
        recount = Repaint.of(canvas, RECOUNT, this::recount);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Dispose, event -> texts.close());
        new Subscriptions(canvas)
                .add(palette.listen(() -> {
                    inks = new CanvasColours(palette);
                    canvas.redraw();
                }))
                .add(model.listen(this::changed));
        AccessibleName.name(
                canvas,
                () -> Texts.of("LegendBar.legend"),
                () -> words(model.readings().by(), groups));
    }

    public Canvas control() {
        return canvas;
    }

    /** Pixels the legend of a colouring takes; no fewer than before in a row of the same width. */
    public Point size() {
        GC gc = new GC(canvas);
        groupsRoom = mostForGroups();
        int width = canvas.getParent().getClientArea().width;
        widest = width == row ? widest : 0;
        row = width;
        try {
            widest = Math.max(widest, draw(gc, room, 0, false) + 6);
            return new Point(widest, texts.label().height() + 8);
        } finally {
            gc.dispose();
        }
    }

    /** The legend in words, with whoever has a colour now. */
    static String words(ColourBy by, Map<String, Integer> groups) {
        return groups.isEmpty()
                ? words(by)
                : Texts.of(
                        "LegendBar.andNow",
                        words(by),
                        Counted.named(
                                groups.keySet().stream().map(LegendBar::name).toList(), MOST_NAMED));
    }

    static String words(ColourBy by) {
        return switch (by) {
            case HOLDING -> Texts.of("LegendBar.filledHeldHollowFree");
            case IDLE -> Texts.of("LegendBar.filledHeldAndAt");
            case JOB -> Texts.of("LegendBar.eachJobInAColour");
            case NAMESPACE -> Texts.of("LegendBar.eachNamespaceInAColour");
            case TEAM -> Texts.of("LegendBar.eachTeamInAColour");
            case ERRORS -> Texts.of("LegendBar.noneCorrectedSeriousXid");
            default ->
                Texts.of(
                        "LegendBar.fromToWithA",
                        by.label(),
                        Formats.value(by.low(), by.unit()),
                        Formats.value(by.high(), by.unit()));
        };
    }

    /** The jobs that wait keep the larger part of the row: they are dragged from there. */
    private int mostForGroups() {
        return canvas.getParent().getClientArea().width * 2 / 5;
    }

    private boolean isOpen() {
        return !model.scene().clusters().isEmpty();
    }

    private LegendItems marks() {
        groups = model.styles().groups();
        return LegendItems.of(model.styles());
    }

    private void changed(TopologyModel.Event event) {
        boolean counts = event instanceof TopologyModel.Event.Everything
                || event instanceof TopologyModel.Event.Boxes boxes
                        && (boxes.fleet() || !model.readings().by().metrics().isEmpty());
        if (event instanceof TopologyModel.Event.Everything) {
            seen = marks();
        } else if (counts) {
            // all devices are looked at for it: not with each slice of changes
            recount.request();
        }
        if (model.readings().by() != shown || !isOpen()) {
            room = LegendItems.NONE;
            widest = 0;
        }
        refresh();
    }

    private void recount() {
        seen = marks();
        refresh();
    }

    private void refresh() {
        LegendItems now = isOpen() ? room.with(seen) : LegendItems.NONE;
        if (model.readings().by() != shown || !now.equals(room) || !groups.equals(named)) {
            shown = model.readings().by();
            room = now;
            named = groups;
            WidgetText.tip(canvas, words(shown, groups));
            canvas.getParent().layout(true);
            canvas.redraw();
        }
        if (!seen.equals(painted)) {
            painted = seen;
            canvas.redraw();
        }
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setAntialias(SWT.OFF);
        gc.setBackground(palette.color(Name.PANEL));
        gc.fillRectangle(area);
        Set<Item> others = new HashSet<>(seen.items());
        others.remove(Item.GROUPED);
        groupsRoom = Math.min(mostForGroups(), area.width - draw(gc, new LegendItems(others), area.height, false));
        draw(gc, seen, area.height, true);
    }

    private int draw(GC gc, LegendItems items, int height, boolean paint) {
        ColourBy by = model.readings().by();
        int x = 6;
        if (!isOpen()) {
            return x;
        }
        if (by.isRamp()) {
            x = label(gc, Formats.value(by.low(), by.unit()), x, height, paint);
            if (paint) {
                for (int i = 0; i < RAMP; i++) {
                    gc.setBackground(inks.ramp(i * 255 / (RAMP - 1)));
                    gc.fillRectangle(x + i, (height - SWATCH) / 2, 1, SWATCH);
                }
            }
            x = label(gc, Formats.value(by.high(), by.unit()), x + RAMP + 5, height, paint) + GAP / 2;
        } else if (by == ColourBy.ERRORS) {
            x = entry(gc, Fill.NONE, Texts.of("LegendBar.none"), x, height, paint);
            x = entry(gc, Fill.WARNING, Texts.of("LegendBar.corrected"), x, height, paint);
            x = entry(gc, Fill.CRITICAL, Texts.of("LegendBar.serious"), x, height, paint);
        }
        List<Item> there = Stream.of(Item.values())
                .filter(item -> items.has(item) && !(item == Item.TAINTED && items.has(Item.CORDONED)))
                .toList();
        int room = paint ? canvas.getClientArea().width : Integer.MAX_VALUE;
        for (int i = 0; i < there.size(); i++) {
            String rest = Texts.of("LegendBar.more", there.size() - i);
            int end = item(gc, there.get(i), by, items, x, height, false) - GAP;
            int beside = i == there.size() - 1 ? 0 : GAP + texts.label().width(gc, rest);
            if (end + beside > room) {
                return label(gc, rest, x, height, paint);
            }
            x = item(gc, there.get(i), by, items, x, height, paint);
        }
        return x;
    }

    private int item(GC gc, Item item, ColourBy by, LegendItems items, int x, int height, boolean paint) {
        return switch (item) {
            case HELD -> entry(gc, Fill.HELD, held(by), x, height, paint);
            case IDLE -> entry(gc, Fill.IDLE, Texts.of("LegendBar.heldIdleNow"), x, height, paint);
            case GROUPED -> groups(gc, by, x, height, paint);
            case UNGROUPED -> entry(gc, Fill.HELD, unknown(by), x, height, paint);
            case FREE ->
                entry(gc, by.isRamp() ? Fill.RAMP_FREE : Fill.FREE, Texts.of("LegendBar.free"), x, height, paint);
            case WHICH -> entry(gc, Fill.UNKNOWN_WHICH, Texts.of("LegendBar.mayBeHeld"), x, height, paint);
            case CORDONED, TAINTED -> hatch(gc, Name.CORDONED, items.kept(), x, height, paint);
            case FAILED -> cross(gc, x, height, paint);
            case UNKNOWN -> entry(gc, Fill.UNKNOWN, Texts.of("LegendBar.notKnown"), x, height, paint);
            case STALE -> hatch(gc, Name.STALE, Texts.of("LegendBar.stale"), x, height, paint);
        };
    }

    private static String held(ColourBy by) {
        return by == ColourBy.IDLE ? Texts.of("LegendBar.heldAtWork") : Texts.of("LegendBar.held");
    }

    private int entry(GC gc, Fill fill, String word, int x, int height, boolean paint) {
        if (paint) {
            PixelRect at = new PixelRect(x, (height - SWATCH) / 2, SWATCH, SWATCH);
            gc.setBackground(
                    switch (fill) {
                        case HELD -> inks.of(Name.HELD);
                        case WARNING -> inks.corrected();
                        case CRITICAL -> inks.of(Name.CRITICAL);
                        case NONE -> inks.mix(Name.LINE, Name.RAISED, 55);
                        case IDLE -> inks.mix(Name.WARNING, Name.RAISED, 25);
                        case RAMP_FREE -> inks.ramp(0);
                        case FREE, TAINTED, UNKNOWN, UNKNOWN_WHICH, RAMP, GROUP -> inks.of(Name.RAISED);
                    });
            gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
            if (fill == Fill.UNKNOWN_WHICH) {
                gc.setForeground(inks.of(Name.HELD));
                Hatch.falling(gc, at, 4);
            }
            if (fill == Fill.IDLE) {
                gc.setForeground(inks.of(Name.WARNING));
                Hatch.falling(gc, at, 4);
            }
            if (fill == Fill.RAMP_FREE) {
                gc.setForeground(inks.of(Name.RAISED));
                gc.drawRectangle(at.x() + 1, at.y() + 1, at.width() - 3, at.height() - 3);
            }
            if (fill == Fill.FREE || fill == Fill.RAMP_FREE || fill == Fill.UNKNOWN) {
                boolean unknown = fill == Fill.UNKNOWN;
                CellPainter.outline(
                        gc, at, inks.of(unknown ? Name.MUTED : Name.FREE), unknown ? SWT.LINE_DOT : SWT.LINE_SOLID);
            }
        }
        return label(gc, word, x + SWATCH + 4, height, paint) + GAP;
    }

    private static String each(ColourBy by) {
        return switch (by) {
            case JOB -> Texts.of("LegendBar.eachJob");
            case NAMESPACE -> Texts.of("LegendBar.eachNamespace");
            default -> Texts.of("LegendBar.eachTeam");
        };
    }

    private static String unknown(ColourBy by) {
        return switch (by) {
            case JOB -> Texts.of("LegendBar.heldJobNotKnown");
            case NAMESPACE -> Texts.of("LegendBar.heldNamespaceNotKnown");
            default -> Texts.of("LegendBar.heldNoTeam");
        };
    }

    /** The groups with a look of their own that have room, and how many more there are; else what the colours stand for. */
    private int groups(GC gc, ColourBy by, int x, int height, boolean paint) {
        List<String> names = groups.keySet().stream()
                .filter(name -> Collections.frequency(groups.values(), groups.get(name)) == 1)
                .toList();
        int shown = names.size();
        while (shown > 0 && widthOf(gc, names, shown) > groupsRoom) {
            shown--;
        }
        int at = x;
        if (shown == 0) {
            for (int i = 0; i < SHOWN_GROUPS; i++, at += SWATCH / 2 + 1) {
                swatch(gc, i, at, SWATCH / 2, height, paint);
            }
            return label(gc, each(by), at + 4, height, paint) + GAP;
        }
        for (String name : names.subList(0, shown)) {
            swatch(gc, groups.getOrDefault(name, 0), at, SWATCH, height, paint);
            at = label(gc, name(name), at + SWATCH + 4, height, paint) + GAP;
        }
        return shown == groups.size() ? at : label(gc, more(shown), at, height, paint) + GAP;
    }

    private void swatch(GC gc, int colour, int x, int width, int height, boolean paint) {
        if (paint) {
            gc.setBackground(inks.group(colour));
            PixelRect at = new PixelRect(x, (height - SWATCH) / 2, width, SWATCH);
            gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
            CellPainter.stripes(gc, inks, new CellStyle(Fill.GROUP, colour, CellStyle.Mark.PLAIN), at);
        }
    }

    private int widthOf(GC gc, List<String> names, int shown) {
        int width = shown == groups.size() ? 0 : label(gc, more(shown), 0, 0, false) + GAP;
        for (String name : names.subList(0, shown)) {
            width += label(gc, name(name), SWATCH + 4, 0, false) + GAP;
        }
        return width;
    }

    private String more(int shown) {
        return Texts.of("LegendBar.andMore", groups.size() - shown);
    }

    /** A job is called by its name alone. */
    private static String name(String group) {
        return CleanText.clean(group.substring(group.lastIndexOf('/') + 1));
    }

    private int hatch(GC gc, Name ink, String word, int x, int height, boolean paint) {
        if (paint) {
            gc.setForeground(inks.of(ink));
            PixelRect at = new PixelRect(x, (height - SWATCH) / 2, SWATCH, SWATCH);
            if (ink == Name.STALE) {
                Hatch.level(gc, at, 4);
            } else {
                Hatch.rising(gc, at, 4);
            }
            gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        }
        return label(gc, word, x + SWATCH + 4, height, paint) + GAP;
    }

    private int cross(GC gc, int x, int height, boolean paint) {
        if (paint) {
            CellPainter.cross(gc, inks, new PixelRect(x, (height - SWATCH) / 2, SWATCH, SWATCH));
        }
        return label(gc, Texts.of("LegendBar.failed"), x + SWATCH + 4, height, paint) + GAP;
    }

    private int label(GC gc, String text, int x, int height, boolean paint) {
        if (paint) {
            gc.setForeground(inks.of(Name.TEXT));
            texts.label().draw(gc, text, x, (height - texts.label().height()) / 2);
        }
        return x + texts.label().width(gc, text) + 5;
    }
}
