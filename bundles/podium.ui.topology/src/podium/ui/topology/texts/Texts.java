// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.texts;

import org.eclipse.jdt.annotation.Nullable;
import podium.model.texts.TextBundle;

/** The texts of this bundle that people read: {@code texts.properties} beside this class. */
public final class Texts {
    private static final TextBundle TEXTS = new TextBundle(Texts.class);

    private Texts() {}

    /** The text of a key with its values, as {@link TextBundle#of} says it. */
    public static String of(String key, @Nullable Object... values) {
        return TEXTS.of(key, values);
    }
}
