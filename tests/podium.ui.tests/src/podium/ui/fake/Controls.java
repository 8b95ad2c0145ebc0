// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Finds what stands in a window. In the UI thread. */
public final class Controls {
    private Controls() {}

    /** The controls of this type below a composite that can be seen, from the first to the last. */
    public static <C extends Control> List<C> all(Composite in, Class<C> type) {
        List<C> found = new ArrayList<>();
        for (Control child : in.getChildren()) {
            if (type.isInstance(child) && child.isVisible()) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite inner) {
                found.addAll(all(inner, type));
            }
        }
        return found;
    }

    /** What the labels say, one a line. */
    public static String words(Composite in) {
        return String.join(
                "\n", all(in, Label.class).stream().map(Label::getText).toList());
    }
}
