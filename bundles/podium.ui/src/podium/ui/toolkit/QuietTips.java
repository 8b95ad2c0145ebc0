// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/**
 * While keys are used, once what the pointer rested on is hidden and once a dialog above it is closed, its tip stays away until the mouse
 * moves; the tip of what was pressed stays away until the pointer leaves it. GTK 3 shows a tip whenever something comes or goes below a
 * pointer that rests, and whenever any tip of the window changes (gtktooltip.c, gtk_tooltip_trigger_tooltip_query): over the list or the
 * dialog that a key has just opened, or over what a press has just brought about. UI thread.
 */
public final class QuietTips {
    private final Supplier<@Nullable Control> pointed;
    /** Pixels: a hand that lets go of its button trembles. */
    private static final int TREMBLE = 12;

    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;

    private @Nullable Control quiet;
    private boolean pressed;
    /** Where the pointer is that rests on what is quiet; null: it has not moved since. */
    private @Nullable Point rests;

    private @Nullable Control over;

    /** @param pointed what is under the pointer; null: nothing of ours */
    QuietTips(Supplier<@Nullable Control> pointed) {
        this.pointed = pointed;
    }

    /** From now on, for as long as the display is there. */
    public static void watch(Display display) {
        QuietTips tips = new QuietTips(display::getCursorControl);
        display.addFilter(SWT.KeyDown, event -> tips.key());
        // a key may have brought something else under the pointer
        display.addFilter(SWT.KeyUp, event -> tips.key());
        display.addFilter(SWT.MouseDown, event -> tips.pressed());
        display.addFilter(SWT.MouseMove, event -> {
            tips.moved(event.widget, event.x, event.y);
            tips.over(event.widget);
        });
        // what a dialog that closed uncovers has the pointer without a move
        display.addFilter(SWT.MouseEnter, event -> tips.over(event.widget));
        display.addFilter(SWT.Activate, event -> {
            if (event.widget instanceof Shell) {
                tips.covered();
            }
        });
        display.addFilter(SWT.Show, event -> {
            if (event.widget instanceof Menu) {
                tips.covered();
            }
        });
        display.addFilter(SWT.Hide, event -> tips.hidden(event.widget));
    }

    /**
     * Has a tip that is no native one closed as soon as a menu or a dialog opens or a key was used, for then it is in the way of what
     * came: when a key is let go, so that Escape can be taken by the tip alone before.
     */
    public static void close(Control pointed, Runnable tip) {
        Display display = pointed.getDisplay();
        Listener over = event -> {
            boolean key = event.type == SWT.KeyUp;
            if (key || event.widget instanceof Menu || event.widget == pointed.getShell()) {
                tip.run();
            }
        };
        int[] types = {SWT.KeyUp, SWT.Show, SWT.Deactivate};
        for (int type : types) {
            display.addFilter(type, over);
        }
        pointed.addDisposeListener(event -> {
            for (int type : types) {
                display.removeFilter(type, over);
            }
        });
    }

    /** Whether a tip that is no native one may open: not below a dialog, nor for a pointer that has gone elsewhere since it rested. */
    public static boolean mayOpen(Control pointed, Event hover) {
        Shell active = pointed.getDisplay().getActiveShell();
        boolean below = active != null && active != pointed.getShell() && (active.getStyle() & MODAL) != 0;
        Point size = pointed.getSize();
        return !below && new Rectangle(0, 0, size.x, size.y).contains(hover.x, hover.y);
    }

    /** A key was pressed or let go. */
    void key() {
        hold(pointed.get());
    }

    /** A window or a menu is in front: what the pointer was over says nothing beside it, be it still there or not. */
    void covered() {
        @Nullable Control at = pointed.get();
        boolean says = at != null && (at == quiet || WidgetText.hasTip(at));
        hold(says || over == null ? at : over);
    }

    /** A button of the mouse was pressed. */
    void pressed() {
        hold(pointed.get());
        pressed = quiet != null;
    }

    private void hold(@Nullable Control at) {
        if (at != quiet) {
            moved();
            if (at != null && !at.isDisposed()) {
                WidgetText.holdTip(at);
                quiet = at;
            }
        }
    }

    /** The pointer is over something. GTK shows a tip for a moment longer than the pointer is over what it is of. */
    void over(Widget widget) {
        if (widget instanceof Control control && WidgetText.hasTip(control)) {
            over = control;
        }
    }

    /** Something is no longer seen, such as a part behind another one: the tip of what is in it would stay over what came. */
    void hidden(Widget widget) {
        @Nullable Control at = over;
        for (@Nullable Control in = at; at != null && in != null && !in.isDisposed(); in = in.getParent()) {
            if (in == widget) {
                hold(at);
                return;
            }
        }
    }

    /** The mouse moved over something. */
    void moved(Widget widget, int x, int y) {
        Point from = rests;
        if (widget == quiet && from == null) {
            rests = new Point(x, y);
        } else if (widget != quiet || from != null && !pressed && Math.hypot(x - from.x, y - from.y) > TREMBLE) {
            moved();
        }
    }

    /** The mouse moved. */
    void moved() {
        @Nullable Control control = quiet;
        quiet = null;
        rests = null;
        pressed = false;
        if (control != null && !control.isDisposed()) {
            WidgetText.releaseTip(control);
        }
    }
}
