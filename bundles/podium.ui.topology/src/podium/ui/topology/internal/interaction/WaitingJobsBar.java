// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.placement.Subject;
import podium.ui.drag.DragOutSource;
import podium.ui.drag.DragSession;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.StateLabels;
import podium.ui.label.WaitingJobs;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;
import podium.ui.topology.texts.Texts;

/** The jobs that wait, as chips below the canvas: drag one onto a node, or pick it with arrows and Enter. UI thread. */
public final class WaitingJobsBar {
    private static final int MOST_NAME = 22;
    private static final String LEAST_NAME = "llm-70\u2026b";
    private static final int PADDING = 6;
    private static final int ICON = 16;

    private final Canvas canvas;
    private final Theme theme;
    private final CanvasSelection chooser;
    private final Function<Job, Optional<String>> why;
    private final Runnable list;
    /** Where it says how many there are in Jobs; beyond its width: all are here. */
    private int rest = Integer.MAX_VALUE;

    private Optional<Job> tipped = Optional.empty();
    private final List<Chip> chips = new ArrayList<>();
    private final ChipOrder order = new ChipOrder();
    private final Map<Job, Integer> widths = new HashMap<>();
    private boolean known;
    private int pressedAt = -1;
    private int focused;

    private record Chip(Job job, int x, int width) {}

    /**
     * A strip of chips.
     *
     * @param why why a job waits, in the words of the Waits page
     * @param list lists them all, where they have room
     */
    public WaitingJobsBar(
            Composite parent,
            Theme theme,
            DragSession session,
            CanvasSelection chooser,
            Function<Job, Optional<String>> why,
            Runnable list) {
        this.list = list;
        this.why = why;
        this.theme = theme;
        this.chooser = chooser;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            pressedAt = event.x;
            chip(event.x).ifPresent(chip -> focused = order.places().indexOf(chip.job));
            canvas.redraw();
        });
        canvas.addListener(SWT.MouseUp, this::click);
        canvas.addListener(SWT.MouseMove, event -> tip(event.x));
        canvas.addListener(SWT.MouseEnter, event -> order.hold(true));
        canvas.addListener(SWT.MouseExit, event -> let());
        canvas.addListener(SWT.MenuDetect, this::choose);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = true);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        theme.onTheme(canvas, canvas::redraw);
        DragOutSource.from(canvas, session, theme, () -> chip(pressedAt).map(chip -> new Subject(chip.job, List.of())));
        AccessibleName.name(canvas, () -> Texts.of("WaitingJobsBar.waitingJobs"), this::spoken);
        canvas.setData(NamedBounds.KEY, (NamedBounds) this::places);
    }

    public Canvas control() {
        return canvas;
    }

    /** Where the chips are, for tests that point at them. */
    private Map<String, Rectangle> places() {
        Map<String, Rectangle> places = new LinkedHashMap<>();
        int height = canvas.getClientArea().height;
        chips.forEach(
                chip -> places.put("waiting " + chip.job.getName(), new Rectangle(chip.x, 0, chip.width, height)));
        return places;
    }

    /** Shows these jobs. That none waits is said only where jobs are known. */
    public void show(WaitingJobs waiting) {
        order.show(waiting.all());
        known = waiting.areKnown();
        refresh();
    }

    /** Whether the pointer is over it, so that nothing of it may move. */
    boolean isPointedAt() {
        return order.isHeld();
    }

    /** The pointer left: the chips may move again. */
    private void let() {
        tipped = Optional.empty();
        order.hold(false);
        canvas.getParent().layout(true);
        refresh();
    }

    private void refresh() {
        focused = Math.clamp(focused, 0, Math.max(0, order.places().size() - 1));
        canvas.redraw();
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        gc.setBackground(theme.color(Name.PANEL));
        gc.fillRectangle(area);
        chips.clear();
        rest = Integer.MAX_VALUE;
        if (!order.isHeld()) {
            widths.clear();
        }
        List<Job> jobs = order.places();
        gc.setForeground(theme.color(Name.MUTED));
        int y = (area.height - gc.getFontMetrics().getHeight()) / 2;
        String head = jobs.isEmpty()
                ? known ? Texts.of("WaitingJobsBar.noJobWaitsFor") : ""
                : head(area.width, text -> gc.textExtent(text).x);
        gc.drawText(head, PADDING, y, true);
        int x = PADDING + gc.textExtent(head).x + 2 * PADDING;
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            boolean last = i == jobs.size() - 1;
            int room = area.width - x - (last ? 0 : gc.textExtent(order.more()).x + PADDING);
            // of the first a part of its name says more than how many there are
            boolean whole = i > 0 || width(gc, job) <= room;
            int width = widths.computeIfAbsent(job, it -> whole ? width(gc, it) : named(gc, it, room));
            if (width > room) {
                gc.setForeground(theme.color(Name.MUTED));
                gc.drawText(order.more(), x, y, true);
                rest = x;
                return;
            }
            if (order.waits(job)) {
                Chip chip = new Chip(job, x, width);
                chips.add(chip);
                paint(gc, chip, area.height, y, canvas.isFocusControl() && i == focused);
            }
            x += width + PADDING;
        }
    }

    /** What the jobs wait for, as others wait too, unless the chips need the room. */
    static String head(int width, ToIntFunction<String> extent) {
        String whole = Texts.of("WaitingJobsBar.waitingForGpus");
        return 4 * extent.applyAsInt(whole) > width ? Texts.of("WaitingJobsBar.waiting") : whole;
    }

    private void paint(GC gc, Chip chip, int height, int y, boolean ring) {
        gc.setBackground(theme.color(Name.RAISED));
        gc.fillRectangle(chip.x, 3, chip.width, height - 6);
        gc.setForeground(theme.color(ring ? Name.SELECTED : Name.LINE));
        gc.drawRectangle(chip.x, 3, chip.width - 1, height - 7);
        StateLabels.Shown shown = StateLabels.of(chip.job.getState());
        Image icon = theme.image(shown.icon(), shown.tone());
        gc.drawImage(icon, chip.x + 4, (height - ICON) / 2);
        int x = chip.x + 4 + ICON + 4;
        gc.setForeground(theme.color(Name.TEXT));
        boolean whole = chip.width >= width(gc, chip.job);
        int room = chip.x + chip.width - x - PADDING;
        String name =
                whole ? name(chip.job) : TextShortener.middle(name(chip.job), room, text -> gc.textExtent(text).x);
        gc.drawText(name, x, y, true);
        if (whole) {
            gc.setForeground(theme.color(Name.MUTED));
            gc.drawText(gpus(chip.job), x + gc.textExtent(name).x + PADDING, y, true);
        }
    }

    /** Pixels of a chip with nothing but its name, of which there is at least as much as one may know it by. */
    private static int named(GC gc, Job job, int room) {
        int around = 4 + ICON + 4 + PADDING;
        int name = gc.textExtent(name(job)).x;
        return around + Math.clamp(room - around, Math.min(name, gc.textExtent(LEAST_NAME).x), name);
    }

    private static int width(GC gc, Job job) {
        return 4 + ICON + 4 + gc.textExtent(name(job)).x + PADDING + gc.textExtent(gpus(job)).x + PADDING;
    }

    private static String name(Job job) {
        return CleanText.middle(job.getName() == null ? "?" : job.getName(), MOST_NAME);
    }

    private static String gpus(Job job) {
        return AcceleratorLabels.amount(WaitingJobs.wanted(job), List.of(job));
    }

    private void click(Event event) {
        if (event.button == 1 && pressedAt >= 0) {
            chip(event.x).ifPresent(chip -> chooser.select(List.of(chip.job)));
            if (Math.min(event.x, pressedAt) >= rest) {
                list.run();
            }
        }
    }

    /** A menu is about the job that it is opened at, with what else is selected where that job is; beside the chips there is none. */
    private void choose(Event event) {
        Optional<Job> job = event.detail == SWT.MENU_KEYBOARD
                ? focused()
                : chip(canvas.toControl(event.x, event.y).x).map(Chip::job);
        event.doit = job.isPresent();
        job.filter(it -> !chooser.selected().contains(it)).ifPresent(it -> chooser.select(List.of(it)));
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> focused = order.next(focused, -1);
            case SWT.ARROW_RIGHT -> focused = order.next(focused, 1);
            case SWT.CR, SWT.KEYPAD_CR, ' ' -> focused().ifPresent(job -> chooser.select(List.of(job)));
            default -> {
                return;
            }
        }
        canvas.redraw();
    }

    /** Worked out once for a chip while the pointer stays on it: why a job waits is asked of all nodes. */
    private void tip(int x) {
        Optional<Job> job = chip(x).map(Chip::job);
        if (job.isPresent() && job.equals(tipped)) {
            return;
        }
        tipped = job;
        String tip = job.map(this::words).orElseGet(this::counted);
        if (!tip.equals(canvas.getToolTipText())) {
            WidgetText.tip(canvas, tip);
        }
    }

    /** Of all of them how many are in which state, as Jobs counts them. */
    private String counted() {
        Map<String, Long> states = order.places().stream()
                .filter(order::waits)
                .collect(Collectors.groupingBy(
                        job -> StateLabels.of(job.getState()).word(), TreeMap::new, Collectors.counting()));
        return states.isEmpty()
                ? ""
                : Texts.of(
                        "WaitingJobsBar.states",
                        states.entrySet().stream()
                                .map(it -> Formats.count(it.getValue()) + " " + it.getKey())
                                .collect(Collectors.joining(", ")));
    }

    private String spoken() {
        return focused()
                .map(this::words)
                .orElse(known ? Texts.of("WaitingJobsBar.noJobWaits") : Texts.of("WaitingJobsBar.noJobIsKnown"));
    }

    private Optional<Job> focused() {
        List<Job> jobs = order.places();
        return focused < jobs.size() ? Optional.of(jobs.get(focused)).filter(order::waits) : Optional.empty();
    }

    private String words(Job job) {
        String name = CleanText.clean(job.getNamespace() + "/" + job.getName());
        String state = StateLabels.of(job.getState()).word();
        return why.apply(job)
                .filter(words -> !words.isEmpty())
                .map(words -> Texts.of("WaitingJobsBar.wantsAndWhyNot", name, state, gpus(job), CleanText.clean(words)))
                .orElseGet(() -> Texts.of("WaitingJobsBar.wants", name, state, gpus(job)));
    }

    private Optional<Chip> chip(int x) {
        return chips.stream()
                .filter(chip -> x >= chip.x && x < chip.x + chip.width)
                .findFirst();
    }
}
