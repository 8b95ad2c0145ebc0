// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import podium.core.text.CleanText;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.ui.drag.DragOutSource;
import podium.ui.drag.DragSession;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;
import podium.ui.topology.texts.Texts;

/**
 * The ranks as chips, each in a place of its own, dim once it lies on a node: drag one, or a range picked with Shift, onto a node;
 * from the keyboard arrows walk, Shift picks a range, Enter takes the picked ones along to the canvas. UI thread.
 */
public final class RankTray {
    private final Canvas canvas;
    private final Theme theme;
    private final GangLayoutController gangLayout;
    private final DragSession session;
    private final Runnable carried;
    private final BitSet picked = new BitSet();
    private List<Rank> ranks = List.of();
    private Set<Rank> waiting = Set.of();
    private TrayGrid grid = new TrayGrid(1, 0, 0, 0);
    private int focused;
    private int anchor;

    /** @param carried ranks were picked up with the keyboard: goes on to where they can be put down */
    RankTray(Composite parent, Theme theme, GangLayoutController gangLayout, DragSession session, Runnable carried) {
        this.theme = theme;
        this.gangLayout = gangLayout;
        this.session = session;
        this.carried = carried;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        canvas.getVerticalBar()
                .addListener(
                        SWT.Selection, event -> scroll(canvas.getVerticalBar().getSelection() - grid.first()));
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, this::release);
        canvas.addListener(SWT.MouseMove, event -> tip(grid.at(event.x, event.y)));
        canvas.addListener(SWT.MouseWheel, event -> {
            event.doit = false; // by whole rows, and not by the bar as well
            scroll(-Integer.signum(event.count));
        });
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        canvas.addListener(SWT.Resize, event -> arrange());
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        theme.onTheme(canvas, canvas::redraw);
        DragOutSource.from(canvas, session, theme, this::subject);
        AccessibleName.name(canvas, () -> Texts.of("RankTray.ranks"), this::spoken);
        canvas.setData(NamedBounds.KEY, (NamedBounds) this::places);
    }

    Canvas control() {
        return canvas;
    }

    /**
     * Shows these ranks; what was picked before is kept as far as it still waits.
     *
     * @param unplaced those of them that lie nowhere yet
     */
    void show(List<Rank> next, List<Rank> unplaced) {
        Set<Rank> before = picked.stream().mapToObj(ranks::get).collect(Collectors.toSet());
        ranks = next;
        waiting = Set.copyOf(unplaced);
        picked.clear();
        for (int i = 0; i < ranks.size(); i++) {
            picked.set(i, before.contains(ranks.get(i)) && waits(i));
        }
        focused = Math.clamp(focused, 0, Math.max(0, ranks.size() - 1));
        anchor = Math.clamp(anchor, 0, Math.max(0, ranks.size() - 1));
        arrange();
    }

    private boolean waits(int at) {
        return waiting.contains(ranks.get(at));
    }

    /** The bar is there only where not all ranks are seen; whether they are must not depend on its own width. */
    private void arrange() {
        Point size = canvas.getSize();
        TrayGrid whole = TrayGrid.of(ranks.size(), size.x, size.y, 0);
        canvas.getVerticalBar().setVisible(whole.allRows() > whole.rows());
        Rectangle area = canvas.getClientArea();
        seen(TrayGrid.of(ranks.size(), area.width, area.height, grid.first()));
    }

    private void scroll(int rows) {
        seen(grid.scrolled(rows));
    }

    private void seen(TrayGrid next) {
        grid = next;
        canvas.getVerticalBar()
                .setValues(grid.first(), 0, Math.max(1, grid.allRows()), Math.max(1, grid.rows()), 1, grid.rows());
        canvas.redraw();
    }

    private Map<String, Rectangle> places() {
        Map<String, Rectangle> places = new LinkedHashMap<>();
        for (int i = 0; i < ranks.size(); i++) {
            int at = i;
            grid.place(i)
                    .ifPresent(place -> places.put(
                            (waits(at) ? "rank " : "placed rank ")
                                    + ranks.get(at).number(),
                            place));
        }
        return places;
    }

    private void paint(GC gc) {
        gc.setBackground(theme.color(Name.PANEL));
        gc.fillRectangle(canvas.getClientArea());
        for (int i = 0; i < ranks.size(); i++) {
            int at = i;
            grid.place(i).ifPresent(place -> chip(gc, at, place));
        }
    }

    private void chip(GC gc, int at, Rectangle place) {
        boolean chosen = picked.get(at);
        gc.setBackground(theme.color(chosen ? Name.WAITING : waits(at) ? Name.RAISED : Name.PANEL));
        gc.fillRectangle(place);
        boolean ring = canvas.isFocusControl() && at == focused;
        gc.setForeground(theme.color(ring ? Name.SELECTED : waits(at) ? Name.WAITING : Name.LINE));
        gc.drawRectangle(place.x, place.y, place.width - 1, place.height - 1);
        if (ring) {
            gc.drawRectangle(place.x + 1, place.y + 1, place.width - 3, place.height - 3);
        }
        String number = String.valueOf(ranks.get(at).number());
        gc.setForeground(
                chosen
                        ? theme.palette().on(theme.color(Name.WAITING))
                        : theme.color(waits(at) ? Name.TEXT : Name.MUTED));
        gc.drawText(
                number,
                place.x + (place.width - gc.textExtent(number).x) / 2,
                place.y + (place.height - gc.getFontMetrics().getHeight()) / 2,
                true);
    }

    private void press(Event event) {
        canvas.setFocus();
        int at = grid.at(event.x, event.y);
        if (at < 0 || event.button != 1) {
            return;
        }
        if ((event.stateMask & SWT.SHIFT) != 0) {
            pick(at, true);
        } else if ((event.stateMask & SWT.MOD1) != 0) {
            picked.set(at, waits(at) && !picked.get(at));
            anchor = at;
            focused = at;
        } else if (!picked.get(at)) { // a press on what is picked may begin a drag of all of it
            pick(at, false);
        }
        canvas.redraw();
    }

    private void release(Event event) {
        int at = grid.at(event.x, event.y);
        if (at >= 0 && event.button == 1 && (event.stateMask & (SWT.SHIFT | SWT.MOD1)) == 0) {
            pick(at, false);
        }
    }

    /** Picks one, or all from the last one picked alone up to it. */
    private void pick(int at, boolean range) {
        anchor = range ? anchor : at;
        focused = at;
        picked.clear();
        for (int i = Math.min(anchor, at); i <= Math.max(anchor, at); i++) {
            picked.set(i, waits(i));
        }
        seen(grid.showing(at));
    }

    private void key(Event event) {
        boolean range = (event.stateMask & SWT.SHIFT) != 0;
        int last = ranks.size() - 1;
        if (last < 0) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> pick(Math.max(0, focused - 1), range);
            case SWT.ARROW_RIGHT -> pick(Math.min(last, focused + 1), range);
            case SWT.ARROW_UP -> pick(Math.max(0, focused - grid.columns()), range);
            case SWT.ARROW_DOWN -> pick(Math.min(last, focused + grid.columns()), range);
            case SWT.HOME -> pick(0, range);
            case SWT.END -> pick(last, range);
            case SWT.CR, SWT.KEYPAD_CR, 'm' -> carry();
            case 'a' -> {
                if ((event.stateMask & SWT.MOD1) != 0) {
                    for (int i = 0; i <= last; i++) {
                        picked.set(i, waits(i));
                    }
                    canvas.redraw();
                }
            }
            default -> {
                return;
            }
        }
        event.doit = false;
    }

    private void carry() {
        if (picked.isEmpty()) {
            pick(focused, false);
        }
        subject().ifPresent(subject -> {
            session.begin(subject);
            carried.run();
        });
    }

    /** The picked ranks. */
    private Optional<Subject> subject() {
        return gangLayout
                .job()
                .filter(job -> !picked.isEmpty())
                .map(job -> new Subject(
                        job,
                        picked.stream().mapToObj(ranks::get).map(Rank::task).toList()));
    }

    private void tip(int at) {
        String tip = at < 0 ? "" : tipOf(at);
        if (!tip.equals(canvas.getToolTipText())) {
            WidgetText.tip(canvas, tip);
        }
    }

    private String tipOf(int at) {
        int rank = ranks.get(at).number();
        String pod = CleanText.clean(ranks.get(at).task().getName());
        return waits(at) ? Texts.of("RankTray.rankToDrag", rank, pod) : Texts.of("RankTray.rankOnANode", rank, pod);
    }

    private String spoken() {
        if (waiting.isEmpty()) {
            return Texts.of("RankTray.allRanksHaveA");
        }
        int rank = ranks.get(focused).number();
        String spans =
                Rank.spans(picked.stream().mapToObj(i -> ranks.get(i).number()).toList());
        return waits(focused)
                ? Texts.of("RankTray.rankPickedOf", rank, spans, waiting.size())
                : Texts.of("RankTray.rankPlacedPickedOf", rank, spans, waiting.size());
    }
}
