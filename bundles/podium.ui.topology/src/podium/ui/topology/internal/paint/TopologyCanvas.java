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
import podium.ui.kit.Opening;
import podium.ui.kit.Palette;
import podium.ui.kit.Placed;
import podium.ui.kit.Repaint;
import podium.ui.kit.Subscriptions;
import podium.ui.topology.internal.layout.Pixels;
import podium.ui.topology.internal.layout.View;
import podium.ui.topology.internal.scene.Notice;
import podium.ui.topology.internal.stage.Best;
import podium.ui.topology.internal.stage.CanvasPlaces;
import podium.ui.topology.internal.stage.Highlights;
import podium.ui.topology.internal.stage.Pointed;
import podium.ui.topology.internal.stage.Proposed;
import podium.ui.topology.internal.stage.Stage;

/**
 * The canvas the topology is painted on. Keeps the base picture in a {@link Layer}, brings it up to date in frames of at
 * most {@link #BUDGET}, and paints the overlay over it. UI thread.
 */
public final class TopologyCanvas {
    /** Time a frame may take on the base picture; the rest of the frame's 8 ms is for the overlay and the copy. */
    static final Duration BUDGET = Duration.ofMillis(4);

    private static final Duration FRAME = Duration.ofMillis(15);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Canvas canvas;
    private final Stage stage;
    private final Highlights highlights;
    private final Palette palette;
    private final InstantSource clock;
    private final Opening opening;
    private final Texts texts;
    private final Repaint frames;
    private Look look;
    private Pointed pointed = Pointed.NOTHING;
    private Proposed proposed = Proposed.NONE;
    private Best best = Best.NONE;

    /** What is made anew when the theme changes. */
    private record Look(Layer layer, Overlay overlay) {}

    public TopologyCanvas(Composite parent, Stage stage, Highlights highlights, Palette palette, InstantSource clock) {
        this(parent, stage, highlights, palette, clock, new Opening(clock));
    }

    /** @param opening says what comes while there is no cluster */
    public TopologyCanvas(
            Composite parent,
            Stage stage,
            Highlights highlights,
            Palette palette,
            InstantSource clock,
            Opening opening) {
        this.stage = stage;
        this.highlights = highlights;
        this.palette = palette;
        this.clock = clock;
        this.opening = opening;
        canvas = new Canvas(parent, SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED);
        canvas.setData(Placed.KEY, new CanvasPlaces(stage));
        texts = new Texts(canvas.getDisplay());
        look = look();
        frames = Repaint.of(canvas, FRAME, this::frame);
        new Subscriptions(canvas)
                .add(stage.listen(this::changed))
                .add(highlights.listen(canvas::redraw))
                .add(opening.listen(canvas::redraw))
                .add(palette.listen(this::themed));
        Repaint.every(canvas, SECOND, this::tick);
        canvas.addListener(SWT.Resize, event -> resized());
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> {
            look.layer.close();
            texts.close();
        });
    }

    /** The control: for layout, input and drag and drop. */
    public Canvas control() {
        return canvas;
    }

    /** Shows what follows the pointer. */
    public void point(Pointed next) {
        if (!next.equals(pointed)) {
            pointed = next;
            canvas.redraw();
        }
    }

    /** Shows ranks where they would go. */
    public void propose(Proposed next) {
        if (!next.equals(proposed)) {
            proposed = next;
            canvas.redraw();
        }
    }

    /** Marks the best places for what is carried. */
    public void mark(Best next) {
        if (!next.equals(best)) {
            best = next;
            canvas.redraw();
        }
    }

    public Pointed pointed() {
        return pointed;
    }

    /** Paints the whole canvas on something else, all at once. */
    public void paintAll(GC gc) {
        show();
        while (look.layer.isPending()) {
            look.layer.paint(Duration.ofSeconds(1).toNanos());
        }
        paint(gc, new Pixels(0, 0, stage.view().width(), stage.view().height()));
    }

    private Look look() {
        Inks inks = new Inks(palette);
        float dots = Backing.dots(canvas.getMonitor().getZoom());
        return new Look(new Layer(canvas.getDisplay(), dots, inks, texts), new Overlay(inks, texts, opening));
    }

    private void themed() {
        look.layer.close();
        look = look();
        changed(new Stage.Event.Everything());
    }

    /** A notice tells since when: it is written anew while there is one. */
    private void tick() {
        if (stage.scene().clusters().stream()
                .anyMatch(box -> Notice.of(box.cluster()).isPresent())) {
            canvas.redraw();
        }
    }

    private void resized() {
        Rectangle area = canvas.getClientArea();
        if (area.width > 0 && area.height > 0) {
            stage.resize(area.width, area.height);
        }
    }

    private void changed(Stage.Event event) {
        switch (event) {
            case Stage.Event.Boxes boxes -> look.layer.invalidate(boxes.ids());
            case Stage.Event.Everything _ -> {
                if (!show()) {
                    look.layer.all();
                }
                canvas.redraw();
            }
            case Stage.Event.ViewChanged _ -> {
                show();
                canvas.redraw();
            }
        }
        frames.request();
    }

    private boolean show() {
        View view = stage.view();
        return view.width() > 1
                && view.height() > 1
                && look.layer.show(new Picture(stage.layout(), view, stage.looks(), stage.verdicts(), stage.slots()));
    }

    /** Brings the base picture up to date for a while; asks for another frame when that was not enough. */
    private void frame() {
        boolean whole = look.layer.isWhole();
        for (Pixels part : update().parts()) {
            canvas.redraw(part.x(), part.y(), part.width(), part.height(), false);
        }
        if (!whole && look.layer.isWhole()) {
            canvas.redraw(); // names come last, wherever they are
        }
        if (look.layer.isPending()) {
            frames.request();
        }
    }

    /** Brings the base picture up to date within the budget; what of it changed. */
    Damage update() {
        show();
        return look.layer.paint(BUDGET.toNanos());
    }

    private void paint(Event event) {
        paint(event.gc, new Pixels(event.x, event.y, event.width, event.height));
    }

    /** Paints a part of the canvas as it is now. */
    void paint(GC gc, Pixels part) {
        Optional<Picture> picture = look.layer.picture();
        if (picture.isEmpty()) {
            gc.setBackground(palette.color(Palette.Name.SURFACE));
            gc.fillRectangle(part.x(), part.y(), part.width(), part.height());
            return;
        }
        gc.setAntialias(SWT.OFF);
        look.layer.draw(gc, part);
        if (look.layer.isWhole()) {
            look.overlay.names(gc, picture.get());
        }
        look.overlay.paint(
                gc, picture.get(), highlights, proposed, best, pointed, canvas.isFocusControl(), clock.instant());
    }
}
