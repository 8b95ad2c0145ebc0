// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import podium.ui.toolkit.QuietTips;
import podium.ui.toolkit.Repaint;
import podium.ui.topology.internal.layout.DrawnView;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.CanvasTooltip;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.PointerFeedback;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.MiniMap;
import podium.ui.topology.internal.paint.TopologyCanvas;

/**
 * The mouse: hover shows a card, which is kept true and closed by what opens over it, click selects, wheel zooms at the
 * pointer, dragging what is no task or dragging with the middle button moves the view, the map jumps. UI thread.
 */
public final class MouseHandler {
    private static final double NOTCH = 1.25;
    private static final int SLACK = 4;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final TopologyCanvas canvas;
    private final TopologyModel model;
    private final Highlights highlights;
    private final CanvasTooltips tooltips;
    private final CanvasSelection chooser;
    private final InstantSource clock;
    private Optional<Press> press = Optional.empty();
    private Optional<Point> carded = Optional.empty();
    private Consumer<Hit> clicked = hit -> {};
    private Function<Hit, Optional<CanvasTooltip>> said = hit -> Optional.empty();

    /** A pressed button and where the view was then. */
    private record Press(int button, int x, int y, Viewport view, boolean onMap, boolean moved) {
        Press movedOn() {
            return new Press(button, x, y, view, onMap, true);
        }
    }

    public MouseHandler(
            TopologyCanvas canvas,
            TopologyModel model,
            Highlights highlights,
            CanvasTooltips tooltips,
            CanvasSelection chooser,
            InstantSource clock) {
        this.canvas = canvas;
        this.model = model;
        this.highlights = highlights;
        this.tooltips = tooltips;
        this.chooser = chooser;
        this.clock = clock;
        Canvas control = canvas.control();
        control.addListener(SWT.MouseMove, this::move);
        control.addListener(SWT.MouseHover, this::hover);
        control.addListener(SWT.MouseExit, event -> leave());
        control.addListener(SWT.MouseDown, this::down);
        control.addListener(SWT.MouseUp, this::up);
        control.addListener(SWT.MouseDoubleClick, this::doubleClick);
        control.addListener(SWT.MouseWheel, this::wheel);
        QuietTips.close(control, this::closeTooltip);
        Repaint.every(control, LOOK, this::look);
    }

    /** Is told of each thing that is clicked, besides that it is selected. */
    public void onClick(Consumer<Hit> hears) {
        clicked = hears;
    }

    /** Has something else said of a thing in its card; empty: what it is. */
    public void says(Function<Hit, Optional<CanvasTooltip>> instead) {
        said = instead;
    }

    /** Closes the card; false: there is none. */
    public boolean closeTooltip() {
        boolean was = carded.isPresent();
        if (was) {
            leave();
        }
        return was;
    }

    /** Keeps the card true, and closes it where the pointer went without a word: onto the menu bar, or the frame of the window. */
    private void look() {
        Canvas control = canvas.control();
        carded.ifPresent(at -> {
            if (control.getDisplay().getCursorControl() == control) {
                tooltip(at);
            } else {
                leave();
            }
        });
    }

    /** The thing a drag would begin on; the press is then no pan any more. */
    public Optional<Hit> grab() {
        Optional<Hit> hit = press.filter(it -> it.button == 1 && !it.onMap)
                .flatMap(it -> Hit.at(model.layout(), it.view, it.x, it.y));
        return hit;
    }

    /** A drag and drop took the press over. */
    public void release() {
        press = Optional.empty();
        canvas.hold(Optional.empty());
        leave();
    }

    private void move(Event event) {
        if (press.isPresent()) {
            drag(press.get(), event);
            return;
        }
        Optional<EObject> thing = onMap(event) ? Optional.empty() : at(event).map(Hit::subject);
        canvas.moved(event.x, event.y);
        boolean other = !thing.equals(highlights.hovered());
        highlights.hover(thing);
        if (carded.isPresent() && other) {
            tooltip(new Point(event.x, event.y));
        }
    }

    private void drag(Press pressed, Event event) {
        if (pressed.onMap) {
            model.show(MiniMap.center(model.view(), canvas.map(), event.x, event.y));
        } else if (pressed.button != 3
                && (pressed.moved || Math.abs(event.x - pressed.x) + Math.abs(event.y - pressed.y) > SLACK)) {
            press = Optional.of(pressed.movedOn());
            canvas.point(PointerFeedback.NOTHING);
            canvas.control().setCursor(canvas.control().getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
            model.show(pressed.view.pan(event.x - pressed.x, event.y - pressed.y));
        }
    }

    private void hover(Event event) {
        if (press.isEmpty() && !onMap(event) && QuietTips.mayOpen(canvas.control(), event)) {
            tooltip(new Point(event.x, event.y));
        }
    }

    private void tooltip(Point at) {
        Optional<Hit> hit = Hit.at(model.layout(), model.view(), at.x, at.y);
        carded = hit.map(it -> at);
        canvas.point(
                hit.isPresent()
                        ? new PointerFeedback(
                                said.apply(hit.get()).or(() -> Optional.of(tooltips.of(hit.get(), clock.instant()))),
                                at.x,
                                at.y,
                                0,
                                Optional.empty())
                        : PointerFeedback.NOTHING);
    }

    private void leave() {
        carded = Optional.empty();
        highlights.hover(Optional.empty());
        canvas.point(PointerFeedback.NOTHING);
    }

    private void down(Event event) {
        canvas.control().setFocus();
        press = Optional.of(new Press(event.button, event.x, event.y, model.view(), onMap(event), false));
        canvas.point(PointerFeedback.NOTHING);
        carded = Optional.empty();
        if (onMap(event)) {
            canvas.hold(Optional.of(canvas.map()));
            model.show(MiniMap.center(model.view(), canvas.map(), event.x, event.y));
        } else if (event.button == 3) {
            at(event).ifPresent(hit -> {
                if (!highlights.selected().contains(hit.subject())) {
                    chooser.select(hit, false);
                }
            });
        }
    }

    private void up(Event event) {
        Optional<Press> pressed = press;
        press = Optional.empty();
        canvas.hold(Optional.empty());
        canvas.control().setCursor(null);
        if (pressed.isPresent() && event.button == 1 && !pressed.get().moved && !pressed.get().onMap) {
            boolean more = (event.stateMask & SWT.MOD1) != 0;
            at(event)
                    .ifPresentOrElse(
                            hit -> {
                                chooser.select(hit, more);
                                clicked.accept(hit);
                            },
                            chooser::clear);
        }
    }

    private void doubleClick(Event event) {
        if (event.button == 1 && !onMap(event)) {
            at(event)
                    .ifPresent(hit -> model.show(
                            model.view().show(hit.rect(model.layout()), 0.8, CanvasSelection.closest(model, hit))));
        }
    }

    private void wheel(Event event) {
        if (event.count == 0) {
            return;
        }
        event.doit = false;
        leave();
        if ((event.stateMask & SWT.SHIFT) != 0) {
            model.show(DrawnView.pan(model.layout(), model.view(), event.count * 40, 0));
        } else {
            canvas.zooms(event.x, event.y);
            model.show(model.view().zoom(event.x, event.y, event.count > 0 ? NOTCH : 1 / NOTCH));
        }
    }

    private boolean onMap(Event event) {
        return canvas.map().contains(event.x, event.y);
    }

    private Optional<Hit> at(Event event) {
        return Hit.at(model.layout(), model.view(), event.x, event.y);
    }
}
