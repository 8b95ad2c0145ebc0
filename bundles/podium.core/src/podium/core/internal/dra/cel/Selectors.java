// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.dra.cel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.internal.dra.SelectorSource;

/** Reads selectors at once, each expression once. One thread; the first takes most of a second. */
public final class Selectors implements SelectorSource {
    private final Map<String, Selector> known = new HashMap<>();
    private @Nullable Language language;

    @Override
    public Optional<Selector> selector(String expression) {
        return Optional.of(read(expression));
    }

    /** The selector of an expression. */
    public Selector read(String expression) {
        return known.computeIfAbsent(expression, text -> language().selector(text));
    }

    private Language language() {
        Language made = language;
        if (made == null) {
            made = new Language();
            language = made;
        }
        return made;
    }
}
