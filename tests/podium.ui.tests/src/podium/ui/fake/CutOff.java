// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Finds buttons that do not lie wholly within what they stand in: nobody could press them. In the UI thread. */
public final class CutOff {
    private CutOff() {}

    /** Fails where a button of this window, or of a strip in it, reaches beyond it. */
    public static void none(Composite window) {
        Rectangle seen = window.getClientArea();
        for (Button button : Controls.all(window, Button.class)) {
            Rectangle at = window.getDisplay().map(button.getParent(), window, button.getBounds());
            if (!seen.intersection(at).equals(at)) {
                throw new AssertionError("the button " + button.getText() + " at " + at + " is not within " + seen);
            }
        }
    }
}
