// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What NVML answered: a value, or the code that says why there is none.
 *
 * @param value null exactly when the code is not SUCCESS
 */
public record Answer<T>(NvmlCode code, @Nullable T value) {
    public static <T> Answer<T> of(T value) {
        return new Answer<>(NvmlCode.SUCCESS, value);
    }

    public static <T> Answer<T> none(NvmlCode code) {
        return new Answer<>(code, null);
    }

    public boolean isPresent() {
        return value != null;
    }

    public Optional<T> get() {
        return Optional.ofNullable(value);
    }

    public <R> Answer<R> map(Function<? super T, R> function) {
        T present = value;
        return present == null ? none(code) : of(function.apply(present));
    }
}
