// SPDX-License-Identifier: Apache-2.0
package podium.model.texts;

import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * The texts of one bundle that people read: {@code texts.properties} beside a class of the bundle, in the language of
 * {@link Locale#getDefault()}. A translation is a fragment of the bundle with {@code texts_de.properties} and the like at the same
 * place; what it does not have is shown in English ({@link ResourceBundle}). May be asked on any thread.
 */
public final class TextBundle {
    private final ResourceBundle texts;

    /** @param owner the class beside which the file lies */
    public TextBundle(Class<?> owner) {
        this(owner, Locale.getDefault());
    }

    TextBundle(Class<?> owner, Locale language) {
        texts = ResourceBundle.getBundle(owner.getPackageName() + ".texts", language, owner.getClassLoader());
    }

    /**
     * The text of a key. The values stand where it says {0}, {1} and so on; an apostrophe is written twice in the file, and braces
     * that are no place of a value stand in apostrophes ({@link NLS#bind}).
     *
     * @throws java.util.MissingResourceException when the file has no such key, which {@code TextsTest} rules out
     */
    public String of(String key, @Nullable Object... values) {
        return NLS.bind(texts.getString(key), values);
    }
}
