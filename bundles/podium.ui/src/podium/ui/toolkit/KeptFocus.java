// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/**
 * Keeps the focus in the window when what had it is hidden, disposed or made grey, as when another page is shown. GTK takes the focus
 * from a button of a tool bar that is made grey, and gives it to nothing: the window hears no key then, not even its own. The
 * nearest that it lay in and that can takes it. UI thread.
 */
public final class KeptFocus {
    private final Display display;
    private final Repaint check;
    /** What had the focus last, and what it lies in, from the inside to the outside. */
    private List<Control> last = List.of();

    private KeptFocus(Display display) {
        this.display = display;
        check = Repaint.on(display, this::check);
    }

    /** From now on, for as long as the display is there. */
    public static void watch(Display display) {
        KeptFocus kept = new KeptFocus(display);
        display.addFilter(SWT.FocusIn, kept::came);
        for (int lost : new int[] {SWT.FocusOut, SWT.Hide, SWT.Dispose}) {
            display.addFilter(lost, event -> kept.check.request());
        }
    }

    private void came(Event event) {
        if (event.widget instanceof Control control) {
            List<Control> chain = new ArrayList<>();
            for (Control up = control; up != null; up = up == up.getShell() ? null : up.getParent()) {
                chain.add(up);
            }
            last = List.copyOf(chain);
        }
    }

    private void check() {
        if (display.getFocusControl() == null && !last.isEmpty()) {
            Control window = last.getLast();
            if (!window.isDisposed() && window == display.getActiveShell()) {
                last.stream().filter(up -> takes(up) && up.forceFocus()).findFirst();
            }
        }
    }

    private static boolean takes(Control control) {
        return !control.isDisposed() && control.isVisible() && control.isEnabled();
    }
}
