// SPDX-License-Identifier: Apache-2.0
package podium.launcher.texts;

import java.util.ResourceBundle;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * The texts of this bundle that people read: {@code texts.properties} beside this class. As {@code podium.model.texts.TextBundle},
 * which this bundle does not know.
 */
public final class Texts {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("podium.launcher.texts.texts");

    private Texts() {}

    /** The text of a key with its values; an apostrophe is written twice in the file ({@link NLS#bind}). */
    public static String of(String key, @Nullable Object... values) {
        return NLS.bind(TEXTS.getString(key), values);
    }
}
