// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/** The label of a part that also tells how many there are of something. UI thread. */
public final class PartLabel {
    private static final String NAME = "podium.name";

    private static final String SPACE = "\u2002";
    private static final String THIN_SPACE = "\u200a";

    /** How many are too many to be counted by a tab. */
    public static final String MANY = "99+";

    private PartLabel() {}

    /** As far as a tab counts. */
    public static String count(long number) {
        return number > 99 ? MANY : Formats.count(number);
    }

    /**
     * Shows a label in the room for another one; by what name the part is gone to stays known.
     *
     * @param widest no label of this part is wider: the tabs behind it stay where they are while somebody aims at one
     */
    public static void set(MPart part, String label, String widest) {
        name(part).ifPresent(name -> part.getTransientData().put(NAME, name));
        GC gc = new GC(Display.getCurrent());
        try {
            int left = gc.textExtent(widest).x - gc.textExtent(label).x;
            int space = gc.textExtent(SPACE).x;
            int thin = gc.textExtent(THIN_SPACE).x;
            part.setLabel(
                    left <= 0 || space == 0 || thin == 0
                            ? label
                            : label + SPACE.repeat(left / space) + THIN_SPACE.repeat(left % space / thin));
        } finally {
            gc.dispose();
        }
    }

    /** What the part is called, without what was added; empty: it has no label. */
    public static Optional<String> name(MPart part) {
        return Optional.ofNullable(
                part.getTransientData().get(NAME) instanceof String name ? name : part.getLocalizedLabel());
    }
}
