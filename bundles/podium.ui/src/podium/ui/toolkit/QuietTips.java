// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Widget;

/**
 * While keys are used, and once what the pointer rested on is hidden, its tip stays away until the mouse moves. GTK 3 shows it whenever
 * something comes or goes below a pointer that rests, and whenever any tip of the window changes (gtktooltip.c,
 * gtk_tooltip_trigger_tooltip_query): over the list or the dialog that a key has just opened. UI thread.
 */
public final class QuietTips {
    private final Supplier<@Nullable Control> pointed;
    private @Nullable Control quiet;
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
        display.addFilter(SWT.MouseMove, event -> {
            tips.moved();
            tips.over(event.widget);
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

    /** A key was pressed or let go. */
    void key() {
        @Nullable Control at = pointed.get();
        if (at != quiet) {
            moved();
            if (at != null && !at.isDisposed()) {
                WidgetText.holdTip(at);
                quiet = at;
            }
        }
    }

    /** The mouse moved over something. */
    void over(Widget widget) {
        over = widget instanceof Control control ? control : null;
    }

    /** Something is no longer seen, such as a part behind another one: the tip of what is in it would stay over what came. */
    void hidden(Widget widget) {
        @Nullable Control at = over;
        for (@Nullable Control in = at; at != null && in != null && !in.isDisposed(); in = in.getParent()) {
            if (in == widget) {
                moved();
                WidgetText.holdTip(at);
                quiet = at;
                return;
            }
        }
    }

    /** The mouse moved. */
    void moved() {
        @Nullable Control control = quiet;
        quiet = null;
        if (control != null && !control.isDisposed()) {
            WidgetText.releaseTip(control);
        }
    }
}
