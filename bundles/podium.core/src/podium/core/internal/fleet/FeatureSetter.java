// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;

/** Sets features only where they differ: what did not change notifies nobody. */
final class FeatureSetter {
    private FeatureSetter() {}

    static <T> boolean set(@Nullable T old, @Nullable T value, Consumer<T> setter) {
        if (old == value || Objects.equals(old, value)) {
            return false;
        }
        setter.accept(value);
        return true;
    }

    /** Like {@link #set}, with empty text stored as null: nothing to say. */
    static boolean setText(@Nullable String old, String value, Consumer<String> setter) {
        return set(old, value.isEmpty() ? null : value, setter);
    }
}
