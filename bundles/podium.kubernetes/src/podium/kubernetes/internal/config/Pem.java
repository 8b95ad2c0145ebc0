// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.nio.file.Path;

/** PEM text: within the kubeconfig, or in a file that may be read only after the operator agreed. */
public sealed interface Pem {
    /** From a {@code ...-data} field. */
    record Inline(String field, byte[] text) implements Pem {
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
