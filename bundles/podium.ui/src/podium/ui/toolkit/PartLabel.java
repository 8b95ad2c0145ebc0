// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;

/** The label of a part that also tells how many there are of something. UI thread. */
public final class PartLabel {
    private static final String NAME = "podium.name";

    private PartLabel() {}

    /** Shows a label; by what name the part is gone to stays known. */
    public static void set(MPart part, String label) {
        name(part).ifPresent(name -> part.getTransientData().put(NAME, name));
        part.setLabel(label);
    }

    /** What the part is called, without what was added; empty: it has no label. */
    public static Optional<String> name(MPart part) {
        return Optional.ofNullable(
                part.getTransientData().get(NAME) instanceof String name ? name : part.getLocalizedLabel());
    }
}
