// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.util.Optional;

/**
 * Where programs are looked for.
 *
 * @param folders as in PATH
 * @param shell the login shell whose PATH is part of it; empty: it is that of this process
 */
public record SearchPath(String folders, Optional<String> shell) {
    /** PATH of this process. */
    public static String ofProcess() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }
}
