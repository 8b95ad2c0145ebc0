// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/** PEM text: within the kubeconfig, or in a file that may be read only after the operator agreed. */
public sealed interface Pem {
    /** From a {@code ...-data} field. */
    record Inline(String field, byte[] text) implements Pem {
        /** By what it says: a kubeconfig that is read again is the same as long as nothing in it has changed. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Inline(String name, byte[] bytes)
                    && name.equals(field)
                    && Arrays.equals(bytes, text);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(text);
        }

        @Override
        public String toString() {
            return field;
        }
    }

    /** From a path, relative ones resolved against the kubeconfig's folder. */
    record InFile(String field, Path path) implements Pem {
        @Override
        public String toString() {
            return field + " " + path;
        }
    }
}
