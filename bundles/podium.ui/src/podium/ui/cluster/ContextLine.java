// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import podium.core.cluster.ContextEntry;
import podium.core.file.Home;

/**
 * A context among those that can be opened.
 *
 * @param opened when it was open last; empty: never
 * @param open whether it is open now
 */
public record ContextLine(ContextEntry entry, Optional<Instant> opened, boolean open) {
    /** The context. */
    public String name() {
        return entry.target().context();
    }

    /** Its kubeconfig, below the home as a shell writes it. */
    public String file() {
        return file(entry.target().kubeconfig());
    }

    /** A path, below the home as a shell writes it. */
    public static String file(Path path) {
        Path home = Home.folder();
        return path.startsWith(home) && !path.equals(home) ? "~/" + home.relativize(path) : path.toString();
    }

    /** Whether all these words, parted by blanks, are in what is shown of it. */
    public boolean matches(String words) {
        String all = String.join(" ", name(), entry.server(), entry.namespace(), entry.user(), file())
                .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it can be opened. */
    public boolean ready() {
        return !open && entry.problem().isEmpty();
    }
}
