// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import podium.telemetry.TelemetryStore;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.PendingOpens;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.CanvasBounds;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.MarkedPlaces;
import podium.ui.topology.internal.model.PointerFeedback;
import podium.ui.topology.internal.model.ProposedRanks;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.ConnectionNotice;

/**
 * The canvas the topology is painted on. Keeps the base picture in a {@link BaseLayer}, brings it up to date in frames of at
 * most {@link #BUDGET}, and paints the overlay over it. UI thread.
 */
public final class TopologyCanvas {
    /** Time a frame may take on the base picture; the rest of the frame's 8 ms is for the overlay and the copy. */
    static final Duration BUDGET = Duration.ofMillis(4);

    private static final Duration FRAME = Duration.ofMillis(15);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Pixels around what is zoomed at that are looked at. */
    private static final int AROUND = 60;

    /** Pixels of what a canvas without clusters says below its first line. */
    private static final int LINES = 28;

    private final Canvas canvas;
    private final TopologyModel model;
    private final Highlights highlights;
    private final Palette palette;
    private final InstantSource clock;
    private final PendingOpens opening;
    private final TextPainter texts;
    private final Repaint frames;
    private Optional<TelemetryStore> store = Optional.empty();
    private Look theme;
    private PointerFeedback pointed = PointerFeedback.NOTHING;
    private ProposedRanks proposed = ProposedRanks.NONE;
    private MarkedPlaces best = MarkedPlaces.NONE;
    private Optional<Runnable> waiting = Optional.empty();
    private Optional<PixelRect> held = Optional.empty();
    private Optional<PixelRect> zoomed = Optional.empty();

    /** What is made anew when the theme changes. */
    private record Look(BaseLayer layer, Overlay overlay) {}

    /** @param opening says what comes while there is no cluster */
    public TopologyCanvas(
            Composite parent,
            TopologyModel model,
            Highlights highlights,
            Palette palette,
            InstantSource clock,
            PendingOpens opening) {
        this.model = model;
        this.highlights = highlights;
        this.palette = palette;
        this.clock = clock;
        this.opening = opening;
        canvas = new Canvas(parent, SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED);
        canvas.setData(NamedBounds.KEY, new CanvasBounds(model));
        texts = new TextPainter(canvas.getDisplay());
        theme = theme();
        frames = Repaint.of(canvas, FRAME, this::frame);
        new Subscriptions(canvas)
                .add(model.listen(this::changed))
                .add(highlights.listen(canvas::redraw))
                .add(opening.listen(canvas::redraw))
                .add(palette.listen(this::themed));
        Repaint.every(canvas, SECOND, this::tick);
        canvas.addListener(SWT.Resize, event -> resized());
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> {
            theme.layer.close();
            texts.close();
        });
    }

    /** The control: for layout, input and drag and drop. */
    public Canvas control() {
        return canvas;
    }

    /** Pixels from the top of a canvas without clusters to below what it says. */
    public static int belowEmpty(Canvas canvas) {
        return canvas.getClientArea().height / 3 + LINES;
    }

    /** Shows what follows the pointer. */
    public void point(PointerFeedback next) {
        if (!next.equals(pointed)) {
            pointed = next;
            canvas.redraw();
        }
    }

    /** Shows ranks where they would go. */
    public void propose(ProposedRanks next) {
        if (!next.equals(proposed)) {
            proposed = next;
            canvas.redraw();
        }
    }

    /** The ranks that are shown where they would go. */
    public ProposedRanks proposed() {
        return proposed;
    }

    /** Where the small map lies; empty while everything is seen. */
    public PixelRect map() {
        return map(model.layout(), model.view());
    }

    private PixelRect map(SceneLayout layout, Viewport view) {
        return held.orElseGet(() -> MiniMap.at(layout, view, highlights, best, pointed, zoomed));
    }

    /** Keeps the small map there while it is pressed. */
    public void hold(Optional<PixelRect> map) {
        if (!map.equals(held)) {
            held = map;
            canvas.redraw();
        }
    }

    /** Keeps the small map away from where the wheel zooms, until the pointer is elsewhere. */
    public void zooms(int x, int y) {
        zoomed = Optional.of(new PixelRect(x, y, 1, 1).grow(AROUND));
    }

    /** The pointer is there now. */
    public void moved(int x, int y) {
        if (zoomed.isPresent() && !zoomed.get().contains(x, y)) {
            zoomed = Optional.empty();
            canvas.redraw();
        }
    }

    /** Marks the best places for what is carried. */
    public void mark(MarkedPlaces next) {
        if (!next.equals(best)) {
            best = next;
            canvas.redraw();
        }
    }

    /** Paints the whole canvas on something else, all at once. */
    public void paintAll(GC gc) {
        show();
        while (theme.layer.isPending()) {
            theme.layer.paint(Duration.ofSeconds(1).toNanos());
        }
        paint(gc, new PixelRect(0, 0, model.view().width(), model.view().height()));
    }

    /** Runs this once all there is now is painted: where layouts came faster than they are painted, none of them was ever seen. */
    public void whenWhole(Runnable work) {
        if (theme.layer.isWhole()) {
            work.run();
        } else {
            waiting = Optional.of(work);
        }
    }

    private Look theme() {
        CanvasColours inks = new CanvasColours(palette);
        float dots = BackingImage.dots(canvas.getMonitor().getZoom());
        return new Look(new BaseLayer(canvas.getDisplay(), dots, inks, texts), new Overlay(inks, texts, opening));
    }

    private void themed() {
        theme.layer.close();
        theme = theme();
        changed(new TopologyModel.Event.Everything());
    }

    /** A notice tells since when: it is written anew while there is one. */
    private void tick() {
        if (opening.words().isPresent()
                || model.scene().clusters().stream()
                        .anyMatch(box -> ConnectionNotice.of(box.cluster()).isPresent())) {
            canvas.redraw();
        } else if (theme.layer.picture().filter(DeepCellPainter::anyMeasured).isPresent()) {
            canvas.redraw();
        }
    }

    /** Where what large cells tell of what is measured comes from. */
    public void measured(TelemetryStore source) {
        store = Optional.of(source);
    }

    private void resized() {
        Rectangle area = canvas.getClientArea();
        if (area.width > 0 && area.height > 0) {
            model.resize(area.width, area.height);
        }
    }

    private void changed(TopologyModel.Event event) {
        switch (event) {
            case TopologyModel.Event.Boxes boxes -> theme.layer.invalidate(boxes.ids());
            case TopologyModel.Event.Everything _ -> {
                if (!show()) {
                    theme.layer.all();
                }
                canvas.redraw();
            }
            case TopologyModel.Event.ViewChanged _ -> {
                show();
                canvas.redraw();
            }
        }
        frames.request();
    }

    private boolean show() {
        Viewport view = model.view();
        return view.width() > 1
                && view.height() > 1
                && theme.layer.show(
                        new PaintState(model.layout(), view, model.styles(), model.verdicts(), model.slots()));
    }

    /** Brings the base picture up to date for a while; asks for another frame when that was not enough. */
    private void frame() {
        boolean whole = theme.layer.isWhole();
        for (PixelRect part : update().parts()) {
            canvas.redraw(part.x(), part.y(), part.width(), part.height(), false);
        }
        if (!whole && theme.layer.isWhole()) {
            canvas.redraw(); // names come last, wherever they are
        }
        if (theme.layer.isPending()) {
            frames.request();
        }
        if (theme.layer.isWhole()) {
            Optional<Runnable> next = waiting;
            waiting = Optional.empty();
            next.ifPresent(Runnable::run);
        }
    }

    /** Brings the base picture up to date within the budget; what of it changed. */
    DamageRegion update() {
        show();
        return theme.layer.paint(BUDGET.toNanos());
    }

    private void paint(Event event) {
        paint(event.gc, new PixelRect(event.x, event.y, event.width, event.height));
    }

    /** Paints a part of the canvas as it is now. */
    void paint(GC gc, PixelRect part) {
        Optional<PaintState> picture = theme.layer.picture();
        if (picture.isEmpty()) {
            gc.setBackground(palette.color(Palette.Name.SURFACE));
            gc.fillRectangle(part.x(), part.y(), part.width(), part.height());
            return;
        }
        gc.setAntialias(SWT.OFF);
        theme.layer.draw(gc, part);
        if (theme.layer.isWhole()) {
            theme.overlay.names(gc, picture.get());
        }
        highlights.supposed().ifPresent(outlook -> theme.overlay.supposed(gc, picture.get(), outlook));
        PixelRect map = map(picture.get().layout(), picture.get().view());
        if (theme.layer.isWhole()) {
            theme.overlay.deep(gc, picture.get(), map, highlights, store, clock.instant());
        }
        theme.overlay.paint(
                gc, picture.get(), map, highlights, proposed, best, pointed, canvas.isFocusControl(), clock.instant());
    }
}
