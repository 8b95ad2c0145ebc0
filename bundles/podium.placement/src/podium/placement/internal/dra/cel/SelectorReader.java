// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.SchedulingObjects;

/** Reads selectors at once. One thread; the first takes most of a second. */
public final class SelectorReader implements SelectorSource {
    private final SelectorCache known = new SelectorCache();
    private @Nullable CelEnvironment language;

    @Override
    public Optional<DeviceSelector> selector(String expression, SchedulingObjects facts) {
        @Nullable DeviceSelector read = known.get(expression);
        if (read == null) {
            read = read(expression);
            known.put(expression, read);
        }
        return Optional.of(read);
    }

    /** The selector of an expression, read anew. */
    public DeviceSelector read(String expression) {
        CelEnvironment made = language;
        if (made == null) {
            made = new CelEnvironment();
            language = made;
        }
        return made.selector(expression);
    }
}
