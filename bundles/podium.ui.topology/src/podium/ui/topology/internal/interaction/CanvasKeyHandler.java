// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.layout.DrawnView;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.KeyboardNavigation;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.paint.TopologyCanvas;

/**
 * The keyboard on the canvas: arrows walk, Page Down and Page Up go in and out, Enter selects, Ctrl+arrows pan, plus and
 * minus zoom, 0 fits, 1 to 9 choose the colouring, m picks up what is selected, Enter drops it and 1 to 3 drop it on the
 * best places; while a
 * gang is laid out, f fills, Delete takes off, Ctrl+Enter commits. UI thread.
 */
public final class CanvasKeyHandler {
    private static final int PAN = 60;
    private static final double ZOOM = 1.5;

    private final TopologyCanvas canvas;
    private final TopologyModel model;
    private final Highlights highlights;
    private final CanvasSelection chooser;
    private final Commands commands;
    private final BooleanSupplier close;

    /** What keys do that is not the canvas's own affair. */
    public interface Commands {
        void find();

        void colourBy(ColourBy by);

        /** Puts what is carried on the best place of this number, from 1; false: nothing is carried, or there is none. */
        boolean best(int number);

        /** Picks up what is selected, to carry it with the arrows; false: nothing that can be placed is selected. */
        boolean lift();

        /** Enter on the focused thing while something is being placed from the keyboard; false: nothing is. */
        boolean drop(Hit hit);

        /** Escape; false: there was nothing to cancel. */
        boolean cancel();

        /** The focus went to a thing. */
        void focused(Hit hit);

        /** Lays the ranks of the board that have no place on a thing, or anywhere; false: the board is not open. */
        boolean fill(Optional<Hit> hit);

        /** Takes the ranks of the board off a thing; false: none lay there. */
        boolean takeOff(Hit hit);

        /** Shows what committing the board sends; false: the board is not open, or has something that hinders it. */
        boolean commit();
    }

    /** @param close what Escape closes before it clears the selection: a card, or what is supposed; false: there is none */
    public CanvasKeyHandler(
            TopologyCanvas canvas,
            TopologyModel model,
            Highlights highlights,
            CanvasSelection chooser,
            Commands commands,
            BooleanSupplier close) {
        this.canvas = canvas;
        this.model = model;
        this.highlights = highlights;
        this.chooser = chooser;
        this.commands = commands;
        this.close = close;
    }

    /** Hears the keys of the canvas from now on. */
    public void attach() {
        Canvas control = canvas.control();
        control.addListener(SWT.KeyDown, this::key);
        control.addListener(SWT.Traverse, this::traverse);
    }

    /** Arrows, Page keys, Enter and Escape belong to the canvas; Tab goes on to the next control. */
    private void traverse(Event event) {
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    }

    private void key(Event event) {
        event.doit = !(event.keyCode >= SWT.ARROW_UP && event.keyCode <= SWT.END ? move(event) : action(event));
    }

    private boolean move(Event event) {
        boolean pan = (event.stateMask & SWT.MOD1) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> go(KeyboardNavigation.Direction.LEFT, pan);
            case SWT.ARROW_RIGHT -> go(KeyboardNavigation.Direction.RIGHT, pan);
            case SWT.ARROW_UP -> go(KeyboardNavigation.Direction.UP, pan);
            case SWT.ARROW_DOWN -> go(KeyboardNavigation.Direction.DOWN, pan);
            case SWT.PAGE_DOWN -> focus(focus().map(new KeyboardNavigation(model.layout())::in));
            case SWT.PAGE_UP -> focus(focus().map(new KeyboardNavigation(model.layout())::out));
            case SWT.HOME ->
                focus(new KeyboardNavigation(model.layout())
                        .start(Viewport.fit(model.view().width(), model.view().height())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(KeyboardNavigation.Direction direction, boolean pan) {
        if (pan) {
            model.show(DrawnView.pan(model.layout(), model.view(), -direction.dx() * PAN, -direction.dy() * PAN));
            return;
        }
        KeyboardNavigation walk = new KeyboardNavigation(model.layout());
        Optional<Hit> from = focus();
        focus(from.isPresent() ? Optional.of(walk.step(from.get(), direction)) : walk.start(model.view()));
    }

    private boolean action(Event event) {
        switch (event.keyCode == SWT.KEYPAD_CR ? SWT.CR : event.character) {
            case SWT.CR -> {
                if ((event.stateMask & SWT.MOD1) != 0 && commands.commit()) {
                    return true;
                }
                Optional<Hit> hit = focus();
                if (hit.isPresent() && !commands.drop(hit.get())) {
                    chooser.select(hit.get(), (event.stateMask & SWT.MOD1) != 0);
                }
            }
            case SWT.ESC -> {
                if (!commands.cancel() && !close.getAsBoolean()) {
                    chooser.clear();
                }
            }
            case '+', '=' -> zoom(ZOOM);
            case '-' -> zoom(1 / ZOOM);
            case '0' ->
                model.show(Viewport.fit(model.view().width(), model.view().height()));
            case '/' -> commands.find();
            case 'm' -> {
                return commands.lift();
            }
            case 'f' -> {
                return commands.fill(focus());
            }
            case SWT.DEL, SWT.BS -> {
                return focus().filter(commands::takeOff).isPresent();
            }
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                if (!commands.best(event.character - '0')) {
                    commands.colourBy(ColourBy.values()[event.character - '1']);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Zooms at the focused thing where it is seen, else at the middle. */
    private void zoom(double factor) {
        Viewport view = model.view();
        model.show(focus().map(hit -> DrawnView.zoom(model.layout(), view, hit, factor))
                .orElseGet(() -> view.zoom(view.width() / 2, view.height() / 2, factor)));
    }

    private Optional<Hit> focus() {
        return highlights.focus(model.scene());
    }

    private void focus(Optional<Hit> next) {
        next.ifPresent(hit -> {
            chooser.focus(hit);
            commands.focused(hit);
            canvas.control().redraw();
        });
    }
}
