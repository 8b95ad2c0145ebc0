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
public record NvmlResult<T>(NvmlCode code, @Nullable T value) {
    public static <T> NvmlResult<T> of(T value) {
        return new NvmlResult<>(NvmlCode.SUCCESS, value);
    }

    public static <T> NvmlResult<T> none(NvmlCode code) {
        return new NvmlResult<>(code, null);
    }

    public boolean isPresent() {
        return value != null;
    }

    public Optional<T> get() {
        return Optional.ofNullable(value);
    }

    public <R> NvmlResult<R> map(Function<? super T, R> function) {
        T present = value;
        return present == null ? none(code) : of(function.apply(present));
    }
}
