// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import podium.placement.Subject;
import podium.placement.advice.RankedPlace;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TextShortener;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.texts.Texts;

/**
 * The line below the canvas while something is carried: what the numbers on it stand for, and why. It lies over the row of
 * waiting jobs, so that nothing on the canvas moves or is hidden under the pointer. UI thread.
 */
public final class BestPlacesLine {
    private static final int BADGE = 17;
    private static final int GAP = 14;
    private static final String HOW = Texts.of("BestPlacesLine.dropItOnA");

    private static final String KILLS = Texts.of("BestPlacesLine.onlyByEvicting");

    /** Files are let go over the canvas: over this line they have left it, and the keys are the other program's. */
    private static final String HOW_FILE = Texts.of("BestPlacesLine.dropTheFileOn");

    private static final String HOW_ASKED = Texts.of("BestPlacesLine.clickAPlaceOr");

    private final Canvas canvas;
    private final Palette palette;
    private final Function<RankedPlace, String> names;
    private final Supplier<Optional<Subject>> carried;
    private final BooleanSupplier asked;
    private final TextPainter texts;
    private CanvasColours inks;
    private final List<Integer> ends = new ArrayList<>();
    private MarkedPlaces best = MarkedPlaces.NONE;
    private boolean evicting;
    private boolean elsewhere;

    /**
     * Creates the line, which is not seen yet.
     *
     * @param names how places are called on the canvas
     * @param carried what is under the pointer, or what a place is asked for
     * @param asked whether a place is asked for
     */
    public BestPlacesLine(
            Composite parent,
            Palette palette,
            Function<RankedPlace, String> names,
            Supplier<Optional<Subject>> carried,
            BooleanSupplier asked) {
        this.carried = carried;
        this.asked = asked;
        this.palette = palette;
        this.names = names;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        canvas.setVisible(false);
        texts = new TextPainter(canvas.getDisplay());
        inks = new CanvasColours(palette);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.Dispose, event -> texts.close());
        new Subscriptions(canvas).add(palette.listen(() -> {
            inks = new CanvasColours(palette);
            canvas.redraw();
        }));
        AccessibleName.name(canvas, () -> Texts.of("BestPlacesLine.bestPlaces"), () -> words());
    }

    public Canvas control() {
        return canvas;
    }

    /** Shows these; nothing of it is seen while nothing is carried. */
    public void show(MarkedPlaces next) {
        best = next;
        boolean seen = next.state() != MarkedPlaces.State.NONE;
        if (canvas.getVisible() != seen) {
            canvas.setVisible(seen);
            canvas.moveAbove(null);
        }
        canvas.redraw();
    }

    /**
     * What the nodes show beside the best places.
     *
     * @param evicts whether a node shows the light of a place that kills others, so that its sign is explained
     * @param others whether a node of another cluster would take what is carried
     */
    public void explain(boolean evicts, boolean others) {
        if (evicting != evicts || elsewhere != others) {
            evicting = evicts;
            elsewhere = others;
            canvas.redraw();
        }
    }

    /** The number of the place that is written at x, from 1; 0: none is. */
    public int number(int x) {
        for (int i = 0; i < ends.size(); i++) {
            if (x < ends.get(i)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** How what is carried is given to one of the places; a job that is not there yet is in a file. */
    static String how(Optional<Subject> subject) {
        return subject.flatMap(Subject::supposed).isPresent() ? HOW_FILE : HOW;
    }

    private String words() {
        String words = best.words(elsewhere);
        return evicting ? words + " " + Texts.of("BestPlacesLine.someNodesTakeIt") : words;
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(palette.color(Name.PANEL));
        gc.fillRectangle(area);
        List<RankedPlace> places = best.places();
        int end = area.width - (evicting ? danger(gc, area) : 0);
        if (places.isEmpty()) {
            text(gc, best.words(elsewhere), 8, end - 16, area.height, Name.TEXT);
            return;
        }
        String how = asked.getAsBoolean() ? HOW_ASKED : how(carried.get());
        int right = end - texts.label().width(gc, how) - 8;
        int named = 8;
        for (RankedPlace place : places) {
            named += BADGE + 5 + texts.label().width(gc, names.apply(place)) + GAP;
        }
        // The names are whole before anything else is said; what is left tells of the first, then of those after it,
        // and how
        // to go on only where the first is told whole either way or neither way.
        String why = MarkedPlaces.reason(places.getFirst());
        List<String> said = lines(gc, why, end - named - 6, area.height);
        int first = 6
                + (why.equals(String.join(" ", said))
                        ? width(gc, said)
                        : texts.label().width(gc, why));
        boolean told = tells(right - named, end - named, first);
        int spare = told ? right - named : Math.max(0, end - named);
        ends.clear();
        int x = 8;
        for (int i = 0; i < places.size(); i++) {
            List<String> reason = lines(gc, MarkedPlaces.reason(places.get(i)), spare - 6, area.height);
            spare -= reason.isEmpty() ? 0 : 6 + width(gc, reason);
            x = place(gc, i + 1, places.get(i), reason, x, (told ? right : end) - x - GAP, area.height) + GAP;
            ends.add(x);
        }
        if (told) {
            text(gc, how, right, end, area.height, Name.MUTED);
        }
    }

    /** Whether it is told how to go on: there is room for it, and not so that the first reason is cut for it. */
    static boolean tells(int besideIt, int without, int reason) {
        return besideIt >= 0 && (besideIt >= reason || without < reason);
    }

    /** A reason in one line, in two small ones where it is whole only so, or what of it has room; empty: none of it. */
    private List<String> lines(GC gc, String reason, int room, int height) {
        if (texts.label().width(gc, reason) > room && 2 * texts.small().height() <= height) {
            List<String> halves = halves(reason, words -> texts.small().width(gc, words));
            if (halves.size() == 2 && width(gc, halves) <= room) {
                return halves;
            }
        }
        String line = reason(reason, room, words -> texts.label().width(gc, words));
        return line.isEmpty() ? List.of() : List.of(line);
    }

    private int width(GC gc, List<String> lines) {
        TextPainter.MeasuredFont font = lines.size() == 2 ? texts.small() : texts.label();
        return lines.stream().mapToInt(line -> font.width(gc, line)).max().orElse(0);
    }

    /** A text in the two lines that take the least width together; one, where it is one word. */
    static List<String> halves(String text, ToIntFunction<String> width) {
        List<String> best = List.of(text);
        int least = Integer.MAX_VALUE;
        for (int at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
            List<String> halves = List.of(text.substring(0, at), text.substring(at + 1));
            int widest = Math.max(width.applyAsInt(halves.getFirst()), width.applyAsInt(halves.getLast()));
            if (widest < least) {
                least = widest;
                best = halves;
            }
        }
        return best;
    }

    /** As many words of a reason as have room, with a sign where some are left out; empty: not even its first clause has. */
    static String reason(String reason, int room, ToIntFunction<String> width) {
        String first = reason.split("[,;] ", 2)[0];
        boolean said = width.applyAsInt(first.equals(reason) ? reason : first + " \u2026") <= room;
        return said ? TextShortener.wholeWords(reason, room, width) : "";
    }

    /** The sign of a place that kills others, explained at the right end; the pixels it takes. */
    private int danger(GC gc, Rectangle area) {
        int badge = texts.small().width(gc, VerdictPainter.EVICTS) + 8;
        int width = badge + 5 + texts.label().width(gc, KILLS) + GAP;
        int x = area.width - width + GAP / 2;
        int height = texts.small().height();
        Color ink = inks.of(Name.DROP_EVICTS);
        BoxFrame.dashed(gc, ink, new PixelRect(x, (area.height - height) / 2 - 1, badge, height + 2));
        gc.setForeground(ink);
        texts.small().draw(gc, VerdictPainter.EVICTS, x + 4, (area.height - height) / 2);
        gc.setBackground(palette.color(Name.PANEL));
        text(gc, KILLS, x + badge + 5, width, area.height, Name.TEXT);
        return width + GAP / 2;
    }

    /** One place within so many pixels; the x where it ends. */
    private int place(GC gc, int number, RankedPlace place, List<String> reason, int x, int room, int height) {
        if (room < BADGE) {
            return x;
        }
        BestPlacePainter.badge(
                gc, texts, inks, place.verdict().fit(), number, new PixelRect(x, (height - BADGE) / 2, BADGE, BADGE));
        int at = text(gc, names.apply(place), x + BADGE + 5, room - BADGE - 5, height, Name.TEXT);
        if (reason.size() == 2) {
            gc.setForeground(inks.of(Name.MUTED));
            texts.small()
                    .draw(
                            gc,
                            reason.getFirst(),
                            at + 6,
                            height / 2 - texts.small().height());
            texts.small().draw(gc, reason.getLast(), at + 6, height / 2);
            return at + 6 + width(gc, reason);
        }
        return reason.isEmpty() ? at : text(gc, reason.getFirst(), at + 6, room - (at + 6 - x), height, Name.MUTED);
    }

    private int text(GC gc, String text, int x, int room, int height, Name ink) {
        TextPainter.MeasuredFont font = texts.label();
        String shown = font.fit(gc, text, room);
        gc.setForeground(inks.of(ink));
        font.draw(gc, shown, x, (height - font.height()) / 2);
        return x + font.width(gc, shown);
    }
}
