// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/** The label of a part that also tells how many there are of something. UI thread. */
public final class PartLabel {
    private static final String NAME = "podium.name";

    /** Key of the pixels of the longest label that was shown. */
    private static final String ROOM = "podium.room";

    private static final String SPACE = "\u2002";
    private static final String THIN_SPACE = "\u200a";

    private PartLabel() {}

    /** Shows a label; by what name the part is gone to stays known. */
    public static void set(MPart part, String label) {
        name(part).ifPresent(name -> part.getTransientData().put(NAME, name));
        part.setLabel(label);
    }

    /** The same, in no less room than any label shown so before: the tabs behind it stay where they are while somebody aims at one. */
    public static void setInPlace(MPart part, String label) {
        GC gc = new GC(Display.getCurrent());
        try {
            int width = gc.textExtent(label).x;
            int room = part.getTransientData().get(ROOM) instanceof Integer most ? Math.max(most, width) : width;
            part.getTransientData().put(ROOM, room);
            int space = gc.textExtent(SPACE).x;
            int left = room - width;
            int thin = gc.textExtent(THIN_SPACE).x;
            set(
                    part,
                    label
                            + SPACE.repeat(space == 0 ? 0 : left / space)
                            + THIN_SPACE.repeat(space == 0 || thin == 0 ? 0 : left % space / thin));
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
